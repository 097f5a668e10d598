package org.iltlib.analytics.achievement.coarse;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;

/** From which end a table is fitted first: the same for a table and its mirror image, so that both find the same. */
final class Direction {
    private Direction() {}

    /** Whether the table is to be turned round. */
    static boolean isReversed(GroupLevels table) {
        List<long[]> forward = table.groups().values().stream()
                .map(LevelCounts::toArray)
                .sorted(Arrays::compare)
                .toList();
        List<long[]> backward =
                forward.stream().map(Direction::reverse).sorted(Arrays::compare).toList();
        for (int i = 0; i < forward.size(); i++) {
            int order = Arrays.compare(forward.get(i), backward.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    static long[] reverse(long[] counts) {
        long[] turned = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            turned[i] = counts[counts.length - 1 - i];
        }
        return turned;
    }
}
