package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.decision.Cost;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A program, tool or habit that takes time or money, whoever started it: the goals it serves, what it costs, whom it
 * reaches and what is known of it. One without a goal or a measure can be listed too; that is what the inventory is for.
 * Immutable.
 */
@Value.Immutable
public abstract class Initiative implements Recordable {
    /** The written form. */
    public static final Form<Initiative> FORM = Form.<Initiative, Builder>built(Initiative::builder, Builder::build)
            .field("id", EntryId.FORM, Initiative::id, Builder::id)
            .field("name", Forms.TEXT, Initiative::name, Builder::name)
            .list("goals", EntryId.FORM, Initiative::goals, Builder::addAllGoals)
            .list("measures", Forms.TEXT, Initiative::measures, Builder::addAllMeasures)
            .field("cost", Cost.FORM, Initiative::cost, Builder::cost)
            .field("hoursPerTeacher", Forms.DECIMAL, Initiative::hoursPerTeacher, Builder::hoursPerTeacher)
            .field("teachers", Forms.LONG, Initiative::teachers, Builder::teachers)
            .field("students", Forms.LONG, Initiative::students, Builder::students)
            .list("evidence", EntryId.FORM, Initiative::evidence, Builder::addAllEvidence)
            .maybe("fidelity", Fraction.FORM, Initiative::fidelity, Builder::fidelity)
            .maybe("effect", Estimate.FORM, Initiative::effect, Builder::effect)
            .maybe("mandatedBy", Forms.TEXT, Initiative::mandatedBy, Builder::mandatedBy);

    /** The kind of entry. */
    public static final Kind<Initiative> KIND = Kind.of("initiative", 1, Initiative.class, FORM);

    Initiative() {}

    @Override
    public abstract EntryId id();

    /** What people call it. */
    public abstract String name();

    /** The goals that it serves, each once; may be empty. */
    public abstract List<EntryId> goals();

    /** The ids of the measures by which one would see that it works, each once; may be empty. */
    public abstract List<String> measures();

    /** What it costs in a year, in money. */
    public abstract Cost cost();

    /** How many hours it takes of each teacher concerned in a year, zero or more. */
    public abstract BigDecimal hoursPerTeacher();

    /** How many teachers it concerns. */
    public abstract long teachers();

    /** How many students it reaches. */
    public abstract long students();

    /** The entries that speak for it, each once; may be empty. */
    public abstract List<EntryId> evidence();

    /** Which share of it is carried out as meant, if somebody looked. */
    public abstract Optional<Fraction> fidelity();

    /** What it brings about, in standard deviations, if somebody measured. */
    public abstract Optional<Estimate> effect();

    /** The law or authority that demands it; absent if the school may give it up. */
    public abstract Optional<String> mandatedBy();

    /** Checks texts and numbers; trailing zeros are dropped, so that equal hours are equal. */
    @Value.Check
    Initiative check() {
        Checks.text(name(), "name");
        Checks.distinct(goals(), "goals");
        Checks.distinct(measures(), "measures").forEach(measure -> Checks.id(measure, "measure"));
        Checks.require(
                hoursPerTeacher().signum() >= 0, "hoursPerTeacher is %s. Expected zero or more.", hoursPerTeacher());
        Checks.notNegative(teachers(), "teachers");
        Checks.notNegative(students(), "students");
        Checks.distinct(evidence(), "evidence");
        mandatedBy().ifPresent(text -> Checks.text(text, "mandatedBy"));
        BigDecimal plain = hoursPerTeacher().stripTrailingZeros();
        return plain.scale() == hoursPerTeacher().scale()
                ? this
                : toBuilder().hoursPerTeacher(plain).build();
    }

    /** Whether a law or authority demands it. */
    public boolean isMandated() {
        return mandatedBy().isPresent();
    }

    /** The hours that it takes of all teachers concerned, in a year. */
    public BigDecimal hours() {
        return hoursPerTeacher().multiply(BigDecimal.valueOf(teachers()));
    }

    /** The goals, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(goals());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<Initiative> kind() {
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

    /** Builds an initiative; id, name, cost, hours, teachers and students must be set. */
    public static final class Builder extends ImmutableInitiative.Builder {
        Builder() {}
    }
}
