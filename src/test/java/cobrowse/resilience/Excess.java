package cobrowse.resilience;

import cobrowse.fake.Answer;
import java.util.Arrays;
import java.util.function.Function;

/** More or less than one response to one request, under the names of the second table in {@code docs/resilience.md}. */
enum Excess {
    CONTINUE("100 before it", answer -> Answer.raw("HTTP/1.1 100 Continue\r\n\r\n" + ok(answer))),
    PROCESSING("102, and later the response", answer -> interim(102).then(Answer.raw(ok(answer)))),
    EARLY_HINTS(
            "103 with headers before it",
            answer -> Answer.raw("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + ok(answer))),
    UNKNOWN_INTERIM("199, and later the response", answer -> interim(199).then(Answer.raw(ok(answer)))),
    MANY_INTERIM(
            "102, 103, 110 and later the response",
            answer -> interim(102).then(interim(103)).then(interim(110)).then(Answer.raw(ok(answer)))),
    SWITCHING("101", answer -> Answer.raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: chat\r\n\r\n")),
    SWITCHING_FIRST(
            "101 before it",
            answer -> Answer.raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: chat\r\n\r\n" + ok(answer))),
    TWO("two responses", answer -> Answer.raw(ok(answer) + ok(Excess.OTHER))),
    SECOND_LATER("a second response later", answer -> Answer.raw(ok(answer)).then(Answer.raw(ok(Excess.OTHER)))),
    BEYOND("bytes beyond its length", answer -> Answer.raw(ok(answer) + "{\"id\"")),
    BEYOND_LATER(
            "bytes beyond its length, later", answer -> Answer.raw(ok(answer)).then(Answer.raw("{\"id\""))),
    LINE_BEYOND("a line beyond its length", answer -> Answer.raw(ok(answer) + "{}\r\n")),
    NO_CONTENT_WITH_BODY(
            "204 with a body",
            answer ->
                    Answer.raw("HTTP/1.1 204 No Content\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer)),
    NOT_MODIFIED_WITH_BODY(
            "304 with a body",
            answer -> Answer.raw(
                    "HTTP/1.1 304 Not Modified\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer)),
    CHUNKED_WITH_JUNK("junk behind its last chunk", answer -> Answer.raw(chunked(answer) + "0\r\n\r\n")),
    OLD_VERSION(
            "HTTP/1.0 that is kept alive",
            answer -> Answer.raw(ok(answer, "Connection: keep-alive").replace("HTTP/1.1", "HTTP/1.0"))),
    UNTIL_CLOSED("a body until the connection closes", answer -> Answer.raw("HTTP/1.1 200 OK\r\n\r\n" + answer)
            .thenHangUp()),
    SHORT(
            "a body shorter than its length",
            answer -> Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + answer)),
    TWO_LENGTHS("two lengths", answer -> Answer.raw(ok(answer, "Content-Length: 5"))),
    MANY_HEADERS("headers of 60 KiB", answer -> Answer.raw(ok(answer, "X-Long: " + "x".repeat(60 << 10)))),
    TOO_MANY_HEADERS("headers of 70 KiB", answer -> Answer.raw(ok(answer, "X-Long: " + "x".repeat(70 << 10)))),
    LONG_STATUS_LINE(
            "a status line of 60 KiB", answer -> Answer.raw(ok(answer).replace(" OK", " " + "O".repeat(60 << 10))));

    private static final String OTHER = "{\"id\":\"session-x\",\"joinCode\":\"666666\"}";

    final String name;
    final Function<String, Answer> around;

    Excess(String name, Function<String, Answer> around) {
        this.name = name;
        this.around = around;
    }

    static Excess of(String name) {
        return Arrays.stream(values())
                .filter(excess -> excess.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such thing: " + name));
    }

    private static Answer interim(int status) {
        return Answer.raw("HTTP/1.1 " + status + " Interim\r\n\r\n");
    }

    private static String ok(String body, String... headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList()) + "\r\n" + body;
    }

    private static String chunked(String body) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                + body + "\r\n0\r\n\r\n";
    }
}
