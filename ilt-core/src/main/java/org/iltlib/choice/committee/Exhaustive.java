package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/** Looks at every committee; for goals that no bound is known for. */
final class Exhaustive {
    private static final long MOST = 1_000_000;

    private Exhaustive() {}

    /**
     * The committees whose value is greatest.
     *
     * @throws IllegalArgumentException if there are more than a million committees
     */
    static <V> Set<BitSet> best(
            int alternatives, int seats, Function<BitSet, V> value, Comparator<? super V> order, String rule) {
        BigInteger all = BigInteger.ONE;
        for (int i = 1; i <= seats; i++) {
            all = all.multiply(BigInteger.valueOf(alternatives - seats + i)).divide(BigInteger.valueOf(i));
        }
        Checks.require(
                all.compareTo(BigInteger.valueOf(MOST)) <= 0,
                "%s looks at every committee, and there are %s. Expected at most %s. Maybe use a sequential rule.",
                rule,
                all,
                MOST);
        Search<V> search = new Search<>(alternatives, value, order);
        search.visit(0, seats, new BitSet());
        return search.found;
    }

    private static final class Search<V> {
        private final int alternatives;
        private final Function<BitSet, V> value;
        private final Comparator<? super V> order;
        private final Set<BitSet> found = new LinkedHashSet<>();
        private @Nullable V best;

        Search(int alternatives, Function<BitSet, V> value, Comparator<? super V> order) {
            this.alternatives = alternatives;
            this.value = value;
            this.order = order;
        }

        void visit(int from, int open, BitSet committee) {
            if (open == 0) {
                weigh(committee);
                return;
            }
            for (int x = from; x <= alternatives - open; x++) {
                committee.set(x);
                visit(x + 1, open - 1, committee);
                committee.clear(x);
            }
        }

        private void weigh(BitSet committee) {
            V now = value.apply(committee);
            int sign = best == null ? 1 : order.compare(now, best);
            if (sign > 0) {
                best = now;
                found.clear();
            }
            if (sign >= 0) {
                found.add((BitSet) committee.clone());
                Thiele.refuseTooMany(found.size());
            }
        }
    }
}
