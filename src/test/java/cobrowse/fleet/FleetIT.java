package cobrowse.fleet;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.fleet.RationedGenesys.Refusal;
import cobrowse.lambda.NativeFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Native containers that start at once, against a Genesys that gives four tokens at once and one a second after that. */
class FleetIT {
    private static final int CONTAINERS = 12;
    private static final int FEW = 6;

    private static DynamoDbLocal dynamoDb;

    @BeforeAll
    static void startDynamoDb() {
        dynamoDb = DynamoDbLocal.start();
    }

    @AfterAll
    static void stopDynamoDb() {
        dynamoDb.close();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void poolOfFourCostsFourLogInsAndEveryFirstRequestIsAnswered(Refusal refusal) throws Exception {
        try (var genesys = new RationedGenesys(refusal, 300, Duration.ofMinutes(1));
                var fleet = new Fleet(CONTAINERS, pool(genesys, 4))) {
            assertThat(outcomes(fleet.firstAnswers(CONTAINERS)), everyItem(is("session-1")));
            assertThat(genesys.granted(), lessThanOrEqualTo(4));
            assertEquals(0, genesys.refused());
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void withoutAPoolNothingIsCalledWrongCredentials(Refusal refusal) throws Exception {
        try (var genesys = new RationedGenesys(refusal, 300, Duration.ofMinutes(1));
                var fleet = new Fleet(CONTAINERS, NativeFunction.on(genesys.url()))) {
            var answers = outcomes(fleet.firstAnswers(CONTAINERS));

            assertThat(answers, everyItem(either(is("session-1")).or(is("genesys-rate-limited"))));
        }
    }

    @Test
    void rejectedTokenIsReplacedOnceForAll() throws Exception {
        try (var genesys = new RationedGenesys(Refusal.TOO_MANY_REQUESTS, 300, Duration.ofMinutes(1));
                var fleet = new Fleet(CONTAINERS, pool(genesys, 1))) {
            fleet.firstAnswers(CONTAINERS);
            assertEquals(1, genesys.granted());
            genesys.revokeAll();

            assertThat(outcomes(fleet.nextAnswers()), everyItem(is("session-1")));
            assertEquals(2, genesys.granted());
        }
    }

    /** Three tokens that are good for four requests of each container, together: a few, so that none waits too long for the table. */
    @Test
    void throttledTokenIsLeftForAnother() throws Exception {
        try (var genesys = new RationedGenesys(Refusal.TOO_MANY_REQUESTS, FEW * 4 / 3, Duration.ofHours(1));
                var fleet = new Fleet(CONTAINERS, pool(genesys, 3))) {
            for (var answers : List.of(fleet.firstAnswers(FEW), fleet.nextAnswers(), fleet.nextAnswers())) {
                assertThat(outcomes(answers), everyItem(is("session-1")));
            }
            assertEquals(3, genesys.granted());

            fleet.nextAnswers();
            assertThat(outcomes(fleet.nextAnswers()), everyItem(is("genesys-rate-limited")));
            assertEquals(3, genesys.granted());
        }
    }

    @Test
    void tableThatIsNotThereFailsNoRequest() throws Exception {
        try (var genesys = new RationedGenesys(Refusal.TOO_MANY_REQUESTS, 300, Duration.ofMinutes(1))) {
            var environment = pool(genesys, 4);
            environment.put("TOKEN_TABLE", "no-such-table");
            try (var fleet = new Fleet(2, environment)) {
                assertThat(outcomes(fleet.firstAnswers(2)), everyItem(is("session-1")));
            }
            environment.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
            try (var fleet = new Fleet(2, environment)) {
                assertThat(outcomes(fleet.firstAnswers(2)), everyItem(is("session-1")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TOKEN_POOL_SIZE, 0", "TOKEN_POOL_SIZE, 51", "TOKEN_POOL_SIZE, ten", "TOKEN_TABLE, a b"})
    void wrongSettingStopsTheStartWithOneLine(String variable, String value) throws Exception {
        var environment = NativeFunction.on("http://127.0.0.1:1", variable, value);
        try (var function = new NativeFunction(environment)) {
            var words = function.lastWords().strip();

            assertThat(words, containsString(variable + " is '" + value + "', but must be"));
            assertEquals(1L, words.lines().count());
        }
    }

    private static List<String> outcomes(List<Fleet.Answer> answers) {
        return answers.stream().map(Fleet.Answer::outcome).toList();
    }

    private static Map<String, String> pool(RationedGenesys genesys, int size) {
        return Fleet.environment(genesys, size, dynamoDb);
    }
}
