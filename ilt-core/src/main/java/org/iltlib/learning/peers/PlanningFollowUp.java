package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That what was planned together reached classes: in how many, and what was seen. It names nobody. Immutable. */
@Value.Immutable
public abstract class PlanningFollowUp implements Recordable {
    /** The written form. */
    public static final Form<PlanningFollowUp> FORM = Form.<PlanningFollowUp, Builder>built(
                    PlanningFollowUp::builder, Builder::build)
            .field("id", EntryId.FORM, PlanningFollowUp::id, Builder::id)
            .field("session", EntryId.FORM, PlanningFollowUp::session, Builder::session)
            .field("on", Forms.DATE, PlanningFollowUp::on, Builder::on)
            .field("classes", Forms.INTEGER, PlanningFollowUp::classes, Builder::classes)
            .field("says", Forms.TEXT, PlanningFollowUp::says, Builder::says);

    /** The kind of entry. */
    public static final Kind<PlanningFollowUp> KIND = Kind.of("planning-follow-up", 1, PlanningFollowUp.class, FORM);

    PlanningFollowUp() {}

    @Override
    public abstract EntryId id();

    /** The planning session. */
    public abstract EntryId session();

    /** The day on which it was told. */
    public abstract LocalDate on();

    /** In how many classes it was used; zero if it was dropped. */
    public abstract int classes();

    /** What was seen, or why it was dropped. */
    public abstract String says();

    /** Checks classes and words. */
    @Value.Check
    void check() {
        Checks.notNegative(classes(), "classes");
        Checks.text(says(), "says");
    }

    /** The planning session. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(session());
    }

    @Override
    public Kind<PlanningFollowUp> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a follow-up; every property must be set. */
    public static final class Builder extends ImmutablePlanningFollowUp.Builder {
        Builder() {}
    }
}
