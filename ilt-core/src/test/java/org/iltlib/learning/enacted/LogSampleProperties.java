package org.iltlib.learning.enacted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Term;
import org.iltlib.curriculum.pacing.SchoolCalendar;

class LogSampleProperties {
    private static final SchoolCalendar YEAR = SchoolCalendar.builder()
            .id(EntryId.of("calendar"))
            .unit(OrgUnitId.of("school-1"))
            .term(Term.of(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 25)))
            .build();

    @Property
    void drawnDaysAreDaysOfInstructionAsManyAsAskedAndTheSameForASeed(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int count) {
        LogSample sample = LogSample.draw(EntryId.of("days"), YEAR, seed, count);
        assertThat(sample.days()).hasSize(count).isSubsetOf(YEAR.days());
        assertThat(LogSample.draw(EntryId.of("days"), YEAR, seed, count)).isEqualTo(sample);
    }

    /** Each of 15 days is expected in 2,000 of 6,000 draws of 5, with a standard deviation of 36.5; five of them are let pass. */
    @Example
    void everyDayIsEquallyLikelyAlsoUnderSeedsSideBySide() {
        Map<LocalDate, Integer> drawn = new TreeMap<>();
        for (int seed = 0; seed < 6000; seed++) {
            LogSample.draw(EntryId.of("days"), YEAR, seed, 5).days().forEach(day -> drawn.merge(day, 1, Integer::sum));
        }
        assertThat(drawn).hasSize(15);
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isBetween(1817, 2183));
    }
}
