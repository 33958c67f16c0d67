package cobrowse.telemetry;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What is known of one request, for the line in the log that it ends with. */
@RequestScoped
public class RequestRecord {
    private final List<UpstreamCall> calls = new ArrayList<>();

    /** Begins a call, which counts its attempts and its time from now on. */
    public UpstreamCall begin(String call) {
        var begun = new UpstreamCall(call, System::nanoTime);
        calls.add(begun);
        return begun;
    }

    public List<UpstreamCall> calls() {
        return List.copyOf(calls);
    }
}
