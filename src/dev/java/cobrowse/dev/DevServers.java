package cobrowse.dev;

import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.Startable;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What {@code quarkus:dev} runs beside the function, for this machine alone: callers are unchecked there, and the servers
 * that Quarkus would run have no setting for the address that they listen on. Quarkus finds this class by
 * META-INF/quarkus-build-steps.list, and looks at it in production, too, where the servers' classes are not: no signature
 * names them.
 */
public class DevServers {
    private final Config config = ConfigProvider.getConfig();

    @BuildStep(onlyIf = IsDevelopment.class)
    DevServicesResultBuildItem events() {
        var port = config.getOptionalValue("quarkus.lambda.mock-event-server.dev-port", Integer.class)
                .orElse(8080);
        return DevServicesResultBuildItem.owned()
                .name("events")
                .<Startable>startable(() -> new EventServer(port))
                .configProvider(Map.of("quarkus-internal.aws-lambda.test-api", Startable::getConnectionInfo))
                .build();
    }

    @BuildStep(onlyIf = IsDevelopment.class)
    DevServicesResultBuildItem genesys() {
        var host = config.getValue("stand-in.host", String.class);
        var port = config.getValue("quarkus.wiremock.devservices.port", Integer.class);
        return DevServicesResultBuildItem.owned()
                .name("genesys")
                .<Startable>startable(() -> new StandIn(host, port))
                .build();
    }
}
