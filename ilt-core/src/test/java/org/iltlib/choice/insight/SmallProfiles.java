package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/** Random profiles small enough to try everything. */
final class SmallProfiles {
    private SmallProfiles() {}

    static Profile strict(long seed, int n, int ballots) {
        Random random = new Random(seed);
        Profile.Builder builder = Profile.builder(names(n));
        for (int b = 0; b < ballots; b++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
            Collections.shuffle(order, random);
            builder.add(ranking(order), 1);
        }
        return builder.build();
    }

    /** Ballots that may leave out the lowest. */
    static Profile partial(long seed, int n, int ballots) {
        Random random = new Random(seed);
        Profile.Builder builder = Profile.builder(names(n));
        for (int b = 0; b < ballots; b++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
            Collections.shuffle(order, random);
            builder.add(ranking(order.subList(0, 1 + random.nextInt(n))), 1);
        }
        return builder.build();
    }

    static Ranking ranking(List<Integer> order) {
        return new Ranking(order.stream().map(List::of).toList());
    }

    static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(x -> "x" + x).toList();
    }
}
