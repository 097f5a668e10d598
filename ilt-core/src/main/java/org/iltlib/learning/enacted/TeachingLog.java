package org.iltlib.learning.enacted;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * What one class was taught on the days that were logged, by its teacher's own account. It serves growth only; for
 * figures of a school, logs of several teachers are put together. Immutable.
 */
@Value.Immutable
public abstract class TeachingLog implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<TeachingLog> FORM = Form.<TeachingLog, Builder>built(TeachingLog::builder, Builder::build)
            .field("id", EntryId.FORM, TeachingLog::id, Builder::id)
            .field("course", EntryId.FORM, TeachingLog::course, Builder::course)
            .field("section", Forms.TEXT, TeachingLog::section, Builder::section)
            .field("teacher", PersonId.FORM, TeachingLog::teacher, Builder::teacher)
            .field("scale", Forms.TEXT, TeachingLog::scale, Builder::scale)
            .maybe("sample", EntryId.FORM, TeachingLog::sample, Builder::sample)
            .list("days", LogDay.FORM, TeachingLog::days, Builder::addAllDays);

    /** The kind of entry. */
    public static final Kind<TeachingLog> KIND = Kind.of("teaching-log", 1, TeachingLog.class, FORM);

    TeachingLog() {}

    @Override
    public abstract EntryId id();

    /** The recorded course that the class takes. */
    public abstract EntryId course();

    /** The class, by the school's id. */
    public abstract String section();

    /** Who teaches it and kept the log, by pseudonymous id. */
    public abstract PersonId teacher();

    /** The scale of cognitive demand, by name: {@code DOK}. */
    public abstract String scale();

    /** The {@link LogSample} whose days were to be logged; absent if the days were not drawn. */
    public abstract Optional<EntryId> sample();

    /** The days, each once, in order. */
    public abstract List<LogDay> days();

    /** Checks that days are in order, each once. */
    @Value.Check
    void check() {
        Checks.id(section(), "section");
        Checks.text(scale(), "scale");
        List<LocalDate> dates = days().stream().map(LogDay::on).toList();
        Checks.distinct(dates, "days");
        Checks.require(
                dates.equals(dates.stream().sorted().toList()),
                "The days of \"%s\" are not in order: %s.",
                section(),
                dates);
    }

    /** What the class was taught up to that day, itself included. */
    public Stream<TaughtTime> upTo(LocalDate day) {
        return days().stream().filter(one -> !one.on().isAfter(day)).flatMap(one -> one.times().stream());
    }

    /** The course, and the sample. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(course()), sample().stream()).distinct().toList();
    }

    @Override
    public Kind<TeachingLog> kind() {
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

    /** Builds a log; sample and days may be left out. */
    public static final class Builder extends ImmutableTeachingLog.Builder {
        Builder() {}
    }
}
