import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Watches a JVM through its debugger's port, and prints each file of src/main/java with code that runs between
 * {@code Journey.begins} and {@code Journey.ends}.
 */
final class Tracer {
    private static final String JOURNEY = "cobrowse.journey.Journey";
    private static final String BEGINS = "begins";

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

    /** Only on the way are all calls asked for: the JVM compiles nothing meanwhile. */
    private static void watch(VirtualMachine jvm, Set<String> files) throws InterruptedException {
        var requests = jvm.eventRequestManager();
        var calls = requests.createMethodEntryRequest();
        calls.addClassFilter("cobrowse.*");
        calls.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        var journeys = requests.createClassPrepareRequest();
        journeys.addClassFilter(JOURNEY);
        journeys.enable();
        jvm.resume();
        while (true) {
            var events = jvm.eventQueue().remove();
            for (var event : events) {
                if (event instanceof ClassPrepareEvent journey) {
                    for (var name : List.of(BEGINS, "ends")) {
                        var method = journey.referenceType().methodsByName(name).get(0);
                        requests.createBreakpointRequest(method.location()).enable();
                    }
                } else if (event instanceof BreakpointEvent border) {
                    calls.setEnabled(border.location().method().name().equals(BEGINS));
                } else if (event instanceof MethodEntryEvent entry) {
                    add(entry.location(), files);
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
