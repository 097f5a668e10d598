package org.iltlib.learning.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.learning.ActivityType;
import org.immutables.value.Value;

/** How much a staff learns from one another, whether it goes both ways, and how it is spread. Names nobody. Immutable. */
@Value.Immutable
public abstract class PeerLearningReport {
    PeerLearningReport() {}

    /** How many people there are. */
    public abstract int everybody();

    /** How many of them took part at least once. */
    public abstract int took();

    /** The minutes that people spent, all together: an hour of three is three hours. */
    public abstract long personMinutes();

    /** The minutes that people spent on each sort; those with none are absent. */
    public abstract Map<ActivityType, Long> personMinutesBy();

    /** How many pairs there are of whom one visited the other. */
    public abstract int visitPairs();

    /** How many of these pairs visited each other. */
    public abstract int reciprocalPairs();

    /** The fewest people who together spent half of the minutes or more; few of many means that a few carry it. */
    public abstract int halfBy();

    /**
     * The report.
     *
     * @param events each id once
     * @param everybody the staff; whoever else took part is left out
     */
    public static PeerLearningReport of(Collection<PeerLearning> events, Set<PersonId> everybody) {
        Checks.distinct(events.stream().map(PeerLearning::id).toList(), "events");
        Map<PersonId, Long> minutes = new HashMap<>();
        Map<ActivityType, Long> byType = new EnumMap<>(ActivityType.class);
        Set<List<PersonId>> visits = new HashSet<>();
        for (PeerLearning event : events) {
            List<PersonId> people = new ArrayList<>(event.others());
            event.host().ifPresent(people::add);
            people.retainAll(everybody);
            people.forEach(person -> minutes.merge(person, (long) event.minutes(), Long::sum));
            if (!people.isEmpty()) {
                byType.merge(event.type(), (long) event.minutes() * people.size(), Long::sum);
            }
            event.host()
                    .filter(everybody::contains)
                    .ifPresent(host -> event.others().stream()
                            .filter(everybody::contains)
                            .forEach(visitor -> visits.add(List.of(visitor, host))));
        }
        int oneWay = 0;
        int bothWays = 0;
        for (List<PersonId> visit : visits) {
            boolean back = visits.contains(List.of(visit.get(1), visit.get(0)));
            oneWay += back ? 0 : 1;
            bothWays += back ? 1 : 0;
        }
        return new Builder()
                .everybody(everybody.size())
                .took(minutes.size())
                .personMinutes(
                        minutes.values().stream().mapToLong(Long::longValue).sum())
                .putAllPersonMinutesBy(byType)
                .visitPairs(oneWay + bothWays / 2)
                .reciprocalPairs(bothWays / 2)
                .halfBy(halfBy(minutes.values()))
                .build();
    }

    private static int halfBy(Collection<Long> minutes) {
        List<Long> most = new ArrayList<>(minutes);
        most.sort(Collections.reverseOrder());
        long all = most.stream().mapToLong(Long::longValue).sum();
        long so = 0;
        int people = 0;
        for (long each : most) {
            if (so * 2 >= all) {
                break;
            }
            so += each;
            people++;
        }
        return people;
    }

    /** The hours that people spent, all together. */
    public Rational personHours() {
        return Rational.of(personMinutes(), 60);
    }

    /** The share of the staff who took part; missing for nobody. */
    public Measured<Fraction> share() {
        return share(took(), everybody(), "there is no staff");
    }

    /** The share of the visiting pairs who visited each other; missing if nobody visited anybody. */
    public Measured<Fraction> reciprocalShare() {
        return share(reciprocalPairs(), visitPairs(), "nobody visited anybody");
    }

    private static Measured<Fraction> share(int part, int whole, String ifNone) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, ifNone)
                : Measured.of(Fraction.of(part, whole));
    }

    /** Builds a report; for this type. */
    static final class Builder extends ImmutablePeerLearningReport.Builder {
        Builder() {}
    }
}
