package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Withdrawing an offer, or ending a session. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class EndSessionTest extends FakeTests {
    @Test
    void sessionIsEndedInItsDeployment() throws InterruptedException {
        end("session-1?deploymentId=deployment-1")
                .then()
                .statusCode(204)
                .header("Cache-Control", "no-store")
                .header("X-Correlation-Id", "order-4711")
                .header("Content-Type", nullValue())
                .body(emptyString());

        var request = genesys.requests().take();
        while (request.call() != Call.END) {
            request = genesys.requests().take();
        }
        assertEquals("/api/v2/webdeployments/deployments/deployment-1/cobrowse/session-1", request.target());
        assertTrue(request.headers().get("authorization").startsWith("Bearer fake-"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 204, 205, 206, 299})
    void anySuccessOfGenesysIsDone(int status) {
        for (var answer : new Answer[] {
            Answer.raw("HTTP/1.1 " + status + " Status\r\n\r\n").thenHangUp(),
            Answer.http(status, "text/html", status == 204 || status == 205 ? "" : "<h1>Done</h1>")
        }) {
            genesys.answers(Call.END, answer);
            end("session-1?deploymentId=d").then().statusCode(204);
        }
        assertEquals(2, genesys.count(Call.END));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void notToFindWhatMayHaveBeenEndedIsDone(Answer lost) {
        genesys.answers(Call.END, lost, Answer.status(404));
        end("session-1?deploymentId=d").then().statusCode(204);
        assertEquals(2, genesys.count(Call.END));
    }

    static Stream<Answer> lost() {
        return Stream.of(
                Answer.raw("").thenHangUp(),
                Answer.raw("").thenReset(),
                Answer.raw("HTTP/1.1 20").thenHangUp(),
                Answer.status(502),
                Answer.status(503),
                Answer.status(504));
    }

    /** Of these, nothing was processed. */
    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void notToFindWhatWasNeverEndedIsNotFound(int status) {
        genesys.answers(Call.END, Answer.status(status, "Retry-After: 0"), Answer.status(404));

        end("session-1?deploymentId=d").then().statusCode(404).body(member("code", is("target-not-found")));
        assertEquals(2, genesys.count(Call.END));
    }

    @Test
    void notToFindItAfterARenewalMayStillMeanThatItWasEnded() {
        genesys.answers(Call.END, Answer.status(503), Answer.status(401), Answer.status(404));

        end("session-1?deploymentId=d").then().statusCode(204);
    }

    @Test
    void unknownSessionIsNotFoundEachTime() {
        genesys.answers(Call.END, Answer.status(404));
        for (var i = 0; i < 2; i++) {
            end("session-1?deploymentId=d")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body(member("code", is("target-not-found")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "session-1, deploymentId",
        "session-1?deploymentId=, deploymentId",
        "session-1?deploymentId=a/b, deploymentId",
        "session-1?deploymentId=a&deploymentId=b, deploymentId",
        "not*an*id?deploymentId=d, id"
    })
    void wrongAddressIsRefusedByTheNameOfWhatIsWrong(String address, String field) {
        end(address)
                .then()
                .statusCode(400)
                .body(member("code", is("invalid-request")))
                .body(member("violations.field", hasItem(field)));
        assertEquals(0, genesys.count(Call.END));
    }

    @Test
    void otherMethodsAreWhatTheyWere() {
        given().head(PATH + "/session-1").then().statusCode(200).body(emptyString());
        var ofSessions = List.of("OPTIONS", "POST");
        var ofSession = List.of("DELETE", "GET", "HEAD", "OPTIONS");
        assertEquals(ofSessions, allowed(given().delete(PATH), 405));
        assertEquals(ofSessions, allowed(given().options(PATH), 200));
        assertEquals(ofSession, allowed(given().put(PATH + "/session-1"), 405));
        assertEquals(ofSession, allowed(given().options(PATH + "/session-1"), 200));
        assertEquals(0, genesys.count(Call.END));
    }

    /** The event server makes a header of each. */
    private static List<String> allowed(Response response, int status) {
        response.then().statusCode(status);
        return response.getHeaders().getValues("Allow");
    }

    @Test
    void directInvocationEndsToo() {
        invoke("{'operation':'end','sessionId':'session-1','deploymentId':'d'}")
                .then()
                .statusCode(200)
                .body(member("id", is("session-1")))
                .body(member("ended", is(true)));
        assertEquals(1, genesys.count(Call.END));

        genesys.answers(Call.END, Answer.status(404));
        var missing = invoke("{'operation':'end','sessionId':'session-1','deploymentId':'d'}");
        missing.then().statusCode(500).body(member("errorType", is("target-not-found")));
    }

    @Test
    void directInvocationFetchesToo() {
        invoke("{'operation':'fetch','sessionId':'session-1'}")
                .then()
                .statusCode(200)
                .body(member("joinUrl", is("https://join.example/1")))
                .body(member("fetched", is(true)));
        invoke("{'operation':'fetch','sessionId':'123456','deploymentId':'d'}")
                .then()
                .statusCode(200)
                .body(member("deploymentId", is("d")));
        invoke("{'operation':'start','userId':'user-1'}").then().statusCode(200).body(member("id", is("session-1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'operation':'end','sessionId':'session-1'}                              | deploymentId",
                "{'operation':'end','deploymentId':'d'}                                   | sessionId",
                "{'operation':'end','sessionId':'..','deploymentId':'d'}                  | sessionId",
                "{'operation':'end','sessionId':'s','deploymentId':''}                    | deploymentId",
                "{'operation':'end','sessionId':'s','deploymentId':'d','userId':'user-1'} | userId",
                "{'operation':'end','id':'s','deploymentId':'d'}                          | id",
                "{'operation':'fetch'}                                                    | sessionId",
                "{'operation':'fetch','sessionId':7}                                      | sessionId",
                "{'operation':'fetch','sessionId':'s','email':'a@example.com'}            | email",
                "{'operation':'fetch','sessionId':'s','idempotencyKey':'a b'}             | idempotencyKey",
                "{'operation':'End','sessionId':'s','deploymentId':'d'}                   | operation",
                "{'operation':'','userId':'user-1'}                                       | operation",
                "{'operation':'delete','userId':'user-1'}                                 | operation",
                "{'operation':7,'userId':'user-1'}                                        | operation",
                "{'sessionId':'s','userId':'user-1'}                                      | sessionId"
            })
    void wrongDirectRequestIsRefusedByTheNameOfWhatIsWrong(String event, String field) {
        invoke(event)
                .then()
                .statusCode(500)
                .body(member("errorType", is("invalid-request")))
                .body(member("errorMessage", member("violations.field", hasItem(field))));

        assertTrue(genesys.requests().stream().allMatch(request -> request.call() == Call.TOKEN));
    }

    private static Response end(String address) {
        return given().header("X-Correlation-Id", "order-4711").delete(PATH + "/" + address);
    }
}
