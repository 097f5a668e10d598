package org.iltlib.plan.improvement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What a practice does for a goal, and why the team thinks so. Immutable. */
@Value.Immutable
public abstract class GoalAlignment implements Recordable {
    /** The written form. */
    public static final Form<GoalAlignment> FORM = Form.<GoalAlignment, Builder>built(
                    GoalAlignment::builder, Builder::build)
            .field("id", EntryId.FORM, GoalAlignment::id, Builder::id)
            .field("practice", Forms.TEXT, GoalAlignment::practice, Builder::practice)
            .field("goal", EntryId.FORM, GoalAlignment::goal, Builder::goal)
            .field("bearing", Forms.enumOf(Bearing.class), GoalAlignment::bearing, Builder::bearing)
            .field("rationale", Forms.TEXT, GoalAlignment::rationale, Builder::rationale)
            .list("evidence", EntryId.FORM, GoalAlignment::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<GoalAlignment> KIND = Kind.of("goal-alignment", 1, GoalAlignment.class, FORM);

    GoalAlignment() {}

    @Override
    public abstract EntryId id();

    /** The id of the practice: {@code number-talks}. */
    public abstract String practice();

    /** The goal. */
    public abstract EntryId goal();

    /** What the practice does for the goal. */
    public abstract Bearing bearing();

    /** Why the team thinks so. */
    public abstract String rationale();

    /** The entries that show it, each once; may be empty. */
    public abstract List<EntryId> evidence();

    /** Checks the texts and the evidence. */
    @Value.Check
    void check() {
        Checks.id(practice(), "practice");
        Checks.text(rationale(), "rationale");
        Checks.distinct(evidence(), "evidence");
    }

    /** The goal, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(goal()));
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<GoalAlignment> kind() {
        return KIND;
    }

    /** What a practice does for a goal. */
    public enum Bearing {
        /** It brings the goal nearer. */
        ADVANCES,
        /** It does neither. */
        NEUTRAL,
        /** It works against the goal. */
        CONFLICTS
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an alignment; every property but the evidence must be set. */
    public static final class Builder extends ImmutableGoalAlignment.Builder {
        Builder() {}
    }
}
