package cobrowse.idempotency;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.AwsStandInTests;
import cobrowse.aws.OnAwsStandIn;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class DynamoDbStoreFailuresTest extends AwsStandInTests {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Entry CLAIM = Entry.claimed("id", "request", "mine", NOW.plusSeconds(10));

    @Inject
    Store store;

    DynamoDbStoreFailuresTest() {
        super("DynamoDB_20120810.PutItem");
    }

    @Test
    void claimWhoseAnswerWasLostIsNotInItsOwnWay() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), conditionFailed(claimedBy("mine")));

        assertEquals(Optional.empty(), store.claim(CLAIM, NOW, deadline));

        aws.verifyThat(2, calls());
    }

    @Test
    void claimOfAnotherIsInTheWay() {
        answers(conditionFailed(claimedBy("other")));

        var other = Entry.claimed("id", "request", "other", Instant.ofEpochSecond(7));
        assertEquals(Optional.of(other), store.claim(CLAIM, NOW, deadline));
    }

    @Test
    void writeToAnEntryOfAnotherIsNotTriedAgain() {
        answers(conditionFailed("{\"owner\": {\"S\": \"other\"}}"));

        assertFalse(store.replace(CLAIM, deadline));

        aws.verifyThat(1, calls());
    }

    @Test
    void storeThatIsDownIsSaidToBeUnavailable() {
        answers(error(500, "InternalServerError"));

        assertUnavailable("InternalServerError: because");
    }

    @Test
    void storeThatMayNotBeUsedIsSaidToBeUnavailableAndTheCauseTellsWhy() {
        answers(error(400, "AccessDeniedException"));

        assertUnavailable("AccessDeniedException: because");
    }

    private void assertUnavailable(String cause) {
        for (var failure : new Failure[] {
            assertThrows(Failure.class, () -> store.claim(CLAIM, NOW, deadline)),
            assertThrows(Failure.class, () -> store.replace(CLAIM, deadline))
        }) {
            assertEquals(Code.IDEMPOTENCY_UNAVAILABLE, failure.code());
            assertEquals(cause, failure.getCause().getMessage());
            assertTrue(failure.detail().endsWith("nothing was started."));
        }
    }

    private static String claimedBy(String owner) {
        return """
            {"id": {"S": "id"}, "request": {"S": "request"}, "owner": {"S": "%s"},
             "state": {"S": "CLAIMED"}, "leaseUntil": {"N": "7"}, "expiresAt": {"N": "7"}}""".formatted(owner);
    }

    private static ResponseDefinitionBuilder conditionFailed(String item) {
        return says(400, "{\"__type\": \"prefix#ConditionalCheckFailedException\", \"Item\": " + item + "}");
    }
}
