package org.iltlib.learning.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;

/**
 * Tells when a practice that was there is slipping: the share of classes in which a component is at least acceptable
 * fell from
 * its best wave to the last by a set amount or more. Exact.
 *
 * @param fall the fall that counts as drift: 1/5 is twenty points
 * @param fewest the fewest readings of a component in a wave that count, at least 2
 */
public record DriftAlert(Fraction fall, int fewest) {
    /** Checks the numbers. */
    public DriftAlert {
        Checks.require(fall.numerator() > 0, "fall is 0. Expected above zero, such as 1/5.");
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
    }

    /** Twenty points, five readings; our own. */
    public static DriftAlert withDefaults() {
        return new DriftAlert(Fraction.of(1, 5), 5);
    }

    /**
     * The components that drift, by id in the order of the profile, each with why. A wave with too few readings of a
     * component is passed over, so that no alert speaks of one or two people.
     *
     * @param profile the practice
     * @param waves the readings of each wave, oldest first, each person once in a wave
     */
    public Map<String, Explanation> of(PracticeProfile profile, List<? extends Collection<ProfileReading>> waves) {
        Map<String, Explanation> alerts = new LinkedHashMap<>();
        waves.forEach(wave -> ProfileMovement.byPerson(profile, wave));
        for (PracticeComponent component : profile.components()) {
            List<Rational> shares = new ArrayList<>();
            for (Collection<ProfileReading> wave : waves) {
                List<Variation> seen = wave.stream()
                        .flatMap(reading -> reading.seen().entrySet().stream())
                        .filter(entry -> entry.getKey().equals(component.id()))
                        .map(Map.Entry::getValue)
                        .toList();
                if (seen.size() >= fewest) {
                    long served = seen.stream()
                            .filter(one -> one != Variation.UNACCEPTABLE)
                            .count();
                    shares.add(Rational.of(served, seen.size()));
                }
            }
            judge(component, shares, alerts);
        }
        return Collections.unmodifiableMap(alerts);
    }

    private void judge(PracticeComponent component, List<Rational> shares, Map<String, Explanation> alerts) {
        if (shares.size() < 2) {
            return;
        }
        Rational best = shares.stream().max(Rational::compareTo).orElse(Rational.ZERO);
        Rational last = shares.get(shares.size() - 1);
        Rational fallen = best.minus(last);
        if (fallen.compareTo(Rational.of(fall.numerator(), fall.denominator())) >= 0) {
            alerts.put(
                    component.id(),
                    Explanation.of("%s is slipping.", component.name())
                            .because(
                                    "At least acceptable in %s of the classes at best, in %s now: a fall of %s, with %s"
                                            + " the limit.",
                                    best, last, fallen, fall)
                            .because("Maybe look whether support or time for it has ended."));
        }
    }
}
