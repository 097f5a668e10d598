package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Support for one student or a group: which skill, by which rules one enters and leaves, how much of it, by whom, and
 * toward which growth. What each student does well is a part of it, for whoever reads it should see a whole child.
 * Immutable.
 */
@Value.Immutable
public abstract class Intervention implements Recordable {
    /** The written form. */
    public static final Form<Intervention> FORM = Form.<Intervention, Builder>built(
                    Intervention::builder, Builder::build)
            .field("id", EntryId.FORM, Intervention::id, Builder::id)
            .list("needs", EntryId.FORM, Intervention::needs, Builder::addAllNeeds)
            .field("type", Forms.enumOf(SupportType.class), Intervention::type, Builder::type)
            .field("tier", Forms.enumOf(Tier.class), Tier.TARGETED, Intervention::tier, Builder::tier)
            .field("skill", Forms.TEXT, Intervention::skill, Builder::skill)
            .field("what", Forms.TEXT, Intervention::what, Builder::what)
            .map("strengths", Forms.TEXT, Intervention::strengths, Builder::putAllStrengths)
            .field("entry", SupportRule.FORM, Intervention::entry, Builder::entry)
            .field("exit", SupportRule.FORM, Intervention::exit, Builder::exit)
            .field("planned", Dosage.FORM, Intervention::planned, Builder::planned)
            .field("provider", PersonId.FORM, Intervention::provider, Builder::provider)
            .field("startsOn", Forms.DATE, Intervention::startsOn, Builder::startsOn)
            .field("goal", GrowthGoal.FORM, Intervention::goal, Builder::goal)
            .field("checkEveryDays", Forms.INTEGER, 7, Intervention::checkEveryDays, Builder::checkEveryDays);

    /** The kind of entry. */
    public static final Kind<Intervention> KIND = Kind.of("intervention", 1, Intervention.class, FORM);

    Intervention() {}

    @Override
    public abstract EntryId id();

    /** The needs that it answers, of the students or of the school; at least one, each once. */
    public abstract List<EntryId> needs();

    /** What kind of support it is. */
    public abstract SupportType type();

    /** How much beyond the core; targeted unless said otherwise. */
    @Value.Default
    public Tier tier() {
        return Tier.TARGETED;
    }

    /** The one skill at which it aims. */
    public abstract String skill();

    /** What is done. */
    public abstract String what();

    /** What each student does well, in words, by the pseudonymous id; those named are the group, at least one. */
    public abstract Map<String, String> strengths();

    /** Who enters. */
    public abstract SupportRule entry();

    /** Who leaves. */
    public abstract SupportRule exit();

    /** How much is planned. */
    public abstract Dosage planned();

    /** The one person who sees that it happens. */
    public abstract PersonId provider();

    /** The first day. */
    public abstract LocalDate startsOn();

    /** Toward which growth. */
    public abstract GrowthGoal goal();

    /** After how many days progress is looked at again, at least 1; a week unless said otherwise. */
    @Value.Default
    public int checkEveryDays() {
        return 7;
    }

    /** Checks needs, group and texts. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(needs(), "needs"), "needs");
        Checks.text(skill(), "skill");
        Checks.text(what(), "what");
        Checks.require(
                !strengths().isEmpty(), "strengths is empty. Expected what each student of the group does well.");
        strengths().forEach((student, strength) -> {
            PersonId.of(student);
            Checks.text(strength, "strengths of " + student);
        });
        Checks.positive(checkEveryDays(), "checkEveryDays");
    }

    /** The students, in the order of their ids. */
    public List<PersonId> students() {
        return strengths().keySet().stream().sorted().map(PersonId::of).toList();
    }

    /** The last day that is planned. */
    public LocalDate endsOn() {
        return startsOn().plusWeeks(planned().weeks()).minusDays(1);
    }

    /** The needs. */
    @Override
    public List<EntryId> basedOn() {
        return needs();
    }

    @Override
    public Kind<Intervention> kind() {
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

    /** Builds an intervention; every property but tier and frequency must be set. */
    public static final class Builder extends ImmutableIntervention.Builder {
        Builder() {}
    }
}
