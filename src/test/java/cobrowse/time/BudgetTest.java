package cobrowse.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private final AtomicLong nanoTime = new AtomicLong(42);
    private final Budget budget = new Budget(Duration.ofSeconds(10), nanoTime::get);

    @Test
    void passes() {
        nanoTime.addAndGet(Duration.ofSeconds(4).toNanos());
        assertEquals(Duration.ofSeconds(6), budget.left());
        assertTrue(budget.fits(Duration.ofSeconds(5)));
        assertFalse(budget.fits(Duration.ofSeconds(6)));

        nanoTime.addAndGet(Duration.ofSeconds(7).toNanos());
        assertEquals(Duration.ZERO, budget.left());
        assertTrue(budget.isSpent());
    }

    /** Half a second stays for the answer; what Lambda cannot have meant is ignored. */
    @ParameterizedTest
    @CsvSource({"3000, 2500", "400, 0", "60000, 10000", "0, 10000", "-7, 10000", "2000000000, 10000"})
    void endsBeforeLambdaDoes(int remainingMillis, long leftMillis) {
        budget.endBeforeLambda(remainingMillis);

        assertEquals(Duration.ofMillis(leftMillis), budget.left());
    }

    @Test
    void neverGrows() {
        budget.limitTo(Duration.ofSeconds(1));
        budget.limitTo(Duration.ofSeconds(5));

        assertEquals(Duration.ofSeconds(1), budget.left());
    }
}
