package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That a student left an intervention, and why. A rule advises; a person signs. Immutable. */
@Value.Immutable
public abstract class InterventionEnd implements Recordable {
    /** The written form. */
    public static final Form<InterventionEnd> FORM = Form.<InterventionEnd, Builder>built(
                    InterventionEnd::builder, Builder::build)
            .field("id", EntryId.FORM, InterventionEnd::id, Builder::id)
            .field("intervention", EntryId.FORM, InterventionEnd::intervention, Builder::intervention)
            .field("student", PersonId.FORM, InterventionEnd::student, Builder::student)
            .field("on", Forms.DATE, InterventionEnd::on, Builder::on)
            .field("cause", Forms.enumOf(Cause.class), InterventionEnd::cause, Builder::cause)
            .field("reason", Forms.TEXT, InterventionEnd::reason, Builder::reason)
            .field("confirmedBy", PersonId.FORM, InterventionEnd::confirmedBy, Builder::confirmedBy)
            .list("evidence", EntryId.FORM, InterventionEnd::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<InterventionEnd> KIND = Kind.of("intervention-end", 1, InterventionEnd.class, FORM);

    InterventionEnd() {}

    @Override
    public abstract EntryId id();

    /** The intervention. */
    public abstract EntryId intervention();

    /** The student, by a pseudonymous id. */
    public abstract PersonId student();

    /** The last day. */
    public abstract LocalDate on();

    /** What it was that ended it. */
    public abstract Cause cause();

    /** Why, in words. */
    public abstract String reason();

    /** Who confirmed it. */
    public abstract PersonId confirmedBy();

    /** The entries that show it, each once; if the exit rule is met at least one. */
    public abstract List<EntryId> evidence();

    /** Checks the reason and the evidence. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                cause() != Cause.EXIT_RULE || !evidence().isEmpty(),
                "The exit rule is met without evidence. Expected the entry that shows it.");
    }

    /** The intervention, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(intervention()));
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<InterventionEnd> kind() {
        return KIND;
    }

    /** What ended an intervention. */
    public enum Cause {
        /** The exit rule is met. */
        EXIT_RULE,
        /** Something more intensive, or else, takes its place. */
        REPLACED,
        /** Its weeks are over. */
        WEEKS_OVER,
        /** The family or the student asked for it. */
        WITHDRAWN,
        /** The student left the school. */
        MOVED
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an end; every property but the evidence must be set. */
    public static final class Builder extends ImmutableInterventionEnd.Builder {
        Builder() {}
    }
}
