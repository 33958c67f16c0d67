package cobrowse.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.time.Deadline;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class DynamoDbTest extends AwsStandInTests {
    private static final JsonNode INPUT = JsonNodeFactory.instance
            .objectNode()
            .put("TableName", "table")
            .set(
                    "Item",
                    JsonNodeFactory.instance
                            .objectNode()
                            .set("id", JsonNodeFactory.instance.objectNode().put("S", "ü")));

    @Inject
    DynamoDb dynamoDb;

    DynamoDbTest() {
        super("DynamoDB_20120810.PutItem");
    }

    @Test
    void callIsOnePostAsTheProtocolHasIt() {
        answers(says(200, "{}"));

        dynamoDb.call("PutItem", INPUT, deadline);

        aws.verifyThat(
                1,
                calls().withHeader("Content-Type", equalTo("application/x-amz-json-1.0"))
                        .withRequestBody(equalToJson("""
                                        {"TableName": "table", "Item": {"id": {"S": "ü"}}}""")));
    }

    @Test
    void conditionThatFailsTellsWhatIsThere() {
        answers(says(400, """
                        {"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
                         "message": "The conditional request failed",
                         "Item": {"id": {"S": "x"}, "expiresAt": {"N": "7"}}}"""));

        var failure = assertThrows(AwsFailure.ConditionFailed.class, () -> dynamoDb.call("PutItem", INPUT, deadline));

        assertEquals("x", failure.item.at("/id/S").asText());
        assertEquals("7", failure.item.at("/expiresAt/N").asText());
        aws.verifyThat(1, calls());
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "400, ProvisionedThroughputExceededException",
        "400, TransactionConflictException",
        "500, InternalServerError",
        "503, ServiceUnavailable"
    })
    void temporaryErrorIsTriedAgain(int status, String type) {
        answers(error(status, type), says(200, "{}"));

        dynamoDb.call("PutItem", INPUT, deadline);

        aws.verifyThat(2, calls());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void callWhoseConnectionBreaksIsTriedAgain(Fault fault) {
        answers(aResponse().withFault(fault), says(200, "{}"));

        dynamoDb.call("PutItem", INPUT, deadline);

        aws.verifyThat(2, calls());
    }

    @Test
    void errorThatStaysIsTriedThreeTimes() {
        answers(error(500, "InternalServerError"));

        assertThrows(AwsFailure.Temporary.class, () -> dynamoDb.call("PutItem", INPUT, deadline));

        aws.verifyThat(3, calls());
    }

    /** The answer would be a success, if it were waited for. */
    @Test
    void callThatHangsIsGivenUpBeforeItsAnswer() {
        answers(says(200, "{}").withFixedDelay(20_000));
        var little = new Deadline(Duration.ofMillis(300), System::nanoTime);

        assertThrows(AwsFailure.Temporary.class, () -> dynamoDb.call("PutItem", INPUT, little));

        aws.verifyThat(lessThanOrExactly(1), calls());
    }

    @ParameterizedTest
    @CsvSource({"AccessDeniedException", "ResourceNotFoundException", "ValidationException", "ExpiredTokenException"})
    void refusalIsNotTriedAgain(String type) {
        answers(error(400, type));

        var failure = assertThrows(AwsFailure.Permanent.class, () -> dynamoDb.call("PutItem", INPUT, deadline));

        assertEquals(type, failure.type);
        assertEquals(type + ": because", failure.getMessage());
        aws.verifyThat(1, calls());
    }

    @Test
    void errorThatIsNoJsonIsNamedByItsStatus() {
        answers(aResponse().withStatus(403).withBody("<html>proxy</html>"));

        var failure = assertThrows(AwsFailure.Permanent.class, () -> dynamoDb.call("PutItem", INPUT, deadline));

        assertEquals("HTTP 403", failure.type);
    }
}
