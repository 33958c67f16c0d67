package cobrowse.table;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.AwsFailure;
import cobrowse.aws.AwsStandInTests;
import cobrowse.aws.DynamoDb;
import cobrowse.aws.OnAwsStandIn;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class DynamoDbTableFailuresTest extends AwsStandInTests {
    private static final Instant UNTIL = Instant.ofEpochSecond(7);
    private static final Item MINE = new Item("id", "mine", 0, UNTIL, UNTIL, Map.of());

    @Inject
    DynamoDb dynamoDb;

    private Table table;

    DynamoDbTableFailuresTest() {
        super("DynamoDB_20120810.PutItem");
    }

    @BeforeEach
    void table() {
        table = new DynamoDbTable(dynamoDb, "table");
    }

    @Test
    void itemWhoseResponseWasLostIsNotInItsOwnWay() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), conditionFailed("mine"));

        assertEquals(Optional.empty(), table.put(MINE, Optional.empty(), deadline));

        aws.verifyThat(2, calls());
    }

    @Test
    void itemOfAnotherIsInTheWay() {
        answers(conditionFailed("other"));

        var inTheWay = table.put(MINE, Optional.empty(), deadline).orElseThrow();

        assertEquals("other", inTheWay.owner());
        assertFalse(inTheWay.isForeign());
    }

    @Test
    void refusalThatDoesNotSayWhatIsThereIsForeign() {
        answers(says(400, "{\"__type\": \"prefix#ConditionalCheckFailedException\"}"));

        assertTrue(table.put(MINE, Optional.empty(), deadline).orElseThrow().isForeign());
    }

    @Test
    void writeToAnItemOfAnotherIsNotTriedAgain() {
        answers(conditionFailed("other"));

        assertFalse(table.advance(MINE, deadline));

        aws.verifyThat(1, calls());
    }

    @Test
    void tableThatIsDownOrRefusesIsAFailure() {
        answers(error(500, "InternalServerError"));
        assertThrows(AwsFailure.Temporary.class, () -> table.put(MINE, Optional.empty(), deadline));

        answers(error(400, "AccessDeniedException"));
        assertThrows(AwsFailure.Permanent.class, () -> table.advance(MINE, deadline));
    }

    private static ResponseDefinitionBuilder conditionFailed(String owner) {
        return says(400, """
                {"__type": "prefix#ConditionalCheckFailedException", "Item": {
                 "id": {"S": "id"}, "owner": {"S": "%s"}, "step": {"N": "0"},
                 "until": {"N": "7"}, "expiresAt": {"N": "7"}}}""".formatted(owner));
    }
}
