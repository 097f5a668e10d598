package org.iltlib.impact.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Minimum;
import org.iltlib.base.Recordable;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.impact.Fidelity;
import org.iltlib.impact.FidelityGate;
import org.immutables.value.Value;

/**
 * How far a curriculum or practice is carried out as meant: classroom by classroom in counts, and whom it reaches. From it
 * come the five shares, the classrooms at criterion, and the gate: below it, nothing may be said about effect. All
 * comparisons are exact. Whether it is in pace with the calendar is another question. Immutable.
 */
@Value.Immutable
public abstract class ImplementationCheck implements Recordable, FidelityGate.Implemented {
    /** The written form. */
    public static final Form<ImplementationCheck> FORM = Form.<ImplementationCheck, Builder>built(
                    ImplementationCheck::builder, Builder::build)
            .field("id", EntryId.FORM, ImplementationCheck::id, Builder::id)
            .field("about", EntryId.FORM, ImplementationCheck::about, Builder::about)
            .field("on", Forms.DATE, ImplementationCheck::on, Builder::on)
            .list("classrooms", ClassroomFidelity.FORM, ImplementationCheck::classrooms, Builder::addAllClassrooms)
            .field("reach", CountOf.FORM, ImplementationCheck::reach, Builder::reach)
            .field("criterion", Minimum.FORM, ImplementationCheck::criterion, Builder::criterion)
            .field("gate", Minimum.FORM, ImplementationCheck::gate, Builder::gate)
            .maybe("floor", Minimum.FORM, ImplementationCheck::floor, Builder::floor)
            .list("evidence", EntryId.FORM, ImplementationCheck::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<ImplementationCheck> KIND =
            Kind.of("implementation-check", 1, ImplementationCheck.class, FORM);

    ImplementationCheck() {}

    @Override
    public abstract EntryId id();

    /** The entry of what is implemented: a course, a roll-out. */
    public abstract EntryId about();

    /** The day. */
    public abstract LocalDate on();

    /** The classrooms that were looked at, each once, at least one. */
    public abstract List<ClassroomFidelity> classrooms();

    /** Students reached, of those it is meant for. */
    public abstract CountOf reach();

    /** What a classroom needs in the mean of its four shares; at least 80 in a hundred unless said otherwise. */
    @Value.Default
    public Minimum criterion() {
        return Minimum.atLeast(Fraction.percent(80));
    }

    /** What reach times the mean of the other four must be before an effect is judged; 60 in a hundred unless said otherwise. */
    @Value.Default
    public Minimum gate() {
        return Minimum.atLeast(Fraction.percent(60));
    }

    /** What each of the five must be by itself, so that none makes up for another; empty where nothing is asked of one alone. */
    public abstract Optional<Minimum> floor();

    /** The walks, logs and rosters that it rests on. */
    public abstract List<EntryId> evidence();

    /** Checks that no classroom stands twice. */
    @Value.Check
    void check() {
        Checks.notEmpty(classrooms(), "classrooms");
        Checks.distinct(classrooms().stream().map(ClassroomFidelity::classroom).toList(), "classrooms");
        Checks.distinct(evidence(), "evidence");
    }

    /**
     * The five shares: the counts of all classrooms together, so that a larger class weighs more; in a count, what goes
     * beyond the plan does not make up for another classroom.
     */
    public Map<FidelityDimension, Fraction> shares() {
        Map<FidelityDimension, Fraction> shares = new EnumMap<>(FidelityDimension.class);
        shares.put(FidelityDimension.ADHERENCE, pooled(ClassroomFidelity::adherence));
        shares.put(FidelityDimension.DOSAGE, pooled(ClassroomFidelity::dosage));
        shares.put(FidelityDimension.QUALITY, pooled(ClassroomFidelity::quality));
        shares.put(FidelityDimension.RESPONSIVENESS, pooled(ClassroomFidelity::responsiveness));
        shares.put(FidelityDimension.REACH, reach().share());
        return Collections.unmodifiableMap(shares);
    }

    private Fraction pooled(Function<ClassroomFidelity, CountOf> count) {
        long done = 0;
        long of = 0;
        for (ClassroomFidelity one : classrooms()) {
            done += count.apply(one).counted();
            of += count.apply(one).of();
        }
        return Fraction.of(done, of);
    }

    /** The weakest of the five; the first of them in the order of {@link FidelityDimension} if several are. */
    public FidelityDimension weakest() {
        return shares().entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** The dimensions below the floor, where there is one. */
    public List<FidelityDimension> listBelowFloor() {
        List<FidelityDimension> below = new ArrayList<>();
        floor().ifPresent(least -> shares().forEach((dimension, share) -> {
            if (!least.isMetBy(share.numerator(), share.denominator())) {
                below.add(dimension);
            }
        }));
        return List.copyOf(below);
    }

    /** The classrooms at criterion. */
    public List<String> listAtCriterion() {
        return classrooms().stream()
                .filter(one -> one.reaches(criterion()))
                .map(ClassroomFidelity::classroom)
                .toList();
    }

    /** The share of classrooms at criterion; from one half on, use is called full (NIRN). */
    public Fraction atCriterion() {
        return Fraction.of(listAtCriterion().size(), classrooms().size());
    }

    /**
     * Whether enough is implemented to judge an effect: reach times the mean of the other four passes the gate, and none
     * of the five is below the floor.
     */
    public boolean passes() {
        return new FidelityGate(gate()).passes(this);
    }

    /** Reach times the mean of the other four, exactly. */
    @Override
    public Rational implemented() {
        List<Rational> four = shares().entrySet().stream()
                .filter(one -> one.getKey() != FidelityDimension.REACH)
                .map(one ->
                        Rational.of(one.getValue().numerator(), one.getValue().denominator()))
                .toList();
        return FidelityGate.mean(four).times(reach().exact());
    }

    /** The dimensions below the floor, each in words. */
    @Override
    public List<Explanation> obstacles() {
        return listBelowFloor().stream()
                .map(below -> Explanation.of(
                        "%s is below its floor, %s.",
                        below, floor().map(Minimum::toString).orElse("")))
                .toList();
    }

    /**
     * The five shares as numbers, for a study or an evaluation. For a verdict give the check itself: it is exact, and a
     * third as a number is not.
     */
    public Fidelity toFidelity() {
        Map<FidelityDimension, Fraction> shares = shares();
        return Fidelity.builder()
                .adherence(number(shares, FidelityDimension.ADHERENCE))
                .dosage(number(shares, FidelityDimension.DOSAGE))
                .quality(number(shares, FidelityDimension.QUALITY))
                .responsiveness(number(shares, FidelityDimension.RESPONSIVENESS))
                .reach(number(shares, FidelityDimension.REACH))
                .build();
    }

    private static double number(Map<FidelityDimension, Fraction> shares, FidelityDimension dimension) {
        Fraction share = shares.getOrDefault(dimension, Fraction.of(0, 1));
        return (double) share.numerator() / share.denominator();
    }

    /** The check in words: the gate, the five shares, the classrooms. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                passes()
                        ? "Enough is implemented to judge an effect; weakest is %s."
                        : "Not implemented enough to judge an effect; weakest is %s.",
                weakest());
        for (Map.Entry<FidelityDimension, Fraction> one : shares().entrySet()) {
            whole = whole.because("%s: %s.", one.getKey(), one.getValue());
        }
        for (Explanation obstacle : obstacles()) {
            whole = whole.because(obstacle);
        }
        return whole.because("Reach times the mean of the other four must be %s.", gate())
                .because(
                        "%s of %s classrooms are at criterion, %s.",
                        listAtCriterion().size(), classrooms().size(), criterion());
    }

    /** What is implemented, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(about());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<ImplementationCheck> kind() {
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

    /** Builds a check; id, what it is about, day, a classroom and reach must be set. */
    public static final class Builder extends ImmutableImplementationCheck.Builder {
        Builder() {}
    }
}
