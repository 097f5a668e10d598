package org.iltlib.plan.cycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Why something is as it is, found by asking why again and again. Any cause may be put on the wall; the team works only
 * on one that evidence shows and that lies within the school's control. Immutable.
 */
@Value.Immutable
public abstract class RootCause implements Recordable {
    /** The written form. */
    public static final Form<RootCause> FORM = Form.<RootCause, Builder>built(RootCause::builder, Builder::build)
            .field("id", EntryId.FORM, RootCause::id, Builder::id)
            .field("problem", EntryId.FORM, RootCause::problem, Builder::problem)
            .field("branch", Forms.enumOf(Branch.class), RootCause::branch, Builder::branch)
            .list("whys", Forms.TEXT, RootCause::whys, Builder::addAllWhys)
            .list("evidence", EntryId.FORM, RootCause::evidence, Builder::addAllEvidence)
            .field("control", Forms.enumOf(Control.class), RootCause::control, Builder::control);

    /** The kind of entry. */
    public static final Kind<RootCause> KIND = Kind.of("root-cause", 1, RootCause.class, FORM);

    RootCause() {}

    @Override
    public abstract EntryId id();

    /** The need, gap or finding whose cause it is. */
    public abstract EntryId problem();

    /** On which bone of the fish it hangs. */
    public abstract Branch branch();

    /** The answers to why, each the reason of the one before; the last is the cause. At least one, each once. */
    public abstract List<String> whys();

    /** The entries that show it, each once, the problem not among them; may be empty. */
    public abstract List<EntryId> evidence();

    /** Who could change it. */
    public abstract Control control();

    /** Checks the answers and the evidence. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(whys(), "whys"), "whys").forEach(why -> Checks.text(why, "why"));
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                !evidence().contains(problem()),
                "evidence holds the problem \"%s\" itself. Expected what shows its cause.",
                problem());
    }

    /** The cause itself: the last answer. */
    public String cause() {
        return whys().get(whys().size() - 1);
    }

    /** Why the team should not work on it, in words; empty if it is accepted. */
    public Optional<String> findObjection() {
        if (evidence().isEmpty()) {
            return Optional.of("No evidence shows that " + cause() + ".");
        }
        return control() == Control.SCHOOL
                ? Optional.empty()
                : Optional.of("That " + cause()
                        + " is not in the school's control. Maybe ask what the school does about it.");
    }

    /** Whether evidence shows it and it lies within the school's control. */
    public boolean isAccepted() {
        return findObjection().isEmpty();
    }

    /** The problem, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(problem()));
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<RootCause> kind() {
        return KIND;
    }

    /** The bones of the fish. */
    public enum Branch {
        /** What is taught, and in which order. */
        CURRICULUM,
        /** How it is taught. */
        INSTRUCTION,
        /** How learning is seen. */
        ASSESSMENT,
        /** What adults know and can do. */
        ADULT_LEARNING,
        /** Time, people, money, materials. */
        RESOURCES,
        /** Climate, routines, belonging. */
        CLIMATE,
        /** How the school is led and organised. */
        LEADERSHIP,
        /** Home and community. */
        COMMUNITY
    }

    /** Who could change a cause. */
    public enum Control {
        /** The school. */
        SCHOOL,
        /** The district; the school can ask. */
        DISTRICT,
        /** Neither. */
        OUTSIDE
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a cause; every property but the evidence must be set. */
    public static final class Builder extends ImmutableRootCause.Builder {
        Builder() {}
    }
}
