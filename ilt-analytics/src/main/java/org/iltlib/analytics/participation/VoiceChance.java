package org.iltlib.analytics.participation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.iltlib.analytics.internal.SplitMix;

/** What several meetings would look like if each member present were as likely to take each turn; simulated. */
final class VoiceChance {
    /** In what part of a mean turn lengths are counted. */
    private static final int GRAIN = 1000;

    /**
     * One meeting: its turns, and the places in the list of members of those who were present.
     *
     * @param turns taken by members
     * @param present the places
     */
    record Sitting(int turns, List<Integer> present) {}

    /**
     * What one run gives.
     *
     * @param turns of each member over all meetings
     * @param time of each member, each turn's length being exponential
     * @param silent presences without a turn
     */
    record Run(Turns turns, Turns time, long silent) {}

    private final List<Run> runs;

    VoiceChance(List<Sitting> sittings, int members, int draws, long seed) {
        SplitMix random = SplitMix.of(seed);
        Run[] all = new Run[draws];
        for (int draw = 0; draw < draws; draw++) {
            all[draw] = run(sittings, members, random);
        }
        runs = List.of(all);
    }

    private static Run run(List<Sitting> sittings, int members, SplitMix random) {
        int[] turns = new int[members];
        int[] time = new int[members];
        long silent = 0;
        for (Sitting sitting : sittings) {
            boolean[] spoke = new boolean[members];
            for (int turn = 0; turn < sitting.turns(); turn++) {
                int who = sitting.present().get(random.nextInt(sitting.present().size()));
                turns[who]++;
                time[who] += 1 + (int) (-GRAIN * StrictMath.log(1 - random.nextDouble()));
                spoke[who] = true;
            }
            silent += sitting.present().stream().filter(who -> !spoke[who]).count();
        }
        return new Run(Turns.of(turns), Turns.of(time), silent);
    }

    ChanceBand of(ToDoubleFunction<Run> measure) {
        double[] values = runs.stream().mapToDouble(measure).toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        Arrays.sort(values);
        int last = values.length - 1;
        return new ChanceBand(sum / values.length, values[(int) (0.05 * last)], values[(int) (0.95 * last)]);
    }
}
