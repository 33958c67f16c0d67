package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The event itself, as Step Functions sends it; the mock of the event server answers a function error as HTTP 500. */
@QuarkusTest
@TestProfile(OnStandIn.class)
class DirectInvocationTest extends StandInTests {
    @Test
    void answerIsTheSessionItself() {
        invoke("{\"email\":\"alice@example.com\"}")
                .then()
                .statusCode(200)
                .body(member("userId", is("user-alice")))
                .body(member("joinUrl", isLinkToThisMachine()))
                .body(member("fetched", is(true)));
        invoke("{\"conversationId\":\"conversation-demo\"}")
                .then()
                .statusCode(200)
                .body(member("fetched", is(false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'email':'nobody@example.com'}                       | target-not-found",
                "{'email':'twins@example.com'}                        | target-ambiguous",
                "{'userId':'u','email':'a@example.com'}               | invalid-request",
                "{'Records':[{'eventSource':'aws:sqs','body':'{}'}]}  | unsupported-event",
                "{'Records':[]}                                       | unsupported-event",
                "{'version':'0','id':'1','detail-type':'Scheduled Event','source':'aws.events','detail':{}} | unsupported-event",
                "{'awslogs':{'data':'H4s'}}                           | unsupported-event",
                "{'eventSource':'aws:kafka','records':{'t-0':[]}}     | unsupported-event",
                "{'requestContext':{'connectionId':'c','eventType':'CONNECT','routeKey':'$connect'},'headers':{}} | unsupported-event",
                "{'requestContext':{'elb':{'targetGroupArn':'a'}},'httpMethod':'GET','path':'/','headers':{}} | unsupported-event",
                "{'type':'TOKEN','authorizationToken':'t','methodArn':'a'} | unsupported-event",
                "{'version':'2.0','type':'REQUEST','routeArn':'a','requestContext':{'http':{'method':'GET'}}} | unsupported-event",
                "{'userId':{'a':1}}                                   | invalid-request",
                "{'nobody':'here'}                                    | invalid-request",
                "{'userId':'user-alice','userId':'user-bob'}          | invalid-request",
                "{'resource':'/','httpMethod':'POST','requestContext':{'stage':'x'}} | unsupported-event",
                "{'version':'1.0','requestContext':{}}                | unsupported-event",
                "[]                                                   | unsupported-event",
                "'text'                                               | unsupported-event",
                "7                                                    | unsupported-event",
                "null                                                 | unsupported-event"
            })
    void failureIsAFunctionErrorNamedByItsCode(String event, String code) {
        var error = invoke(event);

        error.then()
                .statusCode(500)
                .body(member("errorType", is(code)))
                .body(member("errorMessage", member("code", is(code))))
                .body(member("errorMessage", member("type", is("urn:cobrowse:problem:" + code))));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void bothKindsOfEventsMayFollowEachOtherInAnyOrder() {
        for (var i = 0; i < 5; i++) {
            invoke("{\"userId\":\"user-alice\"}").then().statusCode(200);
            start("{\"userId\":\"user-alice\"}").then().statusCode(201);
            invoke("{}").then().statusCode(500);
        }
        genesys.verifyThat(10, startWithUser());
    }
}
