package cobrowse;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** Packages are components; the arrows between them point one way. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cobrowse");

    @Test
    void arrowsPointOneWay() {
        slices().matching("cobrowse.(*)..").should().beFreeOfCycles().check(CLASSES);
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("lambda")
                .definedBy("cobrowse.lambda..")
                .layer("api")
                .definedBy("cobrowse.api..")
                .layer("session")
                .definedBy("cobrowse.session..")
                .layer("caller")
                .definedBy("cobrowse.caller..")
                .layer("idempotency")
                .definedBy("cobrowse.idempotency..")
                .layer("genesys")
                .definedBy("cobrowse.genesys..")
                .layer("token")
                .definedBy("cobrowse.token..")
                .layer("table")
                .definedBy("cobrowse.table..")
                .layer("aws")
                .definedBy("cobrowse.aws..")
                .layer("restclient")
                .definedBy("cobrowse.restclient..")
                .whereLayer("lambda")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("lambda")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("lambda", "api")
                .whereLayer("caller")
                .mayOnlyBeAccessedByLayers("lambda", "api", "session")
                .whereLayer("idempotency")
                .mayOnlyBeAccessedByLayers("session", "api", "lambda")
                .whereLayer("genesys")
                .mayOnlyBeAccessedByLayers("session")
                .whereLayer("token")
                .mayOnlyBeAccessedByLayers("genesys")
                .whereLayer("table")
                .mayOnlyBeAccessedByLayers("idempotency", "genesys", "token")
                .whereLayer("aws")
                .mayOnlyBeAccessedByLayers("idempotency", "genesys", "token", "table")
                .whereLayer("restclient")
                .mayOnlyBeAccessedByLayers("genesys", "aws", "token")
                .check(CLASSES);
    }

    /**
     * Settings says which there are, and what they may be, with what Variables reads; what serves development has ports of
     * its own.
     */
    @Test
    void onlySettingsReadsSettings() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cobrowse.startup..", "cobrowse.dev..")
                .and()
                .doNotHaveFullyQualifiedName("cobrowse.settings.Variables")
                .and()
                .doNotHaveFullyQualifiedName("cobrowse.settings.Settings")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.config..", "io.smallrye.config..")
                .check(CLASSES);
    }

    @Test
    void theEnvironmentIsReadInFewPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cobrowse.settings..", "cobrowse.startup..", "cobrowse.telemetry..")
                .should()
                .callMethodWhere(target(owner(type(System.class))).and(target(name("getenv"))))
                .check(CLASSES);
    }

    @Test
    void onlyTheApiAndLambdaKnowHttpStatusesAndLambdaEvents() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cobrowse.api..", "cobrowse.lambda..", "cobrowse.dev..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "org.jboss.resteasy.reactive.server..")
                .check(CLASSES);
    }

    @Test
    void onlyGenesysKnowsItsRestClients() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cobrowse.genesys..", "cobrowse.aws..", "cobrowse.restclient..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.rest.client..", "io.quarkus.rest.client..")
                .check(CLASSES);
    }

    /** A machine may speak Turkish, where the small letter of I has no dot, or Thai, with digits of its own. */
    @Test
    void nothingIsWrittenInTheLanguageOfTheMachine() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .check(CLASSES);
    }
}
