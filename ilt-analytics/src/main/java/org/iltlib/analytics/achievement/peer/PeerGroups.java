package org.iltlib.analytics.achievement.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.finding.Estimate;

/** Schools by their inputs: who is near whom. Immutable. */
public final class PeerGroups {
    private static final double LEVEL = 0.95;

    private final PeerSearch search;
    private final List<OrgUnitId> schools;
    private final double[][] points;

    PeerGroups(PeerSearch search, List<OrgUnitId> schools, double[][] points) {
        this.search = search;
        this.schools = List.copyOf(schools);
        this.points = points;
    }

    /**
     * A school that is near.
     *
     * @param school which
     * @param distance how far, in standard deviations
     */
    public record Peer(OrgUnitId school, double distance) {}

    /**
     * The peers of a school, nearest first. Time linear in schools and inputs, and the sorting.
     *
     * @throws IllegalArgumentException if the school is not among them
     */
    public List<Peer> peersOf(OrgUnitId school) {
        int at = schools.indexOf(school);
        Checks.require(at >= 0, "The school %s has no inputs. Expected one of %s schools.", school, schools.size());
        List<Peer> others = new ArrayList<>();
        for (int s = 0; s < points.length; s++) {
            if (s != at) {
                double sum = 0;
                for (int i = 0; i < points[s].length; i++) {
                    double off = points[s][i] - points[at][i];
                    sum += off * off;
                }
                others.add(new Peer(schools.get(s), Math.sqrt(sum)));
            }
        }
        others.sort(Comparator.comparingDouble(Peer::distance));
        return Collections.unmodifiableList(new ArrayList<>(others.subList(0, search.peers())));
    }

    /**
     * The school's outcome less the mean of its peers', with the interval in which one more peer would lie away from
     * that mean: {@code ± t(k − 1) s √(1 + 1/k)}. If it excludes zero, the school differs by more than peers differ among
     * themselves; that says nothing of why.
     *
     * @param outcomes the outcomes of the school and of its peers; others are not looked at
     * @return missing if the school or more than half of its peers have none, or the peers do not vary
     */
    public Measured<PeerComparison> compare(OrgUnitId school, Collection<SchoolOutcome> outcomes) {
        Checks.distinct(outcomes.stream().map(SchoolOutcome::school).toList(), "outcomes");
        Map<OrgUnitId, Double> values = new HashMap<>();
        outcomes.forEach(outcome -> values.put(outcome.school(), outcome.value()));
        List<Peer> peers = peersOf(school);
        Double own = values.get(school);
        if (own == null) {
            return Measured.missing(MissingReason.NOT_LOADED, "no outcome of " + school);
        }
        Moments moments = Moments.EMPTY;
        long below = 0;
        for (Peer peer : peers) {
            Double value = values.get(peer.school());
            if (value != null) {
                moments = moments.with(value);
                below += value < own ? 1 : 0;
            }
        }
        long k = moments.n();
        if (k < 2 || 2 * k < peers.size()) {
            return Measured.missing(MissingReason.TOO_FEW, k + " of " + peers.size() + " peers have an outcome");
        }
        double spread = moments.standardDeviation().orElse(0);
        if (!(spread > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the peers do not vary");
        }
        double error = spread * Math.sqrt(1 + 1.0 / k);
        double reach = error * Distributions.studentQuantile((double) k - 1, (1 + LEVEL) / 2);
        double difference = own - moments.mean();
        Estimate estimate = Estimate.builder()
                .value(difference)
                .lower(difference - reach)
                .upper(difference + reach)
                .level(LEVEL)
                .standardError(error)
                .n(k)
                .unit("of the outcome")
                .method("difference from the mean of peers, prediction interval by Student t")
                .build();
        return Measured.of(new PeerComparison(
                estimate,
                below,
                Explanation.of(
                                "%s lies %.4g %s the mean of %d peers, %s.",
                                school,
                                Math.abs(difference),
                                difference < 0 ? "below" : "above",
                                k,
                                estimate.excludes(0) ? "farther than peers differ" : "no farther than peers differ")
                        .because(
                                "Peers are the nearest by %s, %s distance; no outcome was looked at.",
                                String.join(", ", search.names()),
                                search.distance().name().toLowerCase(Locale.ROOT))
                        .because("%d of the %d peers achieved less.", below, k)));
    }
}
