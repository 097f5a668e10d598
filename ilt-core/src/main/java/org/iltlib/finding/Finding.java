package org.iltlib.finding;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.curriculum.StandardId;
import org.iltlib.evidence.fitness.AssessmentUse;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What the evidence says, in words and as a number with its uncertainty: a strength, a weakness or neither. It cites
 * the evidence and explains itself. Immutable.
 */
@Value.Immutable
public abstract class Finding implements Recordable {
    /** The written form. */
    public static final Form<Finding> FORM = Form.<Finding, Builder>built(Finding::builder, Builder::build)
            .field("id", EntryId.FORM, Finding::id, Builder::id)
            .field("statement", Forms.TEXT, Finding::statement, Builder::statement)
            .field("standing", Forms.enumOf(Standing.class), Finding::standing, Builder::standing)
            .field("measure", Measure.FORM, Finding::measure, Builder::measure)
            .field("estimate", Measured.form(Estimate.FORM), Finding::estimate, Builder::estimate)
            .maybe("subject", Subject.FORM, Finding::subject, Builder::subject)
            .maybe("standard", StandardId.FORM, Finding::standard, Builder::standard)
            .maybe("grade", GradeLevel.FORM, Finding::grade, Builder::grade)
            .maybe("group", StudentGroup.FORM, Finding::group, Builder::group)
            .list("evidence", EntryId.FORM, Finding::evidence, Builder::addAllEvidence)
            .field("explanation", Explanation.FORM, Finding::explanation, Builder::explanation)
            .maybe("use", Forms.enumOf(AssessmentUse.class), Finding::use, Builder::use);

    /** How it stands in a record. */
    public static final Kind<Finding> KIND = Kind.of("finding", 1, Finding.class, FORM);

    Finding() {}

    @Override
    public abstract EntryId id();

    /** One sentence that a principal can read. */
    public abstract String statement();

    /** Whether it is a strength, a weakness or neither. */
    public abstract Standing standing();

    /** What was measured. */
    public abstract Measure measure();

    /** The number with its interval, or why it is not shown. */
    public abstract Measured<Estimate> estimate();

    /** The subject, where it is about one. */
    public abstract Optional<Subject> subject();

    /** The standard, where it is about one. */
    public abstract Optional<StandardId> standard();

    /** The grade, where it is about one. */
    public abstract Optional<GradeLevel> grade();

    /** The group of students, where it is not about all. */
    public abstract Optional<StudentGroup> group();

    /** The entries that it rests on, at least one: datasets, surveys, walks. */
    public abstract List<EntryId> evidence();

    /** Why it is so. */
    public abstract Explanation explanation();

    /**
     * What it uses the assessments behind it for, if it says so. A record refuses the finding if the last fitness
     * statement on one of them does not support that use.
     */
    public abstract Optional<AssessmentUse> use();

    @Override
    public List<EntryId> basedOn() {
        return evidence();
    }

    @Override
    public Kind<Finding> kind() {
        return KIND;
    }

    /** Checks the statement and the evidence, and that a withheld number is not judged. */
    @Value.Check
    void check() {
        Checks.text(statement(), "statement");
        Checks.distinct(Checks.notEmpty(evidence(), "evidence"), "evidence");
        Checks.require(
                estimate().isReported() || standing() == Standing.NEUTRAL,
                "standing is %s, but the estimate is not reported. Maybe NEUTRAL.",
                standing());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a finding; every property but subject, standard, grade, group and use must be set. */
    public static final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}
