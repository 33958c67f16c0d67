package cobrowse.fake;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The calls that the function makes, told apart by method and path. */
public enum Call {
    TOKEN(
            "POST (/gateway/login)?/oauth/token",
            "{\"access_token\":\"fake\",\"token_type\":\"bearer\",\"expires_in\":86400}"),
    SEARCH(
            "POST (/gateway)?/api/v2/users/search",
            "{\"results\":[{\"id\":\"user-1\",\"email\":\"alice@example.com\",\"state\":\"active\"}]}"),
    LIST(
            "GET (/gateway)?/api/v2/users",
            "{\"entities\":[{\"id\":\"user-1\",\"email\":\"alice@example.com\",\"state\":\"active\"}]}"),
    START("POST (/gateway)?/api/v2/cobrowse/sessions", "{\"id\":\"session-1\",\"state\":\"initiated\"}"),
    FETCH(
            "GET (/gateway)?/api/v2/cobrowse/sessions/[^/]+",
            "{\"id\":\"session-1\",\"joinUrl\":\"https://join.example/1\"}"),
    START_IN_CONVERSATION("POST (/gateway)?/api/v2/conversations/[^/]+/cobrowse", "{\"id\":\"session-1\"}"),
    FETCH_OF_DEPLOYMENT(
            "GET (/gateway)?/api/v2/webdeployments/deployments/[^/]+/cobrowse/[^/]+",
            "{\"id\":\"session-1\",\"joinCode\":\"123456\"}"),
    END("DELETE (/gateway)?/api/v2/webdeployments/deployments/[^/]+/cobrowse/[^/]+", "");

    private static final AtomicInteger TOKENS = new AtomicInteger();

    private final Pattern requestLine;

    private final String json;

    Call(String methodAndPath, String json) {
        requestLine = Pattern.compile(methodAndPath + "(\\?\\S*)? HTTP/1.1");
        this.json = json;
    }

    /** What a healthy Genesys answers. */
    public Answer healthyResponse() {
        return this == TOKEN ? Call::newToken : Answer.json(200, json);
    }

    /** Unlike the ones before: the very token that was just rejected is no renewal. */
    private static void newToken(Socket socket, CountDownLatch end) throws IOException, InterruptedException {
        var json = TOKEN.json.replace("fake", "fake-" + TOKENS.incrementAndGet());
        Answer.json(200, json).write(socket, end);
    }

    /** … in its body. */
    public String json() {
        return json;
    }

    static Call of(String requestLine) {
        for (var call : values()) {
            if (call.requestLine.matcher(requestLine).matches()) {
                return call;
            }
        }
        throw new IllegalArgumentException("Nobody should ask Genesys for " + requestLine);
    }
}
