package cobrowse.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.time.Deadline;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class SecretsManagerTest extends AwsStandInTests {
    @Inject
    SecretsManager secretsManager;

    @Inject
    Deadline request;

    SecretsManagerTest() {
        super("secretsmanager.GetSecretValue");
    }

    @BeforeEach
    void begin() {
        request.begin();
    }

    @Test
    void secretIsRead() {
        answers(says(
                200, "{\"Name\":\"some\",\"SecretString\":\"a \\\"text\\\"\",\"VersionStages\":[\"AWSCURRENT\"]}"));

        assertEquals("a \"text\"", secretsManager.secret("some"));

        aws.verifyThat(
                1,
                calls().withHeader("Content-Type", equalTo("application/x-amz-json-1.1"))
                        .withRequestBody(equalToJson("{\"SecretId\":\"some\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResourceNotFoundException", "AccessDeniedException", "DecryptionFailure"})
    void secretThatMayNotBeReadIsNotTriedAgain(String type) {
        answers(error(400, type));

        var failure = assertThrows(AwsFailure.Permanent.class, () -> secretsManager.secret("some"));

        assertEquals(type, failure.type);
        aws.verifyThat(1, calls());
    }

    @Test
    void secretThatIsNoTextIsNone() {
        answers(says(200, "{\"Name\":\"some\",\"SecretBinary\":\"AAAA\"}"));

        assertThrows(AwsFailure.Permanent.class, () -> secretsManager.secret("some"));
    }

    @Test
    void serviceThatIsDownIsTriedThreeTimes() {
        answers(error(500, "InternalServiceError"));

        assertThrows(AwsFailure.Temporary.class, () -> secretsManager.secret("some"));

        aws.verifyThat(3, calls());
    }

    @Test
    void answerThatMakesNoSenseIsTemporary() {
        answers(says(200, "<html>proxy</html>"));

        assertThrows(AwsFailure.Temporary.class, () -> secretsManager.secret("some"));
    }
}
