package org.iltlib.learning.enacted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.curriculum.pacing.SchoolCalendar;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The days on which classes are asked to log, drawn by chance so that nobody picks the good ones. About twenty days drawn
 * over a year tell what a log of the whole year would, says Kurz (2014) of the MyiLOGS studies. Immutable.
 */
@Value.Immutable
public abstract class LogSample implements Recordable {
    /** The number of days that is enough for a year: 20. */
    public static final int USUAL_DAYS = 20;

    /** The written form. */
    public static final Form<LogSample> FORM = Form.<LogSample, Builder>built(LogSample::builder, Builder::build)
            .field("id", EntryId.FORM, LogSample::id, Builder::id)
            .field("calendar", EntryId.FORM, LogSample::calendar, Builder::calendar)
            .field("seed", Forms.LONG, LogSample::seed, Builder::seed)
            .set("days", Forms.DATE, LogSample::days, Builder::addAllDays);

    /** The kind of entry. */
    public static final Kind<LogSample> KIND = Kind.of("log-sample", 1, LogSample.class, FORM);

    LogSample() {}

    @Override
    public abstract EntryId id();

    /** The recorded calendar of days of instruction. */
    public abstract EntryId calendar();

    /** The seed of the draw. */
    public abstract long seed();

    /** The days, at least one, in order. */
    @Value.NaturalOrder
    public abstract SortedSet<LocalDate> days();

    /** Checks that there is a day. */
    @Value.Check
    void check() {
        Checks.notEmpty(days(), "days");
    }

    /**
     * Draws days of instruction without replacement, each set of that size being equally likely; the same seed gives the
     * same days everywhere. Linear in the calendar.
     *
     * @throws IllegalArgumentException if there are not so many days
     */
    public static LogSample draw(EntryId id, SchoolCalendar calendar, long seed, int count) {
        List<LocalDate> days = new ArrayList<>(calendar.days());
        Checks.require(
                count >= 1 && count <= days.size(),
                "%s days are to be drawn of %s. Expected at least one, at most all.",
                count,
                days.size());
        Random chance = new Random(mixed(seed));
        for (int i = 0; i < count; i++) {
            int other = i + chance.nextInt(days.size() - i);
            LocalDate drawn = days.get(other);
            days.set(other, days.get(i));
            days.set(i, drawn);
        }
        return builder()
                .id(id)
                .calendar(calendar.id())
                .seed(seed)
                .addAllDays(days.subList(0, count))
                .build();
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): seeds that stand side by side draw nothing alike. */
    private static long mixed(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The drawn days up to that day that the log lacks, in order: they are missing, not empty. */
    public SortedSet<LocalDate> listMissed(TeachingLog log, LocalDate upTo) {
        Set<LocalDate> logged = log.days().stream().map(LogDay::on).collect(Collectors.toSet());
        SortedSet<LocalDate> missed = new TreeSet<>(days());
        missed.removeIf(day -> day.isAfter(upTo) || logged.contains(day));
        return missed;
    }

    /**
     * The share of the drawn days up to that day that were logged; all of them before the first.
     *
     * @param log the log of a class
     * @param upTo the last day that counts
     */
    public Fraction completeness(TeachingLog log, LocalDate upTo) {
        long due = days().stream().filter(day -> !day.isAfter(upTo)).count();
        return due == 0 ? Fraction.ONE : Fraction.of(due - listMissed(log, upTo).size(), due);
    }

    /** The calendar. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(calendar());
    }

    @Override
    public Kind<LogSample> kind() {
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

    /** Builds a sample; everything must be set. */
    public static final class Builder extends ImmutableLogSample.Builder {
        Builder() {}
    }
}
