package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/**
 * E Pluribus Hugo: each ballot's one point is divided among those of its alternatives that still stand; of the two with
 * fewest points the one on fewer ballots leaves. Equals leave together while enough remain, else any of them.
 */
final class PluribusHugo {
    private final ApprovalProfile profile;
    private final int seats;

    PluribusHugo(ApprovalProfile profile, int seats) {
        this.profile = profile;
        this.seats = seats;
    }

    Set<BitSet> count() {
        BitSet standing = new BitSet();
        standing.set(0, profile.size());
        while (standing.cardinality() > seats) {
            List<Integer> leaving = leaving(standing);
            if (standing.cardinality() - leaving.size() < seats) {
                return seat(standing, leaving);
            }
            leaving.forEach(standing::clear);
        }
        return Set.of(standing);
    }

    private List<Integer> leaving(BitSet standing) {
        List<Rational> points = points(standing);
        Rational second =
                standing.stream().mapToObj(points::get).sorted().toList().get(1);
        List<Integer> lowest = new ArrayList<>();
        standing.stream().filter(x -> points.get(x).compareTo(second) <= 0).forEach(lowest::add);
        long fewest = lowest.stream().mapToLong(profile::approval).min().orElseThrow();
        return lowest.stream().filter(x -> profile.approval(x) == fewest).toList();
    }

    private List<Rational> points(BitSet standing) {
        List<Rational> points = new ArrayList<>(java.util.Collections.nCopies(profile.size(), Rational.ZERO));
        for (int b = 0; b < profile.distinct(); b++) {
            List<Integer> left =
                    profile.approved(b).stream().filter(standing::get).toList();
            for (int x : left) {
                points.set(x, points.get(x).plus(Rational.of(profile.weight(b), left.size())));
            }
        }
        return points;
    }

    /** Those who do not leave are seated, and every way to fill up from those who might. */
    private Set<BitSet> seat(BitSet standing, List<Integer> leaving) {
        BitSet safe = (BitSet) standing.clone();
        leaving.forEach(safe::clear);
        Set<BitSet> committees = new LinkedHashSet<>();
        Purchase.combine(safe, leaving, 0, seats, committees);
        return committees;
    }
}
