package org.iltlib.decision.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Round;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Position;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How far each member stood behind a decision when it was made, on a scale on which more is more commitment. For open
 * votes; a secret one names nobody, so it has none. Immutable.
 *
 * <pre>{@code
 * var levels = CommitmentLevels.ofFingers(EntryId.of("levels/1"), decision.id(), lastRound);
 * levels.mean();                                            // 19/5
 * CommitmentLevels.listBelow(all, Fraction.of(3, 5));       // decisions to be reopened: less than 3 of 5 fingers
 * }</pre>
 */
@Value.Immutable
public abstract class CommitmentLevels implements Recordable {
    /** The written form. */
    public static final Form<CommitmentLevels> FORM = Form.<CommitmentLevels, Builder>built(
                    CommitmentLevels::builder, Builder::build)
            .field("id", EntryId.FORM, CommitmentLevels::id, Builder::id)
            .field("decision", EntryId.FORM, CommitmentLevels::decision, Builder::decision)
            .field("scale", Forms.TEXT, CommitmentLevels::scale, Builder::scale)
            .field("lowest", Forms.INTEGER, CommitmentLevels::lowest, Builder::lowest)
            .field("highest", Forms.INTEGER, CommitmentLevels::highest, Builder::highest)
            .map("levels", Forms.INTEGER, CommitmentLevels::levels, Builder::putAllLevels);

    /** The kind of entry. */
    public static final Kind<CommitmentLevels> KIND = Kind.of("commitment-levels", 1, CommitmentLevels.class, FORM);

    CommitmentLevels() {}

    @Override
    public abstract EntryId id();

    /** The decision. */
    public abstract EntryId decision();

    /** What the scale is: {@code fist to five}. */
    public abstract String scale();

    /** The level of no commitment at all. */
    public abstract int lowest();

    /** The level of full commitment. */
    public abstract int highest();

    /** The level of each member who showed one, by the id of the person. */
    public abstract Map<String, Integer> levels();

    /** Checks the scale and the levels. */
    @Value.Check
    void check() {
        Checks.text(scale(), "scale");
        Checks.require(
                lowest() < highest(), "The scale goes from %s to %s. Expected a rising one.", lowest(), highest());
        levels().forEach((person, level) -> {
            PersonId.of(person);
            Checks.require(
                    level >= lowest() && level <= highest(),
                    "The level of %s is %s. Expected %s to %s.",
                    person,
                    level,
                    lowest(),
                    highest());
        });
    }

    /** The fingers of the ballots that counted in the round: 0 to 5. */
    public static CommitmentLevels ofFingers(EntryId id, EntryId decision, Round round) {
        return of(
                builder()
                        .id(id)
                        .decision(decision)
                        .scale("fist to five")
                        .lowest(0)
                        .highest(5),
                round,
                position -> position instanceof Position.Fingers fingers
                        ? OptionalInt.of(fingers.shown())
                        : OptionalInt.empty());
    }

    /**
     * The grades of the ballots that counted in the round, turned so that more is more commitment: with eight levels,
     * level 1 is 8 and level 8 is 1.
     *
     * @param levels how many levels the scale of agreement has
     * @throws IllegalArgumentException if a grade is not among them
     */
    public static CommitmentLevels ofGrades(EntryId id, EntryId decision, Round round, int levels) {
        return of(
                builder()
                        .id(id)
                        .decision(decision)
                        .scale("gradients of agreement, turned")
                        .lowest(1)
                        .highest(levels),
                round,
                position -> position instanceof Position.Grade grade
                        ? OptionalInt.of(levels + 1 - grade.level())
                        : OptionalInt.empty());
    }

    private interface Reading {
        OptionalInt level(Position position);
    }

    private static CommitmentLevels of(Builder builder, Round round, Reading reading) {
        Map<PersonId, List<Ballot>> byPerson = new TreeMap<>();
        Map<PersonId, Integer> refused = new TreeMap<>();
        round.outcome().leftOut().forEach(left -> refused.merge(left.person(), 1, Integer::sum));
        round.ballots()
                .forEach(ballot -> byPerson.computeIfAbsent(ballot.person(), none -> new ArrayList<>())
                        .add(ballot));
        byPerson.forEach((person, ballots) -> {
            List<Position> current = ballots.stream()
                    .filter(ballot -> ballot.proposal().equals(round.proposal())
                            && ballot.revision() == round.outcome().revision())
                    .map(Ballot::position)
                    .distinct()
                    .toList();
            if (ballots.size() > refused.getOrDefault(person, 0) && current.size() == 1) {
                reading.level(current.get(0)).ifPresent(level -> builder.putLevels(person.value(), level));
            }
        });
        return builder.build();
    }

    /** The level of that person; empty if none was shown. */
    public Optional<Integer> findLevel(PersonId person) {
        return Optional.ofNullable(levels().get(person.value()));
    }

    /** The mean level, exact; missing if nobody showed one. */
    public Measured<Rational> mean() {
        long sum = levels().values().stream().mapToLong(Integer::longValue).sum();
        return levels().isEmpty()
                ? Measured.missing(MissingReason.NOT_COLLECTED, "nobody showed a level")
                : Measured.of(Rational.of(sum, levels().size()));
    }

    /** Where the mean lies between the lowest level (0) and the highest (1), exact; missing if nobody showed one. */
    public Measured<Rational> meanShare() {
        return mean().map(
                        mean -> mean.minus(Rational.of(lowest())).dividedBy(Rational.of((long) highest() - lowest())));
    }

    /**
     * The decisions whose mean commitment lies below that share of their scale, which are to be reopened, in order; one
     * that reaches it exactly is not.
     */
    public static List<EntryId> listBelow(Collection<CommitmentLevels> all, Fraction threshold) {
        Rational least = Rational.of(threshold.numerator(), threshold.denominator());
        return all.stream()
                .filter(levels -> levels.meanShare()
                        .value()
                        .filter(share -> share.compareTo(least) < 0)
                        .isPresent())
                .map(CommitmentLevels::decision)
                .toList();
    }

    @Override
    public List<EntryId> basedOn() {
        return List.of(decision());
    }

    @Override
    public Kind<CommitmentLevels> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds levels; all but the levels themselves must be set. */
    public static final class Builder extends ImmutableCommitmentLevels.Builder {
        Builder() {}
    }
}
