package cobrowse.restclient;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.impl.HttpClientConnection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Looks at each request just before it is sent. A connection that has idled may be dead without anybody having said so
 * (Lambda freezes a container, and the other side hangs up meanwhile); a request that must not be repeated would be lost
 * on it. So it is closed instead and {@link Calls} tries again on another one.
 */
class ConnectionGuard implements Consumer<HttpClientRequest> {
    /** Less than any common server keeps an idle connection (Node.js: 5 s, Tomcat: 20 s, AWS load balancers: 60 s). */
    private static final long MOST_IDLE_MILLIS = 4_000;

    private static final long MOST_BYTES = 1 << 20;

    @Override
    public void accept(HttpClientRequest request) {
        // Vert.x logs what nobody listens to; who called is told by the answer's future.
        request.exceptionHandler(e -> {});
        var connection = (HttpClientConnection) request.connection();
        var used = connection.lastResponseReceivedTimestamp();
        if (used != 0 && System.currentTimeMillis() - used > MOST_IDLE_MILLIS) {
            request.reset(0, new StaleConnection());
            connection.close();
            return;
        }
        request.response().onSuccess(response -> {
            // Whatever it is called: a gateway may lose the type, or write one that nobody can read.
            response.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            limit(request, response);
        });
    }

    private static void limit(HttpClientRequest request, HttpClientResponse response) {
        var received = new AtomicLong();
        response.handler(chunk -> {
            if (received.addAndGet(chunk.length()) > MOST_BYTES) {
                request.reset(0, new AnswerTooLong());
            }
        });
    }

    /** Nothing was sent: the connection had idled too long. */
    static final class StaleConnection extends IOException {}

    static final class AnswerTooLong extends IOException {
        AnswerTooLong() {
            super("The answer is longer than " + MOST_BYTES + " bytes");
        }
    }
}
