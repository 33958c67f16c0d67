package cobrowse.restclient;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Looks at each request just before it is sent. A connection that has been idle may be dead without anybody having said so
 * (Lambda freezes a container, and the other side hangs up meanwhile); a request that must not be repeated would be lost
 * on it. So it is closed instead and {@link Calls} tries again on another one.
 */
class ConnectionGuard implements Consumer<HttpClientRequest> {
    /** Less than any common server keeps an idle connection (Node.js: 5 s, Tomcat: 20 s, AWS load balancers: 60 s). */
    private static final long MOST_IDLE_MILLIS = 4_000;

    /** Nobody keeps one longer; what may be repeated is tried on a younger one, which saves the handshake. */
    private static final long MOST_IDLE_MILLIS_IF_REPEATABLE = 60_000;

    private static final long MOST_BYTES = 1 << 20;

    /** When each open connection was made, or last received a response; on the wall clock, which goes on while frozen. */
    private final Map<HttpConnection, Long> lastAlive = new ConcurrentHashMap<>();

    @Override
    public void accept(HttpClientRequest request) {
        // Vert.x logs what nobody listens to; who called is told by the response's future.
        request.exceptionHandler(e -> {});
        var handover = Handover.current();
        var connection = request.connection();
        var idle = System.currentTimeMillis() - lastAlive(connection);
        if (idle > (handover.repeatable ? MOST_IDLE_MILLIS_IF_REPEATABLE : MOST_IDLE_MILLIS)) {
            request.reset(0, new StaleConnection());
            connection.close();
            return;
        }
        if (!handover.handOver(idle > MOST_IDLE_MILLIS)) {
            request.reset(0, new StaleConnection());
            return;
        }
        request.response().onSuccess(response -> {
            lastAlive.computeIfPresent(connection, (any, before) -> System.currentTimeMillis());
            handover.answered(response.statusCode());
            // Whatever it is called: a gateway may lose the type, or write one that nobody can read.
            response.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            limit(request, response);
        });
    }

    private long lastAlive(HttpConnection connection) {
        var now = System.currentTimeMillis();
        var known = lastAlive.putIfAbsent(connection, now);
        if (known == null) {
            connection.closeHandler(closed -> lastAlive.remove(connection));
            return now;
        }
        return known;
    }

    private static void limit(HttpClientRequest request, HttpClientResponse response) {
        var received = new AtomicLong();
        response.handler(chunk -> {
            if (received.addAndGet(chunk.length()) > MOST_BYTES) {
                request.reset(0, new ResponseTooLong());
            }
        });
    }

    /** Nothing was sent. */
    static final class StaleConnection extends IOException {}

    static final class ResponseTooLong extends IOException {
        ResponseTooLong() {
            super("The response is longer than " + MOST_BYTES + " bytes");
        }
    }
}
