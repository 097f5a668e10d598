package org.iltlib.curriculum.design;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * How relevant one group finds a course, as counts of answers; no row of anybody. Immutable.
 */
@Value.Immutable
public abstract class RelevanceRating implements Recordable {
    /** The written form. */
    public static final Form<RelevanceRating> FORM = Form.<RelevanceRating, Builder>built(
                    RelevanceRating::builder, Builder::build)
            .field("id", EntryId.FORM, RelevanceRating::id, Builder::id)
            .field("course", EntryId.FORM, RelevanceRating::course, Builder::course)
            .field("group", StakeholderGroup.FORM, RelevanceRating::group, Builder::group)
            .field("on", Forms.DATE, RelevanceRating::on, Builder::on)
            .field("question", Forms.TEXT, RelevanceRating::question, Builder::question)
            .list("answers", Forms.INTEGER, RelevanceRating::answers, Builder::addAllAnswers)
            .field("relevantFrom", Forms.INTEGER, RelevanceRating::relevantFrom, Builder::relevantFrom);

    /** The kind of entry. */
    public static final Kind<RelevanceRating> KIND = Kind.of("relevance-rating", 1, RelevanceRating.class, FORM);

    RelevanceRating() {}

    @Override
    public abstract EntryId id();

    /** The recorded course. */
    public abstract EntryId course();

    /** Who was asked: students, teachers, the community. */
    public abstract StakeholderGroup group();

    /** The day. */
    public abstract LocalDate on();

    /** What was asked. */
    public abstract String question();

    /** How many gave each answer, from the least relevant to the most; at least two answers. */
    public abstract List<Integer> answers();

    /** The first answer that says relevant, counted from 1; at least 2. */
    public abstract int relevantFrom();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.text(question(), "question");
        Checks.require(
                answers().size() >= 2,
                "There are %s answers. Expected at least two.",
                answers().size());
        answers().forEach(count -> Checks.notNegative(count, "answers"));
        Checks.require(
                relevantFrom() >= 2 && relevantFrom() <= answers().size(),
                "relevantFrom is %s. Expected 2 to %s: some answer must be below.",
                relevantFrom(),
                answers().size());
    }

    /** How many answered. */
    public int answered() {
        return answers().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them find it relevant. */
    public int relevant() {
        return answers().subList(relevantFrom() - 1, answers().size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The course. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(course());
    }

    @Override
    public Kind<RelevanceRating> kind() {
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

    /** Builds a rating; everything must be set. */
    public static final class Builder extends ImmutableRelevanceRating.Builder {
        Builder() {}
    }
}
