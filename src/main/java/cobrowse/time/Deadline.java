package cobrowse.time;

import static cobrowse.time.Durations.shorter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that one request may take, from its first use in the request on. Every attempt and every wait comes out of it,
 * so that the caller is answered in time and nothing goes on after that.
 */
@RequestScoped
public class Deadline {
    /** What stays of Lambda's remaining time for writing the response. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    /** Less than that is not worth beginning anything that cannot be taken back. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private static final int LONGEST_MILLIS = 900_000;

    private final LongSupplier nanoTime;
    private final Duration least;
    private long end;

    @Inject
    Deadline(RequestTimeout timeout) {
        this(timeout.duration(), System::nanoTime);
    }

    public Deadline(Duration duration, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + duration.toNanos();
        this.least = shorter(LEAST, duration.dividedBy(10));
    }

    /** Shortens the deadline to end before Lambda stops the function. */
    public void endBeforeLambda(int remainingMillis) {
        if (isOfLambda(remainingMillis) || !isCountedFromNothing(remainingMillis)) {
            var left = Duration.ofMillis(remainingMillis).minus(MARGIN);
            shortenTo(left.isNegative() ? Duration.ZERO : left);
        }
    }

    /** Nothing runs longer in Lambda; what is over already is for the other check. */
    private static boolean isOfLambda(int remainingMillis) {
        return remainingMillis > 0 && remainingMillis <= LONGEST_MILLIS;
    }

    /** In development, the event server names no deadline: the extension then counts from 1970, and cuts bits off. */
    private static boolean isCountedFromNothing(int remainingMillis) {
        var sinceThen = remainingMillis + (int) System.currentTimeMillis();
        return Math.abs(sinceThen) < Duration.ofMinutes(1).toMillis();
    }

    /** Shortens the deadline; it never grows. */
    public void shortenTo(Duration most) {
        end = Math.min(end, nanoTime.getAsLong() + most.toNanos());
    }

    /** A deadline of its own for a part of the request, which ends no later than this one. */
    public Deadline atMost(Duration most) {
        return new Deadline(shorter(remaining(), most), nanoTime);
    }

    /** What is left, zero or more. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    public boolean isOver() {
        return remaining().isZero();
    }

    /** Whether there is time to begin something that cannot be taken back. */
    public boolean allowsStart() {
        return allows(Duration.ZERO);
    }

    /** Whether there is time for something worth doing after a wait. */
    public boolean allows(Duration wait) {
        return remaining().compareTo(wait.plus(least)) > 0;
    }
}
