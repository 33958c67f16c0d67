package cobrowse.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network before a table in which a write can be held up, and arrive when its sender has long given it up. */
public final class HeldTable implements AutoCloseable {
    private final URI table;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Held> releases = new ArrayList<>();
    private Held held;

    private record Held(String text, CountDownLatch release, CompletableFuture<Void> arrived) {}

    public HeldTable(URI table) throws IOException {
        this.table = table;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Holds the next request that contains this. */
    public synchronized void hold(String text) {
        held = new Held(text, new CountDownLatch(1), new CompletableFuture<>());
        releases.add(held);
    }

    /** Lets all that is held arrive, and waits until it has. */
    public void release() {
        for (var one : releases) {
            one.release().countDown();
            one.arrived().join();
        }
        releases.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var mine = take(new String(body));
        try {
            if (mine != null) {
                mine.release().await();
            }
            var response = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (mine != null) {
                mine.arrived().complete(null);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Held take(String body) {
        if (held == null || !body.contains(held.text())) {
            return null;
        }
        var mine = held;
        held = null;
        return mine;
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        return HttpRequest.newBuilder(table)
                .header("X-Amz-Target", headers.getFirst("X-Amz-Target"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", headers.getFirst("Authorization"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
