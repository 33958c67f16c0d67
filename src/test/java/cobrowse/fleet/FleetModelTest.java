package cobrowse.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetModelTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 24, 1000})
    void poolMakesNoMoreTokensThanItHoldsAndEverybodyIsAnswered(int containers) {
        var figures = new FleetModel(0.005).run(containers, 0.001, 10);

        assertTrue(figures.logIns() <= Math.min(10, containers), figures::toString);
        assertEquals(1, figures.answered());
    }

    @Test
    void withoutAPoolEveryContainerNeedsALogIn() {
        assertEquals(4, new FleetModel(0.005).run(4, 0, 0).logIns());

        var many = new FleetModel(0.005).run(1000, 0.001, 0);

        assertTrue(many.answered() < 0.05, many::toString);
        assertTrue(many.refused() > 2_000, many::toString);
    }
}
