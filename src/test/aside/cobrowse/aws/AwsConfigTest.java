package cobrowse.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.Environment;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the environment variables as Lambda sets them. */
class AwsConfigTest {
    private static final Map<String, String> LAMBDA = Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "key",
            "AWS_SESSION_TOKEN", "session",
            "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001",
            "AWS_LAMBDA_FUNCTION_NAME", "cobrowse",
            "AWS_EXECUTION_ENV", "AWS_Lambda_provided.al2023",
            "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");

    @Test
    void accountIsLambdas() {
        var account = new Account(config(Map.of()));
        assertEquals("eu-central-1", account.region);
        assertEquals("id", account.credentials.accessKeyId());
    }

    @Test
    void withoutAwsThereIsNothingToComplainOf() {
        var config = config(Map.of(
                "AWS_REGION", "", "AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", "", "AWS_SESSION_TOKEN", ""));
        assertTrue(config.region().isEmpty());
        assertTrue(config.endpointUrl().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
    void whatAnAccountLacksIsNamed(String variable) {
        var config = config(Map.of(variable, ""));
        var refusal = assertThrows(ConfigurationException.class, () -> new Account(config));
        assertTrue(refusal.getMessage().contains(variable));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, https://dynamodb.eu-central-1.amazonaws.com, https://secretsmanager.eu-central-1.amazonaws.com",
        "cn-north-1, https://dynamodb.cn-north-1.amazonaws.com.cn, https://secretsmanager.cn-north-1.amazonaws.com.cn"
    })
    void servicesAreInTheRegion(String region, String dynamoDb, String secretsManager) {
        var config = config(Map.of());
        assertEquals(dynamoDb, Service.DYNAMODB.endpoint(config, region).toString());
        assertEquals(
                secretsManager, Service.SECRETS_MANAGER.endpoint(config, region).toString());
    }

    @Test
    void urlOfAServiceComesBeforeTheOneOfAll() {
        var config = config(Map.of(
                "AWS_ENDPOINT_URL", "http://localhost:1",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:2"));
        assertEquals(
                "http://localhost:2", Service.DYNAMODB.endpoint(config, "r").toString());
        assertEquals(
                "http://localhost:1",
                Service.SECRETS_MANAGER.endpoint(config, "r").toString());
        var other = config(Map.of("AWS_ENDPOINT_URL_SECRETS_MANAGER", "https://vpce.example"));
        assertEquals(
                "https://vpce.example",
                Service.SECRETS_MANAGER.endpoint(other, "r").toString());
    }

    @Test
    void urlThatIsNoneIsRefusedByItsVariable() {
        var config = config(Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://dynamodb.example"));
        var refusal = assertThrows(ConfigurationException.class, () -> Service.DYNAMODB.endpoint(config, "r"));
        assertTrue(refusal.getMessage().startsWith("AWS_ENDPOINT_URL_DYNAMODB must be https"));
    }

    private static AwsConfig config(Map<String, String> more) {
        var environment = new HashMap<>(LAMBDA);
        environment.putAll(more);
        return Environment.read(AwsConfig.class, environment);
    }
}
