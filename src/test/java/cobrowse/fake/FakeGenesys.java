package cobrowse.fake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Genesys on a bare socket, so that it can misbehave in ways that no HTTP server would let it. */
public final class FakeGenesys implements AutoCloseable {
    private final Map<Call, Deque<Answer>> scripts = new EnumMap<>(Call.class);
    private final Map<Call, Integer> counts = new EnumMap<>(Call.class);
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    /** With TLS or without, each with its connection of TCP. */
    private final Map<Socket, Socket> connections = new ConcurrentHashMap<>();

    private final Set<Socket> idle = ConcurrentHashMap.newKeySet();
    private final List<Socket> fillers = new ArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final int port;
    private volatile int idleTimeoutMillis = Integer.MAX_VALUE;
    private volatile SSLContext tls;
    private volatile Function<Request, Answer> healthy =
            request -> request.call().healthyResponse();
    private ServerSocket server;

    /**
     * @param target of the request line
     * @param headers by lower-case name
     */
    public record Request(Call call, String target, Map<String, String> headers, String body) {}

    public FakeGenesys() throws IOException {
        server = listen(0);
        port = server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Speaks TLS with this certificate on connections to come, or none where it is {@code null}; those there are end. */
    public void present(SSLContext certificate) throws IOException {
        tls = certificate;
        hangUp();
    }

    /** Answers these one after the other, the last one for ever; without any, as a healthy Genesys. */
    public synchronized void answers(Call call, Answer... answers) {
        scripts.put(call, new ArrayDeque<>(Arrays.asList(answers)));
    }

    /** Answers this once, then as a healthy Genesys. */
    public void answersOnce(Call call, Answer answer) {
        answers(call, answer, call.healthyResponse());
    }

    /** Answers what is not told otherwise by these rules, for good. */
    public void follows(Function<Request, Answer> rules) {
        healthy = rules;
    }

    public synchronized int count(Call call) {
        return counts.getOrDefault(call, 0);
    }

    /** How many connections were ever made. */
    public int connections() {
        return accepted.get();
    }

    /** The requests since the last {@link #reset()}, to be taken or waited for. */
    public BlockingQueue<Request> requests() {
        return requests;
    }

    /** For what must not happen: waits that long, and says whether nothing was asked meanwhile. */
    public boolean isIdleFor(Duration time) throws InterruptedException {
        requests.clear();
        return requests.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    public synchronized void reset() {
        scripts.clear();
        counts.clear();
        requests.clear();
    }

    /** Refuses connections and drops those that are there. */
    public void goDown() throws IOException {
        server.close();
        hangUp();
    }

    public void comeUp() throws IOException {
        server = listen(port);
    }

    /** Ends the connections, as after a long pause, and waits until the function has noticed. */
    public void hangUp() throws IOException {
        for (var connection : connections.entrySet()) {
            if (idle.contains(connection.getKey())) {
                connection.getValue().shutdownOutput();
            } else {
                connection.getKey().close();
            }
        }
        awaitNoneIdle();
        drop();
    }

    private synchronized void awaitNoneIdle() {
        try {
            for (var end = System.nanoTime() + 20_000_000_000L; !idle.isEmpty() && System.nanoTime() < end; ) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void isOver(Socket connection) {
        idle.remove(connection);
        connections.remove(connection);
        notifyAll();
    }

    /** Ends the connections of a function that cannot notice. */
    public void drop() throws IOException {
        for (var connection : connections.keySet()) {
            connection.close();
        }
    }

    /**
     * Answers no SYN any more and drops the connections that are there: the queue of those that nobody accepts is full.
     * With {@link #speakUp()}, the next SYN of whoever still tries is answered.
     */
    public void fallSilent() throws IOException {
        goDown();
        server = bind(port, 1);
        var full = false;
        while (!full) {
            var filler = new Socket();
            try {
                filler.connect(server.getLocalSocketAddress(), 200);
                fillers.add(filler);
            } catch (SocketTimeoutException e) {
                full = true;
            }
        }
    }

    /** Answers SYNs again, on the same socket. */
    public void speakUp() throws IOException {
        for (var filler : fillers) {
            filler.close();
        }
        fillers.clear();
        accept(server);
    }

    /** How many connections are open. */
    public int openConnections() {
        return connections.size();
    }

    /** Resets a connection instead of answering, if it has idled for longer than that. */
    public void idleTimeout(int millis) {
        idleTimeoutMillis = millis;
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        drop();
    }

    private ServerSocket listen(int port) throws IOException {
        var listening = bind(port, 1_000);
        accept(listening);
        return listening;
    }

    /** A socket that is closed while a thread accepts from it keeps its port until that thread has noticed. */
    private static ServerSocket bind(int port, int backlog) throws IOException {
        for (var end = System.nanoTime() + 20_000_000_000L; ; Thread.onSpinWait()) {
            var bound = new ServerSocket();
            try {
                bound.setReuseAddress(true);
                bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
                return bound;
            } catch (BindException e) {
                bound.close();
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private void accept(ServerSocket listening) {
        inBackground(() -> {
            while (true) {
                var plain = listening.accept();
                var connection = plain;
                if (tls != null) {
                    var secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, port, true);
                    secure.setUseClientMode(false);
                    connection = secure;
                }
                var served = connection;
                accepted.incrementAndGet();
                connections.put(connection, plain);
                inBackground(() -> serve(served));
            }
        });
    }

    private void serve(Socket connection) throws IOException, InterruptedException {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var last = System.nanoTime(); ; last = System.nanoTime()) {
                idle.add(connection);
                var request = read(in);
                idle.remove(connection);
                if (request == null) {
                    return;
                }
                if (System.nanoTime() - last > idleTimeoutMillis * 1_000_000L) {
                    Answer.raw("").thenReset().write(connection, end);
                    return;
                }
                next(request).write(connection, end);
            }
        } finally {
            isOver(connection);
        }
    }

    private synchronized Answer next(Request request) {
        requests.add(request);
        counts.merge(request.call(), 1, Integer::sum);
        var script = scripts.getOrDefault(request.call(), new ArrayDeque<>());
        return script.isEmpty() ? healthy.apply(request) : script.size() == 1 ? script.peek() : script.poll();
    }

    private static Request read(InputStream in) throws IOException {
        var requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        var headers = new HashMap<String, String>();
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(Call.of(requestLine), requestLine.split(" ")[1], headers, new String(body));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void inBackground(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // The connection is over, by whosever wish.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
