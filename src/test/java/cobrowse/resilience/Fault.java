package cobrowse.resilience;

import cobrowse.fake.Answer;
import java.util.Arrays;

/** What Genesys may do to a call, under the names of the table in {@code docs/resilience.md}. */
enum Fault {
    HANG_UP("hangs up without an answer", Answer.raw("").thenHangUp()),
    RESET("resets the connection", Answer.raw("").thenReset()),
    CUT_OFF(
            "hangs up in the middle of the body",
            Answer.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\":")
                    .thenHangUp()),
    CUT_OFF_RESET(
            "resets in the middle of the body",
            Answer.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\":")
                    .thenReset()),
    CUT_OFF_HEAD(
            "hangs up in the middle of the head",
            Answer.raw("HTTP/1.1 200 OK\r\nContent-Ty").thenHangUp()),
    JUNK("talks no HTTP", Answer.raw("220 smtp.example ESMTP\r\n\r\n").thenHangUp()),
    SILENCE("never answers", Answer.silence()),
    DRIBBLE("answers a byte at a time", Answer.dribble()),
    TOO_LONG("answers 100 MB", Answer.endless(100 << 20)),
    HTML("answers 200 with HTML", Answer.http(200, "text/html", "<h1>Welcome</h1>")),
    EMPTY("answers 200 with nothing", Answer.status(200)),
    OTHER_JSON("answers 200 with other JSON", Answer.json(200, "[1]")),
    REDIRECT("answers 302", Answer.status(302, "Location: https://elsewhere.example/")),
    S400("answers 400", error(400, "bad.request")),
    RATE_LIMIT(
            "answers 400, rate limit exceeded",
            Answer.json(
                    400,
                    "{\"error\":\"invalid_request\",\"description\":\"rate limit exceeded; wait\","
                            + "\"error_description\":\"rate limit exceeded; wait\"}")),
    S401("answers 401 for ever", error(401, "bad.credentials")),
    S403("answers 403", error(403, "missing.permissions")),
    S404("answers 404", error(404, "not.found")),
    S409("answers 409", error(409, "conflict")),
    S429("answers 429", error(429, "too.many.requests")),
    S429_LATER("answers 429, Retry-After: 60", Answer.status(429, "Retry-After: 60")),
    S500("answers 500", error(500, "internal.server.error")),
    S502("answers 502 with HTML", Answer.http(502, "text/html", "<h1>Bad gateway</h1>")),
    S503("answers 503", error(503, "service.unavailable")),
    S504("answers 504 with nothing", Answer.status(504));

    final String name;
    final Answer answer;

    Fault(String name, Answer answer) {
        this.name = name;
        this.answer = answer;
    }

    static Fault of(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such fault: " + name));
    }

    private static Answer error(int status, String code) {
        return Answer.json(
                status,
                "{\"message\":\"No.\",\"code\":\"" + code + "\",\"status\":" + status + "}",
                "ININ-Correlation-Id: fake-1");
    }
}
