package org.iltlib.analytics.effectiveness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.impact.ConceptRating;
import org.iltlib.impact.Rubric;
import org.iltlib.impact.RubricConcept;
import org.iltlib.impact.RubricConcept.Log;
import org.iltlib.team.Meeting;
import org.iltlib.team.MeetingMeasures;
import org.iltlib.team.Office;
import org.iltlib.team.RuleFinding;

/**
 * Reads from the record on which of four levels a team stands, for the concepts that logs can answer. Immutable; every
 * comparison is of whole numbers. Linear in meetings × members.
 *
 * <p>The top level on frequency (twice a month, an hour at least), attendance (principal and assistant principals at every
 * meeting) and communication (agenda 24 hours ahead, minutes within 48 hours) is that of the Georgia Department of Education's
 * High Impact Practices rubric; the limits of the other levels are this library's own, and a team may set others:
 *
 * <ul>
 *   <li>frequency: two meetings a month and the median of an hour or more, Exemplary; one a month, Operational; any, Emerging;
 *   <li>attendance: by the presences of members; Exemplary only if the leaders missed none;
 *   <li>roles: by meetings with a facilitator and a recorder; Exemplary only if half of the members facilitated;
 *   <li>communication: by meetings whose agenda and minutes both went out in time;
 *   <li>composition: by the rules of the policy that hold, among those that could be checked;
 *   <li>cycles: by cycles due that ended with a decision.
 * </ul>
 *
 * @param emerging the least share for the second level
 * @param operational the least share for the third
 * @param exemplary the least share for the fourth
 */
public record RecordLevels(Minimum emerging, Minimum operational, Minimum exemplary) {
    private static final int LEVELS = 4;
    private static final int TOP = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * A level and what shows it.
     *
     * @param place from 0 for the lowest to 3 for the highest
     * @param why the counts behind it
     */
    public record Level(int place, Explanation why) {}

    /** At least one half, four fifths, nineteen twentieths. */
    public static RecordLevels withDefaults() {
        return new RecordLevels(
                Minimum.atLeast(Fraction.HALF),
                Minimum.atLeast(Fraction.of(4, 5)),
                Minimum.atLeast(Fraction.of(19, 20)));
    }

    /** Checks that the limits do not fall. */
    public RecordLevels {
        Checks.require(
                emerging.share().compareTo(operational.share()) <= 0
                        && operational.share().compareTo(exemplary.share()) <= 0,
                "The limits are %s, %s, %s. Expected none below the one before.",
                emerging,
                operational,
                exemplary);
    }

    /** The level for each log that has something to tell; the others are absent. */
    public Map<Log, Level> of(TeamYear year) {
        Map<Log, Level> levels = new EnumMap<>(Log.class);
        levels.put(Log.FREQUENCY, frequency(year));
        year.composition().ifPresent(report -> {
            int fails = report.listFindings(RuleFinding.Status.FAIL).size();
            int passes = report.listFindings(RuleFinding.Status.PASS).size();
            if (fails + passes > 0) {
                levels.put(
                        Log.COMPOSITION,
                        share(
                                passes,
                                fails + passes,
                                "rules of " + report.policy().name() + " hold"));
            }
        });
        year.cyclesDue()
                .filter(due -> due > 0)
                .ifPresent(due ->
                        levels.put(Log.CYCLES, share(year.cyclesClosed(), due, "cycles due ended with a decision")));
        if (!year.meetings().isEmpty()) {
            levels.put(Log.ROLES, roles(year));
            levels.put(Log.COMMUNICATION, communication(year));
            if (!year.members().isEmpty()) {
                levels.put(Log.ATTENDANCE, attendance(year));
            }
        }
        return Collections.unmodifiableMap(levels);
    }

    /**
     * Every concept of a rubric that is rated by the team or answered by the record, in the rubric's order.
     *
     * @param rubric with four levels
     * @param self the level that the team gives itself, by id of the concept
     * @param year what the record tells
     * @throws IllegalArgumentException if the rubric has other than four levels, or a concept or a level is unknown
     */
    public List<ConceptRating> ratings(Rubric rubric, Map<String, String> self, TeamYear year) {
        Checks.require(
                rubric.levels().size() == LEVELS,
                "%s has %s levels. Expected %s, for so many are read from a record. Maybe rate by hand.",
                rubric.name(),
                rubric.levels().size(),
                LEVELS);
        self.keySet().forEach(rubric::getConcept);
        Map<Log, Level> levels = of(year);
        List<ConceptRating> ratings = new ArrayList<>();
        for (RubricConcept concept : rubric.concepts()) {
            Optional<Integer> own = Optional.ofNullable(self.get(concept.id())).map(rubric::placeOf);
            Optional<Level> read = concept.readFrom().flatMap(log -> Optional.ofNullable(levels.get(log)));
            if (own.isPresent() || read.isPresent()) {
                ratings.add(ConceptRating.builder()
                        .concept(concept.id())
                        .self(own)
                        .derived(read.map(Level::place))
                        .why(read.map(Level::why))
                        .build());
            }
        }
        return List.copyOf(ratings);
    }

    private static Level frequency(TeamYear year) {
        int held = year.meetings().size();
        List<Duration> lengths = year.meetings().stream()
                .map(met -> Duration.between(met.start(), met.end()))
                .sorted()
                .toList();
        boolean hour = held > 0 && lengths.get((held - 1) / 2).compareTo(HOUR) >= 0;
        int place = held >= 2 * year.months() && hour ? TOP : held >= year.months() ? 2 : held > 0 ? 1 : 0;
        Explanation why = Explanation.of("%s meetings in %s months.", held, year.months())
                .because("Twice a month would be %s; once, %s.", 2 * year.months(), year.months());
        return new Level(
                place,
                held == 0
                        ? why
                        : why.because(
                                "The median meeting took %s minutes; an hour is asked for.",
                                lengths.get((held - 1) / 2).toMinutes()));
    }

    private Level attendance(TeamYear year) {
        long present = presences(year, year.members());
        long leaders = presences(year, year.leaders());
        long asked = (long) year.meetings().size() * year.members().size();
        long missed = (long) year.meetings().size() * year.leaders().size() - leaders;
        Level level = share(present, asked, "presences of members");
        return capped(level, missed == 0, "Leaders missed " + missed + " of their meetings.");
    }

    private static long presences(TeamYear year, Set<PersonId> persons) {
        return year.meetings().stream()
                .mapToLong(
                        met -> persons.stream().filter(met.present()::contains).count())
                .sum();
    }

    private Level roles(TeamYear year) {
        Set<PersonId> facilitators = new HashSet<>();
        long both = 0;
        for (Meeting met : year.meetings()) {
            Optional<PersonId> facilitator = Optional.ofNullable(met.roles().get(Office.FACILITATOR.value()));
            facilitator.ifPresent(facilitators::add);
            both += facilitator.isPresent() && met.roles().containsKey(Office.RECORDER.value()) ? 1 : 0;
        }
        Level level = share(both, year.meetings().size(), "meetings had a facilitator and a recorder");
        return capped(
                level,
                2 * facilitators.size() >= year.members().size(),
                facilitators.size() + " people facilitated, of "
                        + year.members().size() + " members.");
    }

    private Level communication(TeamYear year) {
        MeetingMeasures times = MeetingMeasures.withDefaults();
        long inTime = year.meetings().stream()
                .filter(met -> times.agendaPunctuality(List.of(met)).orElse(0.0) > 0
                        && times.minutesPunctuality(List.of(met)).orElse(0.0) > 0)
                .count();
        return share(inTime, year.meetings().size(), "meetings had agenda and minutes in time");
    }

    private Level share(long part, long whole, String what) {
        int place = exemplary.isMetBy(part, whole)
                ? TOP
                : operational.isMetBy(part, whole) ? 2 : emerging.isMetBy(part, whole) ? 1 : 0;
        return new Level(
                place,
                Explanation.of("%s of %s %s.", part, whole, what)
                        .because("Asked for: %s, %s, %s.", emerging, operational, exemplary));
    }

    private static Level capped(Level level, boolean open, String why) {
        return new Level(
                open ? level.place() : Math.min(level.place(), TOP - 1),
                level.why().because(why));
    }
}
