package cobrowse.fleet;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Genesys with its limits: four tokens at once and one a second after that, the rest refused; so many requests in a window
 * for each token.
 */
final class RationedGenesys implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final FakeGenesys genesys = new FakeGenesys();
    private final Refusal refusal;
    private final int requestsInAWindow;
    private final Duration window;
    private final long began = System.nanoTime();
    private final Map<String, Integer> requests = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private double tokensLeft = AT_ONCE;
    private long lastMinted = began;
    private long currentWindow;
    private int granted;
    private int refused;

    /** How the token endpoint says that there were too many log-ins. */
    enum Refusal {
        TOO_MANY_REQUESTS(429, "{}"),
        BAD_REQUEST(
                400,
                "{\"error\":\"invalid_request\",\"description\":\"rate limit exceeded; retry later\","
                        + "\"error_description\":\"rate limit exceeded; retry later\"}");

        final int status;
        final String body;

        Refusal(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    RationedGenesys(Refusal refusal, int requestsInAWindow, Duration window) throws IOException {
        this.refusal = refusal;
        this.requestsInAWindow = requestsInAWindow;
        this.window = window;
        genesys.follows(request ->
                request.call() == Call.TOKEN ? logIn() : start(request.headers().get("authorization")));
    }

    String url() {
        return genesys.url();
    }

    synchronized int granted() {
        return granted;
    }

    synchronized int refused() {
        return refused;
    }

    /** From now on, no token that was given before is taken. */
    synchronized void revokeAll() {
        for (var number = 1; number <= granted; number++) {
            revoked.add(bearer(number));
        }
    }

    @Override
    public void close() throws IOException {
        genesys.close();
    }

    private synchronized Answer logIn() {
        var now = System.nanoTime();
        tokensLeft = Math.min(AT_ONCE, tokensLeft + (now - lastMinted) / 1e9);
        lastMinted = now;
        if (tokensLeft < 1) {
            refused++;
            return Answer.json(refusal.status, refusal.body);
        }
        tokensLeft--;
        granted++;
        return Answer.json(200, "{\"access_token\":\"fake-" + granted + "\",\"expires_in\":86400}");
    }

    private synchronized Answer start(String bearer) {
        if (revoked.contains(bearer)) {
            return Answer.json(401, "{\"code\":\"authentication.required\"}");
        }
        var sinceBegan = System.nanoTime() - began;
        if (sinceBegan / window.toNanos() != currentWindow) {
            currentWindow = sinceBegan / window.toNanos();
            requests.clear();
        }
        if (requests.merge(bearer, 1, Integer::sum) > requestsInAWindow) {
            var left = window.toNanos() - sinceBegan % window.toNanos();
            return Answer.json(
                    429, "{\"code\":\"too.many.requests\"}", "Retry-After: " + (left + 999_999_999) / 1_000_000_000);
        }
        return Answer.json(200, "{\"id\":\"session-1\",\"joinUrl\":\"https://join.example/1\"}");
    }

    private static String bearer(int number) {
        return "Bearer fake-" + number;
    }
}
