package cobrowse.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A site with the widget and an API that gives the answers a test has laid out, and remembers what it was asked. */
final class FakeFunction implements AfterEachCallback, AutoCloseable {
    private static final Path WEB = Path.of("src/web");
    private static final String POLICY = "default-src 'self'; connect-src *; require-trusted-types-for 'script'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>A shop</title>
            <script type="module" src="/cobrowse-button.js"></script>
            <cobrowse-button email="visitor@example.com"></cobrowse-button>
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final BlockingDeque<Answer> answers = new LinkedBlockingDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** @param nanoTime when the request came */
    record Asked(String method, URI uri, String key, String authorization, String body, long nanoTime) {}

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    FakeFunction() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        page("/", PAGE, Map.of("Content-Security-Policy", POLICY));
        server.createContext("/cobrowse-button", this::module);
        server.createContext("/v1/cobrowse-sessions", this::api);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A further page, which may have scripts in it. */
    void page(String path, String html) {
        page(path, html, Map.of());
    }

    private void page(String path, String html, Map<String, String> headers) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            send(exchange, 200, headers, html);
        });
    }

    void answers(Answer... next) {
        answers.addAll(List.of(next));
    }

    /** Before those that are laid out already. */
    void answersFirst(Answer next) {
        answers.addFirst(next);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<String> keys() {
        return asked.stream().map(Asked::key).toList();
    }

    static Answer status(int status) {
        return exchange -> send(exchange, status, Map.of(), "");
    }

    /** As a firewall gives it. */
    static Answer page(int status) {
        return exchange -> send(exchange, status, Map.of("Content-Type", "text/html"), "<h1>Blocked</h1>");
    }

    static Answer json(int status, String body) {
        return exchange -> send(exchange, status, Map.of("Content-Type", "application/json"), body);
    }

    static Answer problem(int status, String code, boolean retryable, Map<String, String> headers) {
        var body = """
                {"type": "urn:cobrowse:problem:%1$s", "title": "%1$s", "status": %2$d, "detail": "for developers",
                 "code": "%1$s", "retryable": %3$b, "correlationId": "correlation-1"}
                """.formatted(code, status, retryable);
        return exchange -> send(exchange, status, headers, body);
    }

    static Answer after(CountDownLatch latch, Answer answer) {
        return exchange -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            answer.to(exchange);
        };
    }

    private void module(HttpExchange exchange) throws IOException {
        var source =
                Files.readString(WEB.resolve(exchange.getRequestURI().getPath().substring(1)));
        send(exchange, 200, Map.of("Content-Type", "text/javascript"), source);
    }

    private void api(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            var allowed = Map.of(
                    "Access-Control-Allow-Headers", "authorization,content-type,idempotency-key",
                    "Access-Control-Allow-Methods", "GET,POST,DELETE");
            send(exchange, 200, allowed, "");
            return;
        }
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("Authorization"),
                body,
                System.nanoTime()));
        var answer = answers.poll();
        (answer == null ? json(418, "{}") : answer).to(exchange);
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().set("Access-Control-Expose-Headers", "Retry-After");
        // On a connection used before, a browser itself repeats a request that was not answered.
        exchange.getResponseHeaders().set("Connection", "close");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
