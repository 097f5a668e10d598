package org.iltlib.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A judgment of a person's work. It is made from formal observations and from nothing else: a mentorship or other data
 * that serve growth are of another type, and do not compile into it. Immutable.
 */
@Value.Immutable
public abstract non-sealed class StaffEvaluation implements Recordable, PurposeLimited.Evaluative {
    /** The written form. */
    public static final Form<StaffEvaluation> FORM = Form.<StaffEvaluation, Builder>built(Builder::new, Builder::build)
            .field("id", EntryId.FORM, StaffEvaluation::id, Builder::id)
            .field("person", PersonId.FORM, StaffEvaluation::person, Builder::person)
            .field("evaluator", PersonId.FORM, StaffEvaluation::evaluator, Builder::evaluator)
            .field("on", Forms.DATE, StaffEvaluation::on, Builder::on)
            .field("judgment", Forms.TEXT, StaffEvaluation::judgment, Builder::judgment)
            .list("observations", EntryId.FORM, StaffEvaluation::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<StaffEvaluation> KIND = Kind.of("staff-evaluation", 1, StaffEvaluation.class, FORM);

    StaffEvaluation() {}

    @Override
    public abstract EntryId id();

    /** Whose work is judged. */
    public abstract PersonId person();

    /** Who judges; another person. */
    public abstract PersonId evaluator();

    /** The day. */
    public abstract LocalDate on();

    /** The judgment in words. */
    public abstract String judgment();

    /** The formal observations on which it rests; at least one, each once. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks the people, the text and that something was observed. */
    @Value.Check
    void check() {
        Checks.text(judgment(), "judgment");
        Checks.distinct(Checks.notEmpty(basedOn(), "observations"), "observations");
        Checks.require(
                !person().equals(evaluator()), "person and evaluator are both \"%s\". Expected two people.", person());
    }

    /**
     * The judgment of the person who was observed.
     *
     * @param id the id of the entry
     * @param evaluator who judges
     * @param on the day, none of the observations after it
     * @param judgment the judgment in words
     * @param observations what was seen; at least one, all of one person
     */
    public static StaffEvaluation of(
            EntryId id, PersonId evaluator, LocalDate on, String judgment, List<FormalObservation> observations) {
        Checks.notEmpty(observations, "observations");
        PersonId person = observations.get(0).person();
        for (FormalObservation observation : observations) {
            Checks.require(
                    observation.person().equals(person),
                    "Observation %s is of \"%s\". Expected one of \"%s\", as the first.",
                    observation.id(),
                    observation.person(),
                    person);
            Checks.require(
                    !observation.on().isAfter(on),
                    "Observation %s is of %s. Expected none after the evaluation of %s.",
                    observation.id(),
                    observation.on(),
                    on);
        }
        Builder builder = new Builder();
        builder.id(id).person(person).evaluator(evaluator).on(on).judgment(judgment);
        builder.addAllBasedOn(observations.stream().map(FormalObservation::id).toList());
        return builder.build();
    }

    /**
     * What it rests on and must not: ids that lead to nothing, to another sort of entry, such as a mentorship or
     * coaching, or to the observation of another person. Empty for every evaluation made by {@link #of}; one that was
     * written by another program may have some, and then does not count.
     *
     * @param lookup finds what was recorded under an id
     */
    public List<EntryId> findStrays(Function<EntryId, Optional<? extends Recordable>> lookup) {
        return basedOn().stream()
                .filter(id -> lookup.apply(id)
                        .filter(entry -> entry instanceof FormalObservation seen
                                && seen.person().equals(person())
                                && !seen.on().isAfter(on()))
                        .isEmpty())
                .toList();
    }

    @Override
    public Kind<StaffEvaluation> kind() {
        return KIND;
    }

    /** Builds an evaluation from ids; for this type only, so that no other entry can be slipped in. */
    static final class Builder extends ImmutableStaffEvaluation.Builder {
        Builder() {}
    }
}
