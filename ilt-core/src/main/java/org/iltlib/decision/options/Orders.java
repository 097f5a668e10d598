package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a count by a rule that settles ties by the order of options would give in other orders. */
final class Orders {
    private static final int MOST = 6;

    private Orders() {}

    static boolean canBeTried(List<String> options) {
        return options.size() <= MOST;
    }

    /** The different sets that the rule finds, over all orders; in the order first found from the given one. */
    static List<List<String>> results(List<String> options, Function<List<String>, List<String>> rule) {
        Set<List<String>> found = new LinkedHashSet<>();
        permute(
                new ArrayList<>(options.stream().sorted().toList()),
                0,
                order -> found.add(List.copyOf(new TreeSet<>(rule.apply(order)))));
        return List.copyOf(found);
    }

    private interface Visit {
        void of(List<String> order);
    }

    private static void permute(List<String> order, int from, Visit visit) {
        if (from == order.size()) {
            visit.of(List.copyOf(order));
            return;
        }
        for (int i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            permute(order, from + 1, visit);
            Collections.swap(order, from, i);
        }
    }
}
