package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.AwsFailures;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.table.Item;
import cobrowse.table.MemoryTable;
import cobrowse.table.Table;
import cobrowse.time.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * One request under a key whose table fails it at one of its calls, or whose container dies there; the same request twice
 * more, in other containers, before the first one's lease is over and after; writes that were lost arrive in between.
 */
class InterleavingsTest extends IdempotencyTests {
    /** What becomes of one call of the first request. */
    private enum Fault {
        NONE,
        NOT_DONE,
        DONE_BUT_NOT_TOLD,
        DONE_LATER,
        FOREIGN,
        DIES_BEFORE,
        DIES_AFTER
    }

    private enum Genesys {
        STARTS,
        REFUSES,
        STARTS_AND_DOES_NOT_SAY,
        STARTS_AND_THE_CONTAINER_DIES
    }

    /** When what is done later is done: before the second request, while that is being sent, after it. */
    private enum Late {
        BEFORE,
        WITHIN,
        AFTER
    }

    private static final int MAX_CALLS = 4;

    private record Interleaving(
            boolean isNextSent, int call, Fault fault, Genesys genesys, Late late, boolean isLeaseOver) {
        boolean dies() {
            return fault == Fault.DIES_BEFORE
                    || fault == Fault.DIES_AFTER
                    || genesys == Genesys.STARTS_AND_THE_CONTAINER_DIES;
        }
    }

    @Test
    void thereIsNeverASecondSessionAndNoKeyThatIsLostForNothing() {
        var interleavings = all();
        interleavings.forEach(this::play);
        assertEquals(1_344, interleavings.size());
    }

    private static List<Interleaving> all() {
        var all = new ArrayList<Interleaving>();
        for (var isNextSent : List.of(true, false)) {
            for (var call = 1; call <= MAX_CALLS; call++) {
                for (var fault : Fault.values()) {
                    for (var genesys : Genesys.values()) {
                        for (var late : Late.values()) {
                            all.add(new Interleaving(isNextSent, call, fault, genesys, late, true));
                            all.add(new Interleaving(isNextSent, call, fault, genesys, late, false));
                        }
                    }
                }
            }
        }
        return all;
    }

    private void play(Interleaving interleaving) {
        clock.now = Instant.parse("2030-01-01T00:00:00Z");
        started.set(0);
        var memory = new MemoryTable(10, clock);
        var table = new FaultyTable(memory, interleaving);

        var first = outcome(() -> once(on(table), CALLER, KEY, REQUEST, interleaving.isNextSent(), sending -> {
            sending.run();
            return genesys(interleaving.genesys(), table);
        }));
        var startedByTheFirst = started.get();
        clock.now = clock.now.plusSeconds(interleaving.isLeaseOver() ? 12 : 1);
        table.arrive(interleaving.late() == Late.BEFORE);
        var second = outcome(() -> once(on(memory), CALLER, KEY, REQUEST, true, sending -> {
            sending.run();
            table.arrive(interleaving.late() == Late.WITHIN);
            return start().apply(() -> {});
        }));
        table.arrive(interleaving.late() == Late.AFTER);
        clock.now = clock.now.plusSeconds(12);
        var third = outcome(() -> once(on(memory), CALLER, KEY, REQUEST, true, start()));

        var all = interleaving + ": " + first + ", " + second + ", " + third;
        assertTrue(started.get() <= 1, all);
        for (var answer : List.of(second, third)) {
            assertTrue(!first.startsWith("{") || !answer.startsWith("{") || answer.equals(first), all);
        }
        if (startedByTheFirst == 0 && !interleaving.dies()) {
            assertTrue(third.startsWith("{"), all);
        }
        if (interleaving.genesys() == Genesys.STARTS && interleaving.fault() == Fault.NONE) {
            assertEquals(List.of(first, first), List.of(second, third), all);
        }
    }

    private String genesys(Genesys genesys, FaultyTable table) {
        return switch (genesys) {
            case STARTS -> start().apply(() -> {});
            case REFUSES -> throw new Failure(Code.GENESYS_PERMISSION_MISSING, "refused");
            case STARTS_AND_DOES_NOT_SAY -> {
                started.incrementAndGet();
                throw new Failure(Code.OUTCOME_UNKNOWN, "lost");
            }
            case STARTS_AND_THE_CONTAINER_DIES -> {
                started.incrementAndGet();
                table.isDead = true;
                throw new Dead();
            }
        };
    }

    private static String outcome(Supplier<String> request) {
        try {
            return request.get();
        } catch (Failure e) {
            return e.code.toString();
        } catch (Dead e) {
            return "dead";
        }
    }

    private static class Dead extends Error {}

    private static class FaultyTable implements Table {
        private final Table table;
        private final Interleaving interleaving;
        private final List<Runnable> late = new ArrayList<>();
        private int calls;
        boolean isDead;

        FaultyTable(Table table, Interleaving interleaving) {
            this.table = table;
            this.interleaving = interleaving;
        }

        void arrive(boolean now) {
            if (now) {
                late.forEach(Runnable::run);
                late.clear();
            }
        }

        @Override
        public Optional<Item> find(String id, Deadline deadline) {
            return table.find(id, deadline);
        }

        @Override
        public Optional<Item> put(Item item, Optional<Item> seen, Deadline deadline) {
            var foreign = new Item(item.id(), "", 0, Instant.EPOCH, Instant.EPOCH, item.data());
            return call(() -> table.put(item, seen, deadline), Optional.of(foreign));
        }

        @Override
        public void remove(Item item, Deadline deadline) {
            Supplier<Optional<Item>> removal = () -> {
                table.remove(item, deadline);
                return Optional.empty();
            };
            if (interleaving.fault() == Fault.FOREIGN) {
                removal.get();
            } else {
                call(removal, Optional.empty());
            }
        }

        private Optional<Item> call(Supplier<Optional<Item>> write, Optional<Item> foreign) {
            if (isDead) {
                throw new Dead();
            }
            calls++;
            var fault = calls == interleaving.call() ? interleaving.fault() : Fault.NONE;
            return switch (fault) {
                case NONE -> write.get();
                case NOT_DONE -> throw AwsFailures.temporary();
                case DONE_BUT_NOT_TOLD -> {
                    write.get();
                    throw AwsFailures.temporary();
                }
                case DONE_LATER -> {
                    late.add(write::get);
                    throw AwsFailures.temporary();
                }
                case FOREIGN -> foreign;
                case DIES_BEFORE -> dies();
                case DIES_AFTER -> {
                    write.get();
                    yield dies();
                }
            };
        }

        private Optional<Item> dies() {
            isDead = true;
            throw new Dead();
        }
    }
}
