package cobrowse.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the environment variables as Lambda sets them. */
class AwsSettingsTest {
    private static final Map<String, String> LAMBDA = Map.of(
            "IDEMPOTENCY_TABLE", "table",
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "key",
            "AWS_SESSION_TOKEN", "session",
            "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001",
            "AWS_LAMBDA_FUNCTION_NAME", "cobrowse",
            "AWS_EXECUTION_ENV", "AWS_Lambda_provided.al2023");

    @Test
    void accountIsLambdas() {
        assertEquals(
                new AwsSettings(
                        "eu-central-1",
                        "id",
                        "key",
                        Optional.of("session"),
                        false,
                        true,
                        Optional.empty(),
                        Optional.empty()),
                settings(Map.of("AWS_USE_FIPS_ENDPOINT", "false", "AWS_USE_DUALSTACK_ENDPOINT", "TRUE\n")));
    }

    @Test
    void withoutAwsThereIsNothingToComplainOf() {
        assertEquals(Optional.empty(), Environment.settings(Map.of("AWS_REGION", "", "AWS_ACCESS_KEY_ID", "")).aws);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
    void whatAnAccountLacksIsNamed(String variable) {
        var refusal = assertThrows(ConfigurationException.class, () -> settings(Map.of(variable, "")));
        assertTrue(refusal.getMessage().contains(variable));
    }

    @Test
    void urlOfAServiceComesBeforeTheOneOfAll() {
        var both = settings(Map.of(
                "AWS_ENDPOINT_URL", "http://localhost:1",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:2"));
        assertEquals(Optional.of(URI.create("http://localhost:2")), both.dynamoDbUrl());
        assertEquals(Optional.of(URI.create("http://localhost:1")), both.secretsManagerUrl());
        var other = settings(Map.of("AWS_ENDPOINT_URL_SECRETS_MANAGER", "https://vpce.example"));
        assertEquals(Optional.of(URI.create("https://vpce.example")), other.secretsManagerUrl());
    }

    @Test
    void urlThatIsNoneIsRefusedByItsVariable() {
        var refusal = assertThrows(
                ConfigurationException.class,
                () -> settings(Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://dynamodb.example")));
        assertTrue(refusal.getMessage().startsWith("AWS_ENDPOINT_URL_DYNAMODB must be https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566",
                "http://127.0.0.1:4566",
                "http://localstack:4566",
                "http://localhost.localstack.cloud:4566",
                "https://localhost.localstack.cloud:4566",
                "http://dynamodb.eu-central-1.localhost.localstack.cloud:4566",
                "http://host.docker.internal:4566/",
                "http://172.17.0.2:4566",
                "http://10.0.2.15:4566",
                "http://192.168.65.2:4566"
            })
    void localStacksOwnNamesAreTaken(String url) {
        assertEquals(
                Optional.of(URI.create(url)),
                settings(Map.of("AWS_ENDPOINT_URL", url)).dynamoDbUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localstack.cloud:4566",
                "http://xlocalhost.localstack.cloud.example",
                "http://172.32.0.2",
                "http://8.8.8.8",
                "http://10.example",
                "http://host.docker.internal.example"
            })
    void nobodyElseIsAskedInTheClear(String url) {
        assertThrows(ConfigurationException.class, () -> settings(Map.of("AWS_ENDPOINT_URL", url)));
    }

    @Test
    void genesysIsNotInAContainer() {
        var environment = Map.of("GENESYS_API_URL", "http://localstack:4566");
        assertThrows(ConfigurationException.class, () -> Environment.settings(environment));
    }

    private static AwsSettings settings(Map<String, String> more) {
        var environment = new HashMap<>(LAMBDA);
        environment.putAll(more);
        return Environment.settings(environment).aws.orElseThrow();
    }
}
