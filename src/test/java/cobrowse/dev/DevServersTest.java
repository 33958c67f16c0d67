package cobrowse.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What runs in development, with callers unchecked, can be reached from this machine alone. */
class DevServersTest {
    @Test
    void eventServerListensOnLoopback() throws IOException {
        var port = freePort();
        var server = new EventServer(port);
        server.start();
        try {
            assertReachedFromHereAlone(port);
        } finally {
            server.close();
        }
    }

    @Test
    void standInListensOnLoopback() throws IOException {
        var server = new StandIn("localhost", freePort());
        server.start();
        try {
            assertReachedFromHereAlone(server.port());
        } finally {
            server.close();
        }
    }

    /** Else both would run twice, or not at all. */
    @Test
    void quarkusRunsTheseInPlaceOfItsOwn() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application-development.properties"))) {
            settings.load(file);
        }
        for (var server : List.of("lambda.mock-event-server", "wiremock.devservices")) {
            assertEquals("false", settings.getProperty("%dev.quarkus." + server + ".enabled"), server);
        }
        assertEquals("localhost", settings.getProperty("%dev.stand-in.host"));
        assertEquals(
                List.of(DevServers.class.getName()),
                Files.readAllLines(Path.of("src/dev/resources/META-INF/quarkus-build-steps.list")));
    }

    private static void assertReachedFromHereAlone(int port) throws IOException {
        new Socket(InetAddress.getByName("localhost"), port).close();
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Predicate.not(InetAddress::isLoopbackAddress))
                .toList();
        assumeFalse(others.isEmpty(), "this machine has no other address");
        for (var other : others) {
            assertThrows(ConnectException.class, () -> new Socket(other, port).close(), other::toString);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
