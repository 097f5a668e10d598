package org.iltlib.learning.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * One skill of one person before and after learning, on a scale of whole levels. It serves growth only; for others
 * there is {@link SkillMovement}. Immutable.
 */
@Value.Immutable
public abstract class SkillEvidence implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<SkillEvidence> FORM = Form.<SkillEvidence, Builder>built(
                    SkillEvidence::builder, Builder::build)
            .field("id", EntryId.FORM, SkillEvidence::id, Builder::id)
            .field("person", PersonId.FORM, SkillEvidence::person, Builder::person)
            .field("skill", Forms.TEXT, SkillEvidence::skill, Builder::skill)
            .field("levels", Forms.INTEGER, SkillEvidence::levels, Builder::levels)
            .field("before", Forms.INTEGER, SkillEvidence::before, Builder::before)
            .field("beforeOn", Forms.DATE, SkillEvidence::beforeOn, Builder::beforeOn)
            .field("after", Forms.INTEGER, SkillEvidence::after, Builder::after)
            .field("afterOn", Forms.DATE, SkillEvidence::afterOn, Builder::afterOn)
            .list("basedOn", EntryId.FORM, SkillEvidence::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<SkillEvidence> KIND = Kind.of("skill-evidence", 1, SkillEvidence.class, FORM);

    SkillEvidence() {}

    @Override
    public abstract EntryId id();

    /** Whose skill. */
    public abstract PersonId person();

    /** Which: {@code fraction content knowledge}. */
    public abstract String skill();

    /** How many levels the scale has, 2 or more; level 1 is the lowest. */
    public abstract int levels();

    /** The level before. */
    public abstract int before();

    /** The day on which it was seen. */
    public abstract LocalDate beforeOn();

    /** The level after. */
    public abstract int after();

    /** The day on which it was seen, after the first. */
    public abstract LocalDate afterOn();

    /** The learning between the two and what shows the levels; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks skill, levels and days. */
    @Value.Check
    void check() {
        Checks.text(skill(), "skill");
        Checks.require(levels() >= 2, "levels are %s. Expected 2 or more.", levels());
        Checks.require(before() >= 1 && before() <= levels(), "before is %s. Expected 1 to %s.", before(), levels());
        Checks.require(after() >= 1 && after() <= levels(), "after is %s. Expected 1 to %s.", after(), levels());
        Checks.require(
                afterOn().isAfter(beforeOn()),
                "afterOn is %s. Expected a day after beforeOn, %s. Maybe the two are swapped.",
                afterOn(),
                beforeOn());
        Checks.distinct(basedOn(), "basedOn");
    }

    @Override
    public Kind<SkillEvidence> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds evidence; everything but what it is based on must be set. */
    public static final class Builder extends ImmutableSkillEvidence.Builder {
        Builder() {}
    }
}
