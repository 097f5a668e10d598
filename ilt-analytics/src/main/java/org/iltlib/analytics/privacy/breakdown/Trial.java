package org.iltlib.analytics.privacy.breakdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.privacy.breakdown.Proof.Layer;

/** How far moves can go before a count would fall below zero, several after one another. */
final class Trial {
    private final List<Counts> counts;
    private final Layer layer;
    private final Map<Long, Integer> reachedBy = new HashMap<>();
    private final Map<Long, Integer> missedBy = new HashMap<>();

    Trial(List<Counts> counts, Layer layer) {
        this.counts = counts;
        this.layer = layer;
    }

    /** By how many students the move can be made, in every measure. */
    int room(Move move) {
        int room = Integer.MAX_VALUE;
        for (int m = 0; m < counts.size() && room > 0; m++) {
            room = Math.min(room, room(move, m));
        }
        return room;
    }

    private int room(Move move, int m) {
        int[] least = {Integer.MAX_VALUE / 4, Integer.MAX_VALUE / 4};
        move.each((unit, group, up) -> {
            boolean fewerReached = layer == Layer.REACHED ? !up : layer == Layer.MISSED ? up : !up;
            boolean fewerMissed = layer == Layer.SIZE ? !up : !fewerReached;
            if (fewerReached) {
                least[0] = Math.min(least[0], reached(m, unit, group));
            }
            if (fewerMissed) {
                least[1] = Math.min(least[1], missed(m, unit, group));
            }
        });
        return layer == Layer.SIZE ? least[0] + least[1] : Math.min(least[0], least[1]);
    }

    private int reached(int m, int unit, int group) {
        return counts.get(m).reached[unit][group]
                + (reachedBy.isEmpty() ? 0 : reachedBy.getOrDefault(key(m, unit, group), 0));
    }

    private int missed(int m, int unit, int group) {
        return counts.get(m).missed[unit][group]
                + (missedBy.isEmpty() ? 0 : missedBy.getOrDefault(key(m, unit, group), 0));
    }

    private static long key(int m, int unit, int group) {
        return ((long) m * 100_000 + unit) * 100_000 + group;
    }

    /** How many of the moved students are counted among those who reached: as many as there are, up to all. */
    private int split(Move move, int m, int many) {
        int[] least = {many};
        move.each((unit, group, up) -> {
            if (!up) {
                least[0] = Math.min(least[0], reached(m, unit, group));
            }
        });
        return least[0];
    }

    void apply(Move move, int many) {
        for (int m = 0; m < counts.size(); m++) {
            int measure = m;
            int reached = layer == Layer.SIZE ? split(move, m, many) : layer == Layer.REACHED ? many : -many;
            int missed = layer == Layer.SIZE ? many - reached : -reached;
            move.each((unit, group, up) -> {
                reachedBy.merge(key(measure, unit, group), up ? reached : -reached, Integer::sum);
                missedBy.merge(key(measure, unit, group), up ? missed : -missed, Integer::sum);
            });
        }
    }

    /** The imagined number who reached. */
    int imaginedReached(int m, int unit, int group) {
        return reached(m, unit, group);
    }

    /** The imagined number who did not. */
    int imaginedMissed(int m, int unit, int group) {
        return missed(m, unit, group);
    }
}
