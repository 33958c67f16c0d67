package cobrowse.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The Lambda Runtime API, as the documentation of custom runtimes has it (version 2018-06-01). */
final class RuntimeApi implements AutoCloseable {
    /** X-Ray's, the same for every invocation. */
    static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    private static final String ROOT = "/2018-06-01/runtime/";

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Waiting> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final BlockingQueue<Integer> faults = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** @param deadlineMillis epoch milliseconds at which Lambda would stop the function */
    private record Waiting(
            String id,
            String event,
            long deadlineMillis,
            Map<String, String> headers,
            CompletableFuture<Outcome> outcome) {}

    /** @param failed whether the payload is a function error: {@code errorType} and {@code errorMessage} */
    record Outcome(boolean failed, String payload) {}

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ROOT + "invocation/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What Lambda sets {@code AWS_LAMBDA_RUNTIME_API} to. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Done when the function asks for its first event, which ends its init phase. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    CompletableFuture<Outcome> invoke(String event, Duration remaining) {
        return invoke(event, remaining, Map.of("Lambda-Runtime-Trace-Id", TRACE));
    }

    /** @param headers that Lambda adds now and then */
    CompletableFuture<Outcome> invoke(String event, Duration remaining, Map<String, String> headers) {
        var invocation = new Waiting(
                UUID.randomUUID().toString(),
                event,
                System.currentTimeMillis() + remaining.toMillis(),
                headers,
                new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.outcome();
    }

    /** The next time it is asked for an event, it has none: it answers with this status, or with 0 breaks off the connection. */
    void failNext(int status) {
        faults.add(status);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/");
        if (path[1].equals("next")) {
            next(exchange);
            return;
        }
        var payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
        running.remove(path[1]).outcome().complete(new Outcome(path[2].equals("error"), payload));
    }

    /** @return {@code null} after a fault */
    private Waiting take(HttpExchange exchange) throws InterruptedException, IOException {
        while (true) {
            var fault = faults.poll();
            if (fault != null) {
                if (fault > 0) {
                    exchange.getResponseHeaders().set("Location", "http://" + address() + ROOT + "invocation/next");
                    exchange.sendResponseHeaders(fault, -1);
                }
                return null;
            }
            var invocation = waiting.poll(20, TimeUnit.MILLISECONDS);
            if (invocation != null) {
                return invocation;
            }
        }
    }

    private void next(HttpExchange exchange) {
        ready.complete(null);
        try (exchange) {
            var invocation = take(exchange);
            if (invocation == null) {
                return;
            }
            running.put(invocation.id(), invocation);
            var headers = exchange.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(invocation.deadlineMillis()));
            headers.set(
                    "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:test");
            invocation.headers().forEach(headers::set);
            headers.set("Content-Type", "application/json");
            var event = invocation.event().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
