package org.iltlib.team.meeting;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.team.Charter;
import org.iltlib.team.Meeting;

/**
 * How often a team is to meet, and for how long. Shorter meetings do not count, and one long meeting does not stand for
 * two.
 *
 * @param aMonth how many meetings a month, at least 1
 * @param length how long each at least, zero or more
 */
public record Cadence(int aMonth, Duration length) {
    /** Twice a month, an hour each: Georgia's High Impact Practices rubric for leadership teams, top level. */
    public static final Cadence GEORGIA = new Cadence(2, Duration.ofHours(1));

    /** Once a month: Ohio Improvement Process, rubric for building leadership teams. */
    public static final Cadence OHIO = new Cadence(1, Duration.ZERO);

    /** Checks that neither is too small. */
    public Cadence {
        Checks.positive(aMonth, "aMonth");
        Checks.require(!length.isNegative(), "length is %s. Expected zero or more.", length);
    }

    /**
     * In how many of these months the team met so often, with each month in which it did not.
     *
     * @param months the months of school; others do not count
     * @param zone where the school is: a meeting belongs to the month in which it begins there
     */
    public Figure of(List<Meeting> meetings, Collection<YearMonth> months, ZoneId zone) {
        Set<YearMonth> all = new TreeSet<>(months);
        List<String> missed = new ArrayList<>();
        for (YearMonth month : all) {
            long held = meetings.stream()
                    .filter(meeting ->
                            YearMonth.from(meeting.start().atZone(zone)).equals(month))
                    .filter(meeting ->
                            Duration.between(meeting.start(), meeting.end()).compareTo(length) >= 0)
                    .count();
            if (held < aMonth) {
                missed.add(month + ": " + held + " of " + aMonth + ".");
            }
        }
        return because(
                Figure.share("Months with enough meetings", all.size() - missed.size(), all.size(), "months"), missed);
    }

    /**
     * On how many days of its calendar the team met, with each day on which it did not.
     *
     * @param until days after this one are still to come, and do not count
     */
    public static Figure calendarKept(Charter charter, List<Meeting> meetings, LocalDate until, ZoneId zone) {
        Set<LocalDate> held = new TreeSet<>();
        meetings.forEach(meeting -> held.add(meeting.start().atZone(zone).toLocalDate()));
        List<LocalDate> planned =
                charter.calendar().stream().filter(day -> !day.isAfter(until)).toList();
        List<String> missed = planned.stream()
                .filter(day -> !held.contains(day))
                .map(day -> day + ": no meeting.")
                .toList();
        return because(Figure.share("Calendar kept", planned.size() - missed.size(), planned.size(), "days"), missed);
    }

    private static Figure because(Figure figure, List<String> reasons) {
        Figure longer = figure;
        for (String reason : reasons) {
            longer = longer.because("%s", reason);
        }
        return longer;
    }
}
