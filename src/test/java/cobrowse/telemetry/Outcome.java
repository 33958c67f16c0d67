package cobrowse.telemetry;

import static cobrowse.telemetry.Events.direct;
import static cobrowse.telemetry.Events.http;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import java.util.UUID;
import java.util.function.Consumer;

/** What may become of a request, each under its heading in {@code docs/observability.md}. */
enum Outcome {
    STARTED("A session was started", http("POST", "", "{'email':'alice@example.com'}")),
    STARTED_DIRECTLY("… by a direct invocation", direct("{'userId':'user-1'}")),
    NOT_FETCHED(
            "… but not fetched",
            http("POST", "", "{'userId':'user-1'}"),
            genesys -> genesys.answers(Call.FETCH, Answer.status(503))),
    REPLAYED("The answer was remembered", direct(Events.WITH_KEY)),
    FETCHED("A session was fetched", http("GET", "/session-1", null)),
    ENDED(
            "A session was ended",
            http("DELETE", "/0f5ac6cb-5d2c-4f5c-9f0c-0d2f4a7e8b11", "deploymentId=deployment-1", null)),
    INVALID("The request is not valid", http("POST", "", "{'userId':'user-1','email':'alice@example.com'}")),
    NO_JSON("… because it is no JSON", http("POST", "", "no JSON")),
    NO_BASE64("… because it is no Base64", Events.noBase64()),
    NO_PATH("There is nothing at the path", http("GET", "/a/b", null)),
    NO_METHOD("The path does not take the method", http("PUT", "/session-1", "{}")),
    UNSUPPORTED_EVENT("The event is of another service", direct("{'requestContext':{'elb':{}}}")),
    NOT_FOUND(
            "Genesys does not know the target",
            http("GET", "/session-2", null),
            genesys -> genesys.answers(Call.FETCH, Answer.status(404))),
    RATE_LIMITED(
            "Genesys limits the rate",
            http("POST", "", "{'userId':'user-1'}"),
            genesys -> genesys.answers(Call.START, Answer.status(429, "Retry-After: 60"))),
    CREDENTIALS(
            "Genesys rejects the credentials",
            http("POST", "", "{'userId':'user-1'}"),
            genesys -> genesys.answers(Call.START, Answer.status(401))),
    TIMEOUT(
            "Genesys does not answer in time",
            http("POST", "", "{'email':'alice@example.com'}"),
            genesys -> genesys.answers(Call.SEARCH, Answer.silence())),
    UNKNOWN(
            "A session may have been started",
            direct("{'conversationId':'conversation-1'}"),
            genesys ->
                    genesys.answers(Call.START_IN_CONVERSATION, Answer.raw("").thenHangUp()));

    final String heading;
    final String event;
    final Consumer<FakeGenesys> setup;

    Outcome(String heading, String event) {
        this(heading, event, genesys -> {});
    }

    Outcome(String heading, String event, Consumer<FakeGenesys> setup) {
        this.heading = heading;
        this.event = event.replace("{key}", UUID.randomUUID().toString());
        this.setup = setup;
    }

    /** Whether there is anything to say beside the request's line. */
    boolean isHappy() {
        return this == STARTED || this == STARTED_DIRECTLY || this == REPLAYED || this == FETCHED || this == ENDED;
    }
}
