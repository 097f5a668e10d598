package org.iltlib.evidence.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * One thing that teachers, students or families said, put as a theme by the team. Own words are sensitive and stay outside
 * the record; a digest may say which words the theme rests on. Immutable.
 */
@Value.Immutable
public abstract class Feedback implements Recordable {
    /** The written form. */
    public static final Form<Feedback> FORM = Form.<Feedback, Builder>built(Feedback::builder, Builder::build)
            .field("id", EntryId.FORM, Feedback::id, Builder::id)
            .field("source", StakeholderGroup.FORM, Feedback::source, Builder::source)
            .field("unit", Forms.TEXT, Feedback::unit, Builder::unit)
            .field("theme", Forms.TEXT, Feedback::theme, Builder::theme)
            .field("severity", Forms.enumOf(Severity.class), Feedback::severity, Builder::severity)
            .field("voices", Forms.INTEGER, Feedback::voices, Builder::voices)
            .field("received", Forms.DATE, Feedback::received, Builder::received)
            .maybe("wordsSha256", Forms.TEXT, Feedback::wordsSha256, Builder::wordsSha256)
            .list("basedOn", EntryId.FORM, Feedback::basedOn, Builder::addAllBasedOn);

    /** How it stands in a record. */
    public static final Kind<Feedback> KIND = Kind.of("feedback", 1, Feedback.class, FORM);

    /** How much it matters. */
    public enum Severity {
        /** Praise: to be kept. */
        PRAISE,
        /** An idea or a wish. */
        SUGGESTION,
        /** Something gets in the way of learning or teaching. */
        CONCERN,
        /** Somebody is harmed, or learning stops. */
        URGENT
    }

    Feedback() {}

    @Override
    public abstract EntryId id();

    /** Who said it. */
    public abstract StakeholderGroup source();

    /** What it is about, in words: a curriculum unit, a course of professional learning. */
    public abstract String unit();

    /** What was said, in the team's own words; without names. */
    public abstract String theme();

    /** How much it matters. */
    public abstract Severity severity();

    /** How many said so, at least 1. */
    public abstract int voices();

    /** The day it was heard. */
    public abstract LocalDate received();

    /** The SHA-256 digest of the words themselves, which stay outside the record. */
    public abstract Optional<String> wordsSha256();

    /** The survey, meeting or unit it comes from or speaks of; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks texts, number and digest. */
    @Value.Check
    void check() {
        Checks.text(unit(), "unit");
        Checks.text(theme(), "theme");
        Checks.positive(voices(), "voices");
        Checks.distinct(basedOn(), "basedOn");
        wordsSha256()
                .ifPresent(digest -> Checks.require(
                        digest.matches("[0-9a-f]{64}"),
                        "wordsSha256 is \"%s\". Expected 64 lower-case hexadecimal digits.",
                        digest));
    }

    @Override
    public Kind<Feedback> kind() {
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

    /** Builds a feedback; id, source, unit, theme, severity, voices and day must be set. */
    public static final class Builder extends ImmutableFeedback.Builder {
        Builder() {}
    }
}
