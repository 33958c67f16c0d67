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

    private static AwsSettings settings(Map<String, String> more) {
        var environment = new HashMap<>(LAMBDA);
        environment.putAll(more);
        return Environment.settings(environment).aws.orElseThrow();
    }
}
