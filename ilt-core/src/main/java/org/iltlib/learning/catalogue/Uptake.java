package org.iltlib.learning.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;

/**
 * How many of those to whom an offering was recommended took part in it.
 *
 * @param recommended to how many
 * @param taken how many of them attended at least one session
 */
public record Uptake(int recommended, int taken) {
    /** Checks the counts. */
    public Uptake {
        Checks.positive(recommended, "recommended");
        Checks.require(taken >= 0 && taken <= recommended, "taken is %s. Expected 0 to %s.", taken, recommended);
    }

    /** The share that took part. */
    public Fraction share() {
        return Fraction.of(taken, recommended);
    }

    /**
     * The uptake of each offering, by id; suppressed where it was recommended to fewer people than the least.
     *
     * @param recommended to whom what was recommended
     * @param sessions what took place
     * @param fewest the smallest group that is shown, at least 1
     */
    public static Map<EntryId, Measured<Uptake>> of(
            Map<EntryId, Set<PersonId>> recommended, Collection<LearningSession> sessions, int fewest) {
        Checks.positive(fewest, "fewest");
        Map<EntryId, Measured<Uptake>> uptake = new TreeMap<>();
        recommended.forEach((learning, people) -> {
            int taken = (int) people.stream()
                    .filter(person -> sessions.stream()
                            .anyMatch(session -> session.learning().equals(learning)
                                    && session.attended().contains(person)))
                    .count();
            uptake.put(learning, people.isEmpty() ? none() : shown(new Uptake(people.size(), taken), fewest));
        });
        return Collections.unmodifiableMap(uptake);
    }

    private static Measured<Uptake> none() {
        return Measured.missing(MissingReason.NOT_APPLICABLE, "it was recommended to nobody");
    }

    private static Measured<Uptake> shown(Uptake uptake, int fewest) {
        return uptake.recommended < fewest
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people")
                : Measured.of(uptake);
    }
}
