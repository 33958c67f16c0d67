package cobrowse.telemetry;

import static cobrowse.telemetry.Events.direct;
import static cobrowse.telemetry.Events.http;

import cobrowse.fake.Answer;
import cobrowse.fake.FakeGenesys;
import java.util.List;
import java.util.UUID;

/** Makes the function do all that it can, and fail in all ways, with secrets in whatever it sends and receives. */
final class AllOperations {
    private static final String WITH_EMAIL = "{'email':'" + Secrets.EMAIL + "'}";
    private static final String BY_JOIN_CODE = "/" + Secrets.JOIN_CODE;
    private static final String DEPLOYMENT = "deploymentId=deployment-1";

    private AllOperations() {}

    interface Function {
        void invoke(String event) throws Exception;
    }

    /** @param aws {@code null} without */
    static void walk(Function function, FakeGenesys genesys, LeakyAws aws) throws Exception {
        LeakyGenesys.recovers(genesys);
        for (var event : events()) {
            function.invoke(event);
        }
        for (var fault : List.of(
                LeakyGenesys.error(400),
                LeakyGenesys.error(403),
                LeakyGenesys.error(404),
                LeakyGenesys.error(500),
                LeakyGenesys.noJson(),
                Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"joinUrl\":\"" + Secrets.JOIN_LINK)
                        .thenHangUp(),
                Answer.raw("HTTP/1.1 hidden\r\nhidden: hidden\r\n\r\n").thenReset())) {
            LeakyGenesys.recovers(genesys);
            LeakyGenesys.fails(genesys, fault);
            function.invoke(http("POST", "", WITH_EMAIL));
            function.invoke(http("GET", BY_JOIN_CODE, DEPLOYMENT, null));
            function.invoke(http("DELETE", BY_JOIN_CODE, DEPLOYMENT, null));
        }
        LeakyGenesys.recovers(genesys);
        LeakyGenesys.fails(genesys, LeakyGenesys.error(401));
        function.invoke(direct(WITH_EMAIL));
        LeakyGenesys.recovers(genesys);
        if (aws != null) {
            aws.fails(true);
            function.invoke(withKey());
            aws.fails(false);
        }
    }

    static List<String> events() {
        return List.of(
                http("POST", "", WITH_EMAIL),
                direct(WITH_EMAIL),
                withKey(),
                direct("{'conversationId':'conversation-1','deploymentId':'deployment-1'}"),
                http("GET", BY_JOIN_CODE, DEPLOYMENT, null),
                direct("{'operation':'fetch','sessionId':'" + Secrets.JOIN_CODE + "','deploymentId':'deployment-1'}"),
                http("DELETE", BY_JOIN_CODE, DEPLOYMENT, null),
                http("GET", BY_JOIN_CODE + "/more", "email=" + Secrets.EMAIL, null),
                http("GET", BY_JOIN_CODE + "%zz", "email=" + Secrets.EMAIL, null),
                http("POST", "", "{'email':'" + Secrets.EMAIL),
                http("POST", "", "{'" + Secrets.EMAIL + "':7,'email':'" + Secrets.EMAIL + "'}"),
                http("OPTIONS", BY_JOIN_CODE, null),
                Events.noBase64(),
                direct("{'" + Secrets.EMAIL + "':{'" + Secrets.EMAIL + "':[]}}"),
                direct("{'requestContext':{'http':{'method':'GET'}},'body':{'" + Secrets.EMAIL + "':1}}"));
    }

    private static String withKey() {
        return direct("{'email':'" + Secrets.EMAIL + "','idempotencyKey':'" + UUID.randomUUID() + "'}");
    }
}
