package cobrowse.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets Manager, and a DynamoDB that first complains of a signature, repeating what was signed, as the real one does. */
final class LeakyAws implements AutoCloseable {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private volatile boolean ill;

    LeakyAws() throws IOException {
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void fails(boolean whether) {
        ill = whether;
    }

    /** The operations that it was asked for with the session token. */
    Set<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
        if (Secrets.SESSION_TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"))) {
            seen.add(operation);
        }
        exchange.getRequestBody().readAllBytes();
        var body = body(operation).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(ill ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String body(String operation) {
        if (ill) {
            return "{\"__type\":\"com.amazon.coral.service#InvalidSignatureException\",\"message\":\"It does not match."
                    + "\\n\\nThe Canonical String should have been\\n'x-amz-security-token:" + Secrets.SESSION_TOKEN
                    + "'\"}";
        }
        return operation.equals("GetSecretValue")
                ? "{\"SecretString\":\"{\\\"clientId\\\":\\\"fake\\\",\\\"clientSecret\\\":\\\"" + Secrets.CLIENT_SECRET
                        + "\\\"}\"}"
                : "{}";
    }
}
