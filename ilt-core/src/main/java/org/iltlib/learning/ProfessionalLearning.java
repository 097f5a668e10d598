package org.iltlib.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
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
        Checks.distinct(basedOn(), "basedOn");
    }

    /**
     * Whether it is sustained rather than a single event: more than three meetings, or more than seven days from the
     * first to the last (Frontline Research and Learning Institute, Bridging the Gap, 2016).
     */
    public boolean isSustained() {
        return dates().size() > 3 || ChronoUnit.DAYS.between(dates().get(0), dates().get(dates().size() - 1)) > 7;
    }

    @Override
    public Kind<ProfessionalLearning> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds professional learning; everything but what it is based on must be set. */
    public static final class Builder extends ImmutableProfessionalLearning.Builder {
        Builder() {}
    }
}
