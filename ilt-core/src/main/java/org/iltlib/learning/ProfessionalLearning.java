package org.iltlib.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/** Learning offered to adults: what, of which sort, on which days, for how many hours in all. Immutable. */
@Value.Immutable
public abstract class ProfessionalLearning implements Recordable {
    /** The written form. */
    public static final Form<ProfessionalLearning> FORM = Form.<ProfessionalLearning, Builder>built(
                    ProfessionalLearning::builder, Builder::build)
            .field("id", EntryId.FORM, ProfessionalLearning::id, Builder::id)
            .field("title", Forms.TEXT, ProfessionalLearning::title, Builder::title)
            .field("type", Forms.enumOf(ActivityType.class), ProfessionalLearning::type, Builder::type)
            .field("hours", Forms.NUMBER, ProfessionalLearning::hours, Builder::hours)
            .list("dates", Forms.DATE, ProfessionalLearning::dates, Builder::addAllDates)
            .set("contents", Forms.enumOf(ContentType.class), ProfessionalLearning::contents, Builder::addAllContents)
            .set(
                    "features",
                    Forms.enumOf(LearningFeature.class),
                    ProfessionalLearning::features,
                    Builder::addAllFeatures)
            .list("topics", Forms.TEXT, ProfessionalLearning::topics, Builder::addAllTopics)
            .list("subjects", Subject.FORM, ProfessionalLearning::subjects, Builder::addAllSubjects)
            .list("grades", GradeLevel.FORM, ProfessionalLearning::grades, Builder::addAllGrades)
            .maybe("provider", Forms.TEXT, ProfessionalLearning::provider, Builder::provider)
            .maybe("proposedBy", StakeholderGroup.FORM, ProfessionalLearning::proposedBy, Builder::proposedBy)
            .maybe("newestSource", Forms.INTEGER, ProfessionalLearning::newestSource, Builder::newestSource)
            .list("basedOn", EntryId.FORM, ProfessionalLearning::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<ProfessionalLearning> KIND =
            Kind.of("professional-learning", 1, ProfessionalLearning.class, FORM);

    ProfessionalLearning() {}

    @Override
    public abstract EntryId id();

    /** What it is called. */
    public abstract String title();

    /** Of which sort it is. */
    public abstract ActivityType type();

    /** Contact hours in all, above zero. */
    public abstract double hours();

    /** The days on which it meets, ascending, each once; at least one. */
    public abstract List<LocalDate> dates();

    /** What it is about; may be empty. */
    public abstract Set<ContentType> contents();

    /** How it is designed; may be empty. */
    public abstract Set<LearningFeature> features();

    /** Its topics, as teacher needs and practice profiles name them; each once, may be empty. */
    public abstract List<String> topics();

    /** The subjects it is meant for, each once; empty if for all. */
    public abstract List<Subject> subjects();

    /** The grades it is meant for, each once; empty if for all. */
    public abstract List<GradeLevel> grades();

    /** Who gives it: a person's role or an organisation, never a name. */
    public abstract Optional<String> provider();

    /** The group from which the wish for it came. */
    public abstract Optional<StakeholderGroup> proposedBy();

    /** The year of the newest source that it rests on, 1900 to 9998. */
    public abstract Optional<Integer> newestSource();

    /** The goal, need or decision that it serves; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks the hours and the order of the days. */
    @Value.Check
    void check() {
        Checks.text(title(), "title");
        Checks.require(Checks.finite(hours(), "hours") > 0, "hours are %s. Expected above zero.", hours());
        Checks.distinct(Checks.notEmpty(dates(), "dates"), "dates");
        Checks.require(
                dates().equals(dates().stream().sorted().toList()), "dates are %s. Expected ascending days.", dates());
        Checks.distinct(topics(), "topics").forEach(topic -> Checks.text(topic, "topic"));
        Checks.distinct(subjects(), "subjects");
        Checks.distinct(grades(), "grades");
        provider().ifPresent(text -> Checks.text(text, "provider"));
        newestSource()
                .ifPresent(year -> Checks.require(
                        year >= 1900 && year <= 9998, "newestSource is %s. Expected a year from 1900 to 9998.", year));
        Checks.distinct(basedOn(), "basedOn");
    }

    /**
     * Whether it is sustained rather than a single event: more than three meetings, or more than seven days from the
     * first to the last (Frontline Research and Learning Institute, Bridging the Gap, 2016).
     */
    public boolean isSustained() {
        return dates().size() > 3 || ChronoUnit.DAYS.between(dates().get(0), dates().get(dates().size() - 1)) > 7;
    }

    /** How many years old its newest source is in that year; empty if unknown or newer than the year. */
    public Optional<Integer> sourceAge(int year) {
        return newestSource().map(newest -> year - newest).filter(age -> age >= 0);
    }

    @Override
    public Kind<ProfessionalLearning> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds professional learning; id, title, type, hours and dates must be set. */
    public static final class Builder extends ImmutableProfessionalLearning.Builder {
        Builder() {}
    }
}
