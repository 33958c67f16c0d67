package cobrowse.fake;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is done to a connection on which a request has just been read. */
@FunctionalInterface
public interface Answer {
    /** @param end is over when the server closes: what waits for nothing else waits for that */
    void write(Socket socket, CountDownLatch end) throws IOException, InterruptedException;

    static Answer json(int status, String body, String... headers) {
        return http(status, "application/json", body, headers);
    }

    static Answer http(int status, String contentType, String body, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: " + contentType + "\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return raw(head.toString());
    }

    static Answer status(int status, String... headers) {
        return json(status, "", headers);
    }

    static Answer raw(String text) {
        return (socket, end) -> socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the other one behind this, in a packet of its own, after a pause that is long enough for whoever reads. */
    default Answer then(Answer next) {
        return (socket, end) -> {
            write(socket, end);
            end.await(100, TimeUnit.MILLISECONDS);
            next.write(socket, end);
        };
    }

    /** Is written that much later. */
    default Answer after(Duration pause) {
        return (socket, end) -> {
            end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            write(socket, end);
        };
    }

    /** Ends the connection in order. */
    default Answer thenHangUp() {
        return (socket, end) -> {
            write(socket, end);
            socket.close();
        };
    }

    /** Ends the connection with a TCP reset. */
    default Answer thenReset() {
        return (socket, end) -> {
            write(socket, end);
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Keeps the connection and says nothing more. */
    static Answer silence() {
        return (socket, end) -> end.await();
    }

    /** A byte now and then, so that no idle timeout helps. */
    static Answer dribble() {
        return (socket, end) -> {
            raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .write(socket, end);
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write(' ');
            }
        };
    }

    static Answer endless(long bytes) {
        return (socket, end) -> {
            raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes + "\r\n\r\n")
                    .write(socket, end);
            var spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < bytes; sent += spaces.length) {
                socket.getOutputStream().write(spaces);
            }
        };
    }
}
