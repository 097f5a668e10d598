package org.iltlib.team.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.Meeting;

/**
 * A meeting on one page: what was dealt with, what came of it, and who does what by when. How much anybody said is left
 * out.
 *
 * @param meeting the meeting
 * @param results what came of each point, by its title, in the order of the agenda; points without results left out
 */
public record Recap(Meeting meeting, Map<String, List<Result>> results) {

    /**
     * Something that came of a point.
     *
     * @param what the thing: a decision, a promise
     * @param who who does it
     * @param due by when
     */
    public record Result(String what, Optional<String> who, Optional<LocalDate> due) {
        /** Checks the texts. */
        public Result {
            Checks.text(what, "what");
            who.ifPresent(text -> Checks.text(text, "who"));
        }

        /** Something that nobody needs to do. */
        public static Result of(String what) {
            return new Result(what, Optional.empty(), Optional.empty());
        }

        /** Something that somebody does by a day. */
        public static Result of(String what, String who, LocalDate due) {
            return new Result(what, Optional.of(who), Optional.of(due));
        }

        /** {@code Reteach fractions: p-07, by 2026-10-20}. */
        @Override
        public String toString() {
            String by = who.orElse("")
                    + due.map(day -> (who.isPresent() ? ", " : "") + "by " + day)
                            .orElse("");
            return by.isEmpty() ? what : what + ": " + by;
        }
    }

    /** Checks that the titles are those of points, and puts the results in order. */
    public Recap {
        List<String> titles = meeting.agenda().stream().map(AgendaItem::title).toList();
        Map<String, List<Result>> ordered = new LinkedHashMap<>();
        for (String title : results.keySet()) {
            Checks.require(
                    titles.contains(title),
                    "There is no point \"%s\" on the agenda of %s. Points: %s.",
                    title,
                    meeting.id(),
                    titles);
            Checks.require(
                    Collections.frequency(titles, title) == 1,
                    "The point \"%s\" stands twice on the agenda of %s. Expected once, to know which is meant.",
                    title,
                    meeting.id());
        }
        for (String title : titles) {
            List<Result> some = results.getOrDefault(title, List.of());
            if (!some.isEmpty()) {
                ordered.put(title, List.copyOf(some));
            }
        }
        results = Collections.unmodifiableMap(ordered);
    }

    /** The recap of a meeting with what came of its points. */
    public static Recap of(Meeting meeting, Map<String, List<Result>> results) {
        return new Recap(meeting, results);
    }

    /** The points that go on to the next meeting: those not finished. */
    public List<AgendaItem> listCarriedOver() {
        return meeting.agenda().stream().filter(item -> !item.closed()).toList();
    }

    /** All that somebody does, in the order of the agenda. */
    public List<Result> listActions() {
        List<Result> actions = new ArrayList<>();
        results.values()
                .forEach(some ->
                        some.stream().filter(result -> result.who().isPresent()).forEach(actions::add));
        return List.copyOf(actions);
    }

    /** As {@link #explanation(ZoneId)} with the day of the meeting in UTC, which may not be the day at the school. */
    public Explanation explanation() {
        return explanation(ZoneOffset.UTC);
    }

    /**
     * The page: a line on the meeting, then each point with what came of it, then what is carried over.
     *
     * @param zone where the school is: the meeting is of the day on which it begins there
     */
    public Explanation explanation(ZoneId zone) {
        Explanation text = Explanation.of(
                "%s, %s: %d there, %d not.",
                meeting.id(),
                meeting.start().atZone(zone).toLocalDate(),
                meeting.present().size(),
                meeting.absent().size());
        List<String> told = new ArrayList<>();
        for (AgendaItem item : meeting.agenda()) {
            Explanation point = Explanation.of(
                    "%s (%s, %d min%s)",
                    item.title(),
                    item.purpose().name().toLowerCase(Locale.ROOT),
                    item.minutes(),
                    item.owner().map(owner -> ", " + owner).orElse(""));
            if (!item.about().isEmpty()) {
                point = point.because("On %s.", item.about());
            }
            if (!told.contains(item.title())) {
                for (Result result : results.getOrDefault(item.title(), List.of())) {
                    point = point.because(result.toString());
                }
                told.add(item.title());
            }
            text = text.because(point);
        }
        return listCarriedOver().isEmpty()
                ? text
                : text.because(
                        "Carried over: %s.",
                        listCarriedOver().stream().map(AgendaItem::title).toList());
    }

    /** The page as text, with the day in UTC. */
    @Override
    public String toString() {
        return explanation().toString();
    }
}
