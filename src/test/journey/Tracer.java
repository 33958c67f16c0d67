import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Watches a JVM through its debugger's port, and prints each file of src/main/java with code that runs between
 * {@code Journey.begins} and {@code Journey.ends}.
 */
final class Tracer {
    private static final String JOURNEY = "cobrowse.journey.Journey";

    public static void main(String[] arguments) throws Exception {
        var files = new TreeSet<String>();
        try {
            watch(attach(arguments[0]), files);
        } catch (VMDisconnectedException e) {
            // the run is over
        }
        files.forEach(System.out::println);
    }

    private static VirtualMachine attach(String port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        var settings = connector.defaultArguments();
        settings.get("hostname").setValue("127.0.0.1");
        settings.get("port").setValue(port);
        while (true) {
            try {
                return connector.attach(settings);
            } catch (IOException e) {
                // It does not listen yet.
                Thread.sleep(200);
            }
        }
    }

    private static void watch(VirtualMachine jvm, Set<String> files) throws InterruptedException {
        var calls = jvm.eventRequestManager().createMethodEntryRequest();
        calls.addClassFilter("cobrowse.*");
        calls.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        calls.enable();
        jvm.resume();
        var onTheWay = false;
        while (true) {
            var events = jvm.eventQueue().remove();
            for (var event : events) {
                if (event instanceof MethodEntryEvent entry) {
                    var method = entry.method();
                    if (method.declaringType().name().equals(JOURNEY)) {
                        onTheWay = method.name().equals("begins") || onTheWay && !method.name().equals("ends");
                    } else if (onTheWay) {
                        add(entry.location(), files);
                    }
                }
            }
            events.resume();
        }
    }

    private static void add(Location location, Set<String> files) {
        try {
            if (Files.exists(Path.of("src/main/java", location.sourcePath()))) {
                files.add(location.sourcePath());
            }
        } catch (AbsentInformationException e) {
            // generated
        }
    }
}
