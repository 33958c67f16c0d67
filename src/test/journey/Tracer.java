import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a command in which a JVM connects to a debugger at {@code ADDRESS}, which stands in one of its arguments; prints each
 * file of src/main/java with code that runs between {@code Journey.begins} and {@code Journey.ends}, and ends as the command
 * does.
 */
final class Tracer {
    private static final String JOURNEY = "cobrowse.journey.Journey";
    private static final String BEGINS = "begins";

    public static void main(String[] command) throws Exception {
        var files = new TreeSet<String>();
        var connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        var settings = connector.defaultArguments();
        settings.get("localAddress").setValue("127.0.0.1");
        settings.get("port").setValue("0");
        var address = connector.startListening(settings);
        var process = new ProcessBuilder(Arrays.stream(command)
                        .map(argument -> argument.replace("ADDRESS", address))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/stderr")))
                .start();
        process.onExit().thenRun(() -> stop(connector, settings));
        try {
            watch(connector.accept(settings), files);
        } catch (VMDisconnectedException | IOException e) {
            // The run is over, or ended before it began.
        }
        files.forEach(System.out::println);
        System.exit(process.waitFor());
    }

    private static void stop(ListeningConnector connector, Map<String, Connector.Argument> settings) {
        try {
            connector.stopListening(settings);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
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
