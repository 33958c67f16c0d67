package cobrowse.fake;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that tunnels. */
public final class ConnectProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";

    public ConnectProxy() throws IOException {
        inBackground(() -> {
            while (true) {
                var client = server.accept();
                inBackground(() -> serve(client));
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it was asked, each request with its headers. */
    public List<String> heads() {
        return heads;
    }

    /** Answers this to whatever is asked from now on; the empty text means that it tunnels. */
    public void refuse(String status) {
        refusal = status;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            var head = head(client.getInputStream());
            heads.add(head);
            if (!refusal.isEmpty()) {
                write(client, "HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            var port = Integer.parseInt(head.substring(head.indexOf(':') + 1, head.indexOf(" HTTP/1.1")));
            try (var target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                inBackground(() -> {
                    target.getInputStream().transferTo(client.getOutputStream());
                    client.shutdownOutput();
                });
                client.getInputStream().transferTo(target.getOutputStream());
            }
        }
    }

    private static void write(Socket client, String head) throws IOException {
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void inBackground(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The connection is over, by whosever wish.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
