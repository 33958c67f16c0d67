package cobrowse.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server that gives every name the same addresses (RFC 1035), or none. Port 53 takes root. */
public final class NameServer implements AutoCloseable {
    private static final int HEAD = 12;
    private static final byte NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Thread thread = new Thread(this::serve);
    private final AtomicInteger questions = new AtomicInteger();
    private volatile List<InetAddress> addresses = List.of();
    private volatile boolean silent;

    public NameServer(String address) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(address, 53));
        thread.setDaemon(true);
        thread.start();
    }

    /** @param texts addresses, in this order; none, and no name exists */
    public void addresses(String... texts) throws IOException {
        var all = new InetAddress[texts.length];
        for (var i = 0; i < texts.length; i++) {
            all[i] = InetAddress.getByName(texts[i]);
        }
        addresses = List.of(all);
    }

    /** Answers nothing any more, or again. */
    public void fallSilent(boolean silent) {
        this.silent = silent;
    }

    public int questions() {
        return questions.get();
    }

    /** Waits until its port is free. */
    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                questions.incrementAndGet();
                if (!silent) {
                    var answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private byte[] answer(byte[] query) {
        var end = HEAD;
        while (query[end] != 0) {
            end += query[end] + 1;
        }
        // A is 1, AAAA is 28, each a question of its own.
        var size = query[end + 2] == 28 ? 16 : 4;
        var found = addresses.stream()
                .map(InetAddress::getAddress)
                .filter(address -> address.length == size)
                .toList();
        var answer = new ByteArrayOutputStream();
        answer.write(query, 0, 2);
        var status = addresses.isEmpty() ? NO_SUCH_NAME : 0;
        answer.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | status), 0, 1, 0, (byte) found.size(), 0, 0, 0, 0});
        answer.write(query, HEAD, end + 5 - HEAD);
        for (var address : found) {
            // The name of the question, its type and class, five seconds.
            answer.writeBytes(new byte[] {(byte) 0xc0, HEAD, 0, query[end + 2], 0, 1, 0, 0, 0, 5, 0, (byte) size});
            answer.writeBytes(address);
        }
        return answer.toByteArray();
    }
}
