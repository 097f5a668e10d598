package org.iltlib.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * An assessment that was given: what it measures, to whom, when and for what purpose. It says nothing of results; those
 * are in a {@link Dataset}. Immutable.
 */
@Value.Immutable
public abstract class Assessment implements Recordable {
    /** The written form. */
    public static final Form<Assessment> FORM = Form.<Assessment, Builder>built(Assessment::builder, Builder::build)
            .field("id", EntryId.FORM, Assessment::id, Builder::id)
            .field("name", Forms.TEXT, Assessment::name, Builder::name)
            .field("subject", Subject.FORM, Assessment::subject, Builder::subject)
            .list("grades", GradeLevel.FORM, Assessment::grades, Builder::addAllGrades)
            .field("purpose", Forms.enumOf(AssessmentPurpose.class), Assessment::purpose, Builder::purpose)
            .field("year", SchoolYear.FORM, Assessment::year, Builder::year)
            .maybe("date", Forms.DATE, Assessment::date, Builder::date)
            .field("scale", Forms.TEXT, Assessment::scale, Builder::scale)
            .list("standards", Forms.TEXT, Assessment::standards, Builder::addAllStandards)
            .maybe("minutes", Forms.INTEGER, Assessment::minutes, Builder::minutes)
            .maybe("resultsOn", Forms.DATE, Assessment::resultsOn, Builder::resultsOn);

    /** How it stands in a record. */
    public static final Kind<Assessment> KIND = Kind.of("assessment", 1, Assessment.class, FORM);

    Assessment() {}

    @Override
    public abstract EntryId id();

    /** The name by which teachers know it. */
    public abstract String name();

    /** The subject it measures. */
    public abstract Subject subject();

    /** The grades to which it was given, at least one, each once. */
    public abstract List<GradeLevel> grades();

    /** What it is for. */
    public abstract AssessmentPurpose purpose();

    /** The school year in which it was given. */
    public abstract SchoolYear year();

    /** The day on which it was given, where it was one day; it lies in the school year. */
    public abstract Optional<LocalDate> date();

    /** The scale of its scores, in words: {@code scale score}, {@code percent correct}. */
    public abstract String scale();

    /** The ids of the standards that it covers, as text, each once; may be empty. */
    public abstract List<String> standards();

    /** The minutes that it takes from a student, all sittings together; where somebody said so. */
    public abstract Optional<Integer> minutes();

    /** The day on which teachers had the results; not before the day on which it was given. */
    public abstract Optional<LocalDate> resultsOn();

    /** The days from the day on which it was given to the results; empty if either is not known. */
    public OptionalLong turnaroundDays() {
        return date().isPresent() && resultsOn().isPresent()
                ? OptionalLong.of(
                        ChronoUnit.DAYS.between(date().get(), resultsOn().get()))
                : OptionalLong.empty();
    }

    /** Nothing: an assessment comes from outside the record. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Assessment> kind() {
        return KIND;
    }

    /** Checks the texts, the grades and that the date lies in the year. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.distinct(Checks.notEmpty(grades(), "grades"), "grades");
        Checks.text(scale(), "scale");
        Checks.distinct(standards(), "standards").forEach(standard -> Checks.id(standard, "standard"));
        minutes().ifPresent(length -> Checks.positive(length, "minutes"));
        turnaroundDays()
                .ifPresent(days -> Checks.require(
                        days >= 0, "resultsOn is %s days before date. Maybe the two are swapped.", -days));
        date().ifPresent(day -> Checks.require(
                year().contains(day),
                "date is %s, outside the school year %s. Maybe the year is %s.",
                day,
                year(),
                SchoolYear.containing(day)));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an assessment; every property but date, standards, minutes and resultsOn must be set. */
    public static final class Builder extends ImmutableAssessment.Builder {
        Builder() {}
    }
}
