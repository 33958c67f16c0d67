package cobrowse.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Genesys with its limits: four tokens at once and one a second after that, the rest refused; so many requests in a window
 * for each token.
 */
final class RationedGenesys implements AutoCloseable {
    static final int AT_ONCE = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
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
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.createContext("/oauth/token", exchange -> answer(exchange, logIn()));
        server.createContext("/api/v2/cobrowse/sessions", exchange -> answer(exchange, start(exchange)));
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Response(int status, String body, String retryAfter) {}

    private synchronized Response logIn() {
        var now = System.nanoTime();
        tokensLeft = Math.min(AT_ONCE, tokensLeft + (now - lastMinted) / 1e9);
        lastMinted = now;
        if (tokensLeft < 1) {
            refused++;
            return new Response(refusal.status, refusal.body, null);
        }
        tokensLeft--;
        granted++;
        return new Response(200, "{\"access_token\":\"fake-" + granted + "\",\"expires_in\":86400}", null);
    }

    private synchronized Response start(HttpExchange exchange) {
        var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (revoked.contains(bearer)) {
            return new Response(401, "{\"code\":\"authentication.required\"}", null);
        }
        var sinceBegan = System.nanoTime() - began;
        if (sinceBegan / window.toNanos() != currentWindow) {
            currentWindow = sinceBegan / window.toNanos();
            requests.clear();
        }
        if (requests.merge(bearer, 1, Integer::sum) > requestsInAWindow) {
            var left = window.toNanos() - sinceBegan % window.toNanos();
            return new Response(
                    429, "{\"code\":\"too.many.requests\"}", String.valueOf((left + 999_999_999) / 1_000_000_000));
        }
        return new Response(200, "{\"id\":\"session-1\",\"joinUrl\":\"https://join.example/1\"}", null);
    }

    private static String bearer(int number) {
        return "Bearer fake-" + number;
    }

    private static void answer(HttpExchange exchange, Response response) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (response.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", response.retryAfter());
            }
            var body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
