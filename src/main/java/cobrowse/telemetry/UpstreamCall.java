package cobrowse.telemetry;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One call to Genesys with all its attempts. */
public final class UpstreamCall {
    private final String name;
    private final LongSupplier nanoTime;
    private final long start;
    private long end;
    private int attempts;
    private int status;

    UpstreamCall(String name, LongSupplier nanoTime) {
        this.name = name;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.end = start;
    }

    public void attempt() {
        attempts++;
        status = 0;
    }

    /** @param status of the response to the last attempt */
    public void answered(int status) {
        this.status = status;
    }

    public void end() {
        end = nanoTime.getAsLong();
    }

    public String name() {
        return name;
    }

    public int attempts() {
        return attempts;
    }

    /** Of the last attempt; zero where there was no response. */
    public int status() {
        return status;
    }

    public Duration duration() {
        return Duration.ofNanos(end - start);
    }
}
