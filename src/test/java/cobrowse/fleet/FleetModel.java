package cobrowse.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a fleet does to the token endpoint, as a calculation: for more containers than a machine can hold. It knows the waits
 * and limits of the function and of {@link RationedGenesys}, and no processor; {@link FleetReport} puts it beside what was
 * measured.
 */
final class FleetModel {
    private static final double INIT = 4;
    private static final double REQUEST = 10;
    private static final double WAIT = 3;
    private static final double LEAST = 0.5;
    private static final int ATTEMPTS = 3;

    private final PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Double.compare(a.time, b.time));
    private final Random random = new Random(1);
    private final double roundTrip;
    private final List<Double> answered = new ArrayList<>();
    private double tokensLeft = RationedGenesys.AT_ONCE;
    private double lastMinted;
    private int granted;
    private int refused;

    private record Event(double time, Runnable what) {}

    /**
     * @param roundTrip seconds to Genesys or to the table and back
     */
    FleetModel(double roundTrip) {
        this.roundTrip = roundTrip;
    }

    /**
     * @param spacing seconds between the starts of two containers
     * @param pool how many tokens are shared; none if 0
     */
    Figures run(int containers, double spacing, int pool) {
        var slots = new Slots(pool);
        for (var i = 0; i < containers; i++) {
            var start = i * spacing;
            at(start + roundTrip, pool == 0 ? () -> alone(start, start + INIT, true, 1) : () -> slots.arrive(start));
        }
        var now = 0.0;
        while (!events.isEmpty()) {
            var next = events.poll();
            now = next.time;
            clock = now;
            next.what.run();
        }
        var slowest = answered.stream().mapToDouble(each -> each).max().orElse(0);
        return new Figures(containers, pool, granted, refused, (double) answered.size() / containers, slowest);
    }

    private double clock;

    private void at(double time, Runnable what) {
        events.add(new Event(time, what));
    }

    private boolean mint() {
        tokensLeft = Math.min(RationedGenesys.AT_ONCE, tokensLeft + clock - lastMinted);
        lastMinted = clock;
        if (tokensLeft < 1) {
            refused++;
            return false;
        }
        tokensLeft--;
        granted++;
        return true;
    }

    private void answer(double start) {
        answered.add(clock + roundTrip - start);
    }

    /** One attempt of a container that shares nothing: three in its init phase, three in its first request. */
    private void alone(double start, double deadline, boolean init, int attempt) {
        if (mint()) {
            answer(start);
            return;
        }
        var left = deadline - clock;
        var wait = WAIT + random.nextDouble() * Math.max(0, Math.min(2 * WAIT, left * 0.8) - WAIT);
        if (attempt < ATTEMPTS && wait + LEAST < left) {
            at(clock + wait, () -> alone(start, deadline, init, attempt + 1));
        } else if (init) {
            at(clock + roundTrip, () -> alone(start, clock + REQUEST, false, 1));
        }
    }

    /** The slots of a pool, each with when its token is there, or when the next log-in may be tried. */
    private final class Slots {
        private final double[] freshFrom;
        private final double[] throttledUntil;

        Slots(int size) {
            freshFrom = new double[size];
            throttledUntil = new double[size];
            Arrays.fill(freshFrom, Double.POSITIVE_INFINITY);
        }

        void arrive(double start) {
            var rests = new double[freshFrom.length];
            look(start, rests, awake(rests), 0);
        }

        private void look(double start, double[] rests, int own, int pauses) {
            var slot = pauses % 2 == 0 ? own : awake(rests);
            if (clock >= freshFrom[slot]) {
                answer(start);
            } else if (slot == own && Double.isInfinite(freshFrom[own])) {
                logInOrMoveOn(start, rests, own);
            } else {
                var pause = Math.min(0.1 * (1 << Math.min(pauses, 8)), 0.5) * (0.5 + random.nextDouble() / 2);
                at(clock + pause + roundTrip, () -> look(start, rests, own, pauses + 1));
            }
        }

        /** Without a pause: a slot that is throttled is left for another one. */
        private void logInOrMoveOn(double start, double[] rests, int own) {
            if (clock < throttledUntil[own]) {
                rests[own] = throttledUntil[own];
            } else if (mint()) {
                freshFrom[own] = clock + roundTrip;
                at(clock + roundTrip, () -> answer(start));
                return;
            } else {
                throttledUntil[own] = clock + WAIT * (1 + random.nextDouble());
                for (var slot = 0; slot < rests.length; slot++) {
                    rests[slot] = Double.isInfinite(freshFrom[slot]) ? throttledUntil[own] : 0;
                }
            }
            var next = awake(rests);
            at(Math.max(clock, rests[next]) + roundTrip, () -> look(start, rests, next, 0));
        }

        /** Any slot that this container need not leave alone, or else the one that it may try first. */
        private int awake(double[] rests) {
            var awake = IntStream.range(0, rests.length)
                    .filter(slot -> rests[slot] <= clock)
                    .toArray();
            if (awake.length > 0) {
                return awake[random.nextInt(awake.length)];
            }
            return IntStream.range(0, rests.length)
                    .boxed()
                    .min(Comparator.comparingDouble(slot -> rests[slot]))
                    .orElseThrow();
        }
    }
}
