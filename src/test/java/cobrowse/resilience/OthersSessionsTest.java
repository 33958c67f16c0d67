package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses about somebody else than whom we asked for: nothing in them is passed on. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class OthersSessionsTest extends FakeTests {
    private static final String LINK = "\"joinUrl\":\"https://join.example/stranger\",\"joinCode\":\"999999\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "START                 | {'email':'alice@example.com'}       | 'userId':'STRANGER'",
                "START                 | {'userId':'user-1'}                 | 'userId':'user-2'",
                "START                 | {'userId':'user-1'}                 | 'userId':17",
                "START_IN_CONVERSATION | {'conversationId':'conversation-1'} | 'conversationId':'conversation-2'",
                "START_IN_CONVERSATION | {'conversationId':'conversation-1','deploymentId':'d'} | 'conversationId':'other'"
            })
    void startedForAnotherIsUnknownAndStaysUnknown(Call start, String request, String whose) {
        genesys.answers(start, Answer.json(200, json("{'id':'of-a-stranger'," + whose + "," + LINK + "}")));
        var key = UUID.randomUUID().toString();

        for (var i = 0; i < 2; i++) {
            isFreeOfStrangers(start(json(request), key)
                    .then()
                    .statusCode(504)
                    .body(member("code", is("outcome-unknown")))
                    .extract()
                    .response());
        }
        assertEquals(1, genesys.count(start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'userId':'USER-1'", "'userId':null", "'userId':''", "'userId':{'id':'user-2'}", "'new':1"})
    void whatNamesNobodyElseIsPassedOn(String whose) {
        genesys.answers(
                Call.START,
                Answer.json(200, json("{'id':'session-1'," + whose + ",'joinUrl':'https://join.example/1'}")));

        startWithUser().then().statusCode(201).body(member("joinUrl", is("https://join.example/1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'id':'session-1','userId':'user-2'",
                "'id':'session-1','userId':'STRANGER'",
                "'id':'other'",
                "'id':1"
            })
    void fetchedOfAnotherAfterAStartIsLeftOut(String whose) {
        genesys.answers(Call.FETCH, Answer.json(200, json("{" + whose + "," + LINK + "}")));

        isFreeOfStrangers(startWithUser()
                .then()
                .statusCode(201)
                .body(member("id", is("session-1")))
                .body(member("fetched", is(false)))
                .extract()
                .response());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'id':'session-1','conversationId':'conversation-2'",
                "'id':'other'",
                "'id':'other','joinCode':'9'"
            })
    void fetchedOfAnotherConversationIsLeftOut(String whose) {
        genesys.answers(
                Call.FETCH_OF_DEPLOYMENT,
                Answer.json(200, json("{" + whose + ",'websocketUrl':'wss://stranger.example/'}")));

        isFreeOfStrangers(start(json("{'conversationId':'conversation-1','deploymentId':'deployment-1'}"))
                .then()
                .statusCode(201)
                .body(member("id", is("session-1")))
                .body(member("fetched", is(false)))
                .extract()
                .response());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "session-1                | 'id':'other'",
                "session-1                | 'id':'SESSION-2'",
                "session-1?deploymentId=d | 'id':'other','joinCode':'654321'",
                "session-1?deploymentId=d | 'id':'other'",
                "123456?deploymentId=d    | 'id':'other','joinCode':'654321'"
            })
    void anotherThanTheOneAskedForIsRefused(String address, String whose) {
        var other = Answer.json(200, json("{" + whose + ",'joinUrl':'https://join.example/stranger'}"));
        genesys.answers(Call.FETCH, other);
        genesys.answers(Call.FETCH_OF_DEPLOYMENT, other);

        isFreeOfStrangers(given().get(PATH + "/" + address)
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-rejected")))
                .extract()
                .response());
    }

    @Test
    void sessionIsTheOneAskedForByItsJoinCode() {
        given().get(PATH + "/123456?deploymentId=d").then().statusCode(200).body(member("id", is("session-1")));
    }

    private static void isFreeOfStrangers(Response response) {
        assertThat(response.asString(), not(containsString("tranger")));
        assertNull(member(response, "joinUrl"));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
