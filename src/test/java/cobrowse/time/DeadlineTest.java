package cobrowse.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private final AtomicLong nanoTime = new AtomicLong(42);
    private final Deadline deadline = new Deadline(Duration.ofSeconds(10), nanoTime::get);

    @Test
    void passes() {
        nanoTime.addAndGet(Duration.ofSeconds(4).toNanos());
        assertEquals(Duration.ofSeconds(6), deadline.remaining());
        assertTrue(deadline.allows(Duration.ofSeconds(5)));
        assertFalse(deadline.allows(Duration.ofSeconds(6)));

        nanoTime.addAndGet(Duration.ofSeconds(7).toNanos());
        assertEquals(Duration.ZERO, deadline.remaining());
        assertTrue(deadline.isOver());
    }

    /** Half a second stays for the response. */
    @ParameterizedTest
    @CsvSource({"3000, 2500", "400, 0", "60000, 10000", "0, 0", "900000, 10000"})
    void endsBeforeLambdaDoes(int remainingMillis, long leftMillis) {
        deadline.endBeforeLambda(remainingMillis);

        assertEquals(Duration.ofMillis(leftMillis), deadline.remaining());
    }

    /** The event server of development counts from 1970, and what does not fit into an int is cut off. */
    @Test
    void whatIsCountedFromNothingSaysNothing() {
        deadline.endBeforeLambda((int) -System.currentTimeMillis());

        assertEquals(Duration.ofSeconds(10), deadline.remaining());
    }

    @Test
    void neverGrows() {
        deadline.shortenTo(Duration.ofSeconds(1));
        deadline.shortenTo(Duration.ofSeconds(5));

        assertEquals(Duration.ofSeconds(1), deadline.remaining());
    }
}
