package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.JsonBody;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an idempotency key does for a caller, wherever it is remembered. */
abstract class RepeatedRequestsTests extends StandInTests {
    static final String ALICE = "{\"email\":\"alice@example.com\"}";

    final String key = UUID.randomUUID().toString();

    @Test
    void repeatedRequestGetsTheSameAnswerAndNoSecondSession() {
        var first = start(ALICE, key);
        var second = start(ALICE, key);

        first.then().statusCode(201);
        second.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .body(member("id", is(JsonBody.<String>member(first, "id"))))
                .body(member("joinUrl", is(JsonBody.<String>member(first, "joinUrl"))))
                .body(member("fetched", is(true)));
        genesys.verifyThat(1, startWithUser());
        // Beside a table far away, a repetition looks up, and what is remembered of a start is fetched once more.
        genesys.verifyThat(lessThanOrExactly(2), search());
        genesys.verifyThat(lessThanOrExactly(2), fetch());
    }

    @Test
    void sessionInAConversationIsRepeatedAsItWas() {
        var request = "{\"conversationId\":\"conversation-demo\",\"deploymentId\":\"deployment-demo\"}";
        var first = start(request, key);

        assertEquals(first.asString(), start(request, key).asString());
        first.then().statusCode(201);
        genesys.verifyThat(1, startInConversation());
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        start(ALICE, key).then().statusCode(201);

        start("{\"userId\":\"user-alice\"}", key)
                .then()
                .statusCode(422)
                .body(member("code", is("idempotency-key-reused")))
                .body(member("retryable", is(false)));
        genesys.verifyThat(1, startWithUser());
    }

    @Test
    void otherKeysAndNoKeyStartOtherSessions() {
        start(ALICE, key).then().statusCode(201);
        start(ALICE, key + ",x").then().statusCode(201);
        start(ALICE, key + ",y").then().statusCode(201);
        start(ALICE).then().statusCode(201);
        start(ALICE).then().statusCode(201);

        genesys.verifyThat(5, startWithUser());
    }

    @Test
    void manyAtOnceStartOneSession() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> start(ALICE, key))
                .filter(answer -> answer.statusCode() != 409)
                .map(answer -> JsonBody.<String>member(answer, "id"))
                .distinct()
                .toList();

        assertEquals(1, answers.size());
        genesys.verifyThat(1, startWithUser());
    }

    @Test
    void unknownOutcomeIsRememberedAndNotRunAgain() {
        genesysAnswers(500);
        start(ALICE, key).then().statusCode(504).body(member("code", is("outcome-unknown")));
        genesys.verifyThat(1, startWithUser());

        resetStubs();
        start(ALICE, key)
                .then()
                .statusCode(504)
                .body(member("code", is("outcome-unknown")))
                .body(member("retryable", is(false)));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void failureThatStartedNothingFreesTheKey() {
        start("{\"email\":\"nobody@example.com\"}", key).then().statusCode(404);
        genesysAnswers(403);
        start(ALICE, key).then().statusCode(502);

        genesys.resetToDefaultMappings();
        start(ALICE, key).then().statusCode(201);
    }

    @Test
    void sessionThatCouldNotBeFetchedIsFetchedByARepetition() {
        fetchAnswers(404);
        var first = start(ALICE, key);
        var still = start(ALICE, key);
        first.then().statusCode(201).body(member("fetched", is(false))).body(member("joinUrl", nullValue()));
        assertEquals(first.asString(), still.asString());

        genesys.resetToDefaultMappings();
        var better = start(ALICE, key);
        better.then()
                .statusCode(201)
                .body(member("id", is(JsonBody.<String>member(first, "id"))))
                .body(member("state", is("active")))
                .body(member("fetched", is(true)));

        fetchAnswers(500);
        assertEquals(better.asString(), start(ALICE, key).asString());
    }

    private void fetchAnswers(int status) {
        genesys.register(get(urlPathMatching("/api/v2/cobrowse/sessions/.*"))
                .willReturn(aResponse().withStatus(status)));
    }

    @Test
    void keysOfDirectInvocationsAreOthers() {
        var direct = invoke("{\"email\":\"alice@example.com\",\"idempotencyKey\":\"" + key + "\"}");
        start(ALICE, key).then().statusCode(201).body(member("id", not(JsonBody.<String>member(direct, "id"))));
        genesys.verifyThat(2, startWithUser());
    }

    private void genesysAnswers(int status) {
        genesys.register(post(urlPathMatching("/api/v2/cobrowse/sessions"))
                .willReturn(aResponse().withStatus(status)));
    }
}
