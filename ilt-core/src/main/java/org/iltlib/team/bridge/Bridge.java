package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.team.Team;

/**
 * Items, hops and answers put together over all teams of a district. What is asked is asked as of a day; what came later
 * is left out.
 *
 * <p>Relabelling cannot close a loop: only a final answer that has come to the team that raised the item does, from a
 * team to which the item came or to which that team reports; the first one counts, and an item cannot be taken back.
 *
 * <p>Immutable. Made in n log n of the entries, each question linear in them.
 */
public final class Bridge {
    private final TeamChain chain;
    private final Map<EntryId, UpwardItem> items;
    private final Map<EntryId, List<Hop>> hops;
    private final Map<EntryId, List<ReportBack>> reports;

    private Bridge(
            TeamChain chain,
            Map<EntryId, UpwardItem> items,
            Map<EntryId, List<Hop>> hops,
            Map<EntryId, List<ReportBack>> reports) {
        this.chain = chain;
        this.items = items;
        this.hops = hops;
        this.reports = reports;
    }

    /**
     * The bridge of these entries.
     *
     * @param items the items, each id once
     * @param hops their hops, those of one day in the order in which they were made
     * @param reports the answers, those of one day in the order in which they were given
     * @throws IllegalArgumentException if a hop or answer is of an item that is not there, was made before it was raised,
     *     or starts where the item does not stand
     */
    public static Bridge of(
            TeamChain chain, Collection<UpwardItem> items, Collection<Hop> hops, Collection<ReportBack> reports) {
        Map<EntryId, UpwardItem> byId = new LinkedHashMap<>();
        for (UpwardItem item : items) {
            Checks.require(byId.put(item.id(), item) == null, "The item %s is given twice.", item.id());
        }
        Map<EntryId, List<Hop>> ways = new LinkedHashMap<>();
        hops.stream().sorted(Comparator.comparing(Hop::on)).forEach(hop -> {
            UpwardItem item = known(byId, hop.item(), hop.id(), hop.on());
            List<Hop> way = ways.computeIfAbsent(hop.item(), id -> new ArrayList<>());
            TeamId at =
                    way.isEmpty() ? item.fromTeam() : way.get(way.size() - 1).toTeam();
            Checks.require(
                    hop.fromTeam().equals(at),
                    "The hop %s starts at %s, but the item %s stands with %s. Maybe a hop is left out.",
                    hop.id(),
                    hop.fromTeam(),
                    hop.item(),
                    at);
            way.add(hop);
        });
        Map<EntryId, List<ReportBack>> answers = new LinkedHashMap<>();
        reports.stream().sorted(Comparator.comparing(ReportBack::on)).forEach(report -> {
            known(byId, report.item(), report.id(), report.on());
            answers.computeIfAbsent(report.item(), id -> new ArrayList<>()).add(report);
        });
        return new Bridge(chain, byId, ways, answers);
    }

    private static UpwardItem known(Map<EntryId, UpwardItem> items, EntryId id, EntryId by, LocalDate on) {
        UpwardItem item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException(
                    "%s is about the item %s, which is not among them. Maybe it stands in another record."
                            .formatted(by, id));
        }
        Checks.require(
                !on.isBefore(item.raised()),
                "%s is of %s, before the item %s was raised on %s.",
                by,
                on,
                id,
                item.raised());
        return item;
    }

    /** Every item raised up to that day, as it stood at its end, in the order given. */
    public List<Loop> listLoops(LocalDate day) {
        return items.values().stream()
                .filter(item -> !item.raised().isAfter(day))
                .map(item -> loop(item, day))
                .toList();
    }

    private Loop loop(UpwardItem item, LocalDate day) {
        ImmutableLoop.Builder loop = ImmutableLoop.builder()
                .item(item)
                .on(day)
                .keeper(item.raisedBy())
                .addPath(item.fromTeam());
        for (Hop hop : listHops(item)) {
            if (!hop.on().isAfter(day)) {
                loop.addPath(hop.toTeam()).keeper(hop.keeper());
            }
        }
        return loop.closing(listReports(item).stream()
                        .filter(report -> !report.on().isAfter(day))
                        .filter(report -> closes(report, item))
                        .findFirst())
                .build();
    }

    private boolean closes(ReportBack report, UpwardItem item) {
        return report.answer().isFinal()
                && report.toTeam().equals(item.fromTeam())
                && (listHops(item).stream().anyMatch(hop -> hop.toTeam().equals(report.fromTeam()))
                        || chain.findPath(item.fromTeam(), report.fromTeam()).isPresent());
    }

    private List<Hop> listHops(UpwardItem item) {
        return hops.getOrDefault(item.id(), List.of());
    }

    private List<ReportBack> listReports(UpwardItem item) {
        return reports.getOrDefault(item.id(), List.of());
    }

    /** The loop of that item as of that day; empty if it is not known or not raised yet. */
    public Optional<Loop> findLoop(EntryId item, LocalDate day) {
        return Optional.ofNullable(items.get(item))
                .filter(found -> !found.raised().isAfter(day))
                .map(found -> loop(found, day));
    }

    /** How long answers took, and how long the open items have waited, as of that day. */
    public ClosureTimes closureTimes(LocalDate day) {
        List<Long> answered = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        listLoops(day).forEach(loop -> (loop.isClosed() ? answered : open).add(loop.days()));
        return new ClosureTimes(answered, open);
    }

    /** The items without an answer that have waited for more than so many days, the longest first. */
    public List<Loop> listOpenLongerThan(long days, LocalDate day) {
        return listLoops(day).stream()
                .filter(loop -> !loop.isClosed() && loop.days() > days)
                .sorted(Comparator.comparingLong(Loop::days).reversed())
                .toList();
    }

    /** The open items that never came to the team from which the answer is wanted: where the way up is broken. */
    public List<Loop> listNotArrived(LocalDate day) {
        return listLoops(day).stream()
                .filter(loop -> !loop.isClosed() && !loop.hasArrived())
                .toList();
    }

    /** How many open items stand with each team, by team; teams without any left out. */
    public Map<TeamId, Integer> openByTeam(LocalDate day) {
        Map<TeamId, Integer> counts = new TreeMap<>();
        listLoops(day).stream()
                .filter(loop -> !loop.isClosed())
                .forEach(loop -> counts.merge(loop.standsWith(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** "You said, we did": what that team raised in that time, with what came of it by that day. */
    public List<Loop> listSaidAndDone(TeamId team, Term time, LocalDate day) {
        return listLoops(day).stream()
                .filter(loop -> loop.item().fromTeam().equals(team))
                .filter(loop -> time.contains(loop.item().raised()))
                .toList();
    }

    /**
     * Which of these teams used a channel in that time: raised an item, took one on by a hop, or told or were told an
     * answer.
     */
    public Reach<TeamId> reach(Collection<TeamId> teams, Term time) {
        Set<TeamId> used = new TreeSet<>();
        for (UpwardItem item : items.values()) {
            if (time.contains(item.raised())) {
                used.add(item.fromTeam());
            }
            for (Hop hop : listHops(item)) {
                if (time.contains(hop.on())) {
                    used.add(hop.fromTeam());
                    used.add(hop.toTeam());
                }
            }
            for (ReportBack report : listReports(item)) {
                if (time.contains(report.on())) {
                    used.add(report.fromTeam());
                    used.add(report.toTeam());
                }
            }
        }
        return Reach.of(used, teams);
    }

    /** Which of these teams carried up, in that time, both what adults did and what students learned, as Ohio asks. */
    public Reach<TeamId> reachOfResults(Collection<TeamId> teams, Term time) {
        Map<TeamId, Set<UpwardItem.Matter>> told = new TreeMap<>();
        for (UpwardItem item : items.values()) {
            if (time.contains(item.raised())) {
                told.computeIfAbsent(item.fromTeam(), team -> EnumSet.noneOf(UpwardItem.Matter.class))
                        .add(item.matter());
            }
        }
        Set<UpwardItem.Matter> both = EnumSet.of(UpwardItem.Matter.ADULT_RESULT, UpwardItem.Matter.STUDENT_RESULT);
        told.values().removeIf(matters -> !matters.containsAll(both));
        return Reach.of(told.keySet(), teams);
    }

    /** The hops that follow no channel of the chain: past a level, sideways or down. In the order of items. */
    public List<Hop> listOffChannel() {
        return items.values().stream()
                .flatMap(item -> listHops(item).stream())
                .filter(hop -> chain.findChannel(hop.fromTeam(), hop.toTeam()).isEmpty())
                .toList();
    }

    /**
     * The open items whose keeper has no seat on the team with which they stand, each with somebody who might take it
     * on. Items that stand with a team that is not given, or that never had a keeper, are left out.
     *
     * @param teams the teams as they are on that day, each once
     */
    public List<StrayItem> listStrays(Collection<Team> teams, LocalDate day) {
        Map<TeamId, Team> byId = new TreeMap<>();
        teams.forEach(team ->
                Checks.require(byId.put(team.team(), team) == null, "The team %s is given twice.", team.team()));
        List<StrayItem> strays = new ArrayList<>();
        for (Loop loop : listLoops(day)) {
            Optional<Team> team = Optional.ofNullable(byId.get(loop.standsWith()));
            if (team.isPresent() && !loop.isClosed()) {
                loop.keeper()
                        .filter(keeper -> team.get().findSeat(keeper).isEmpty())
                        .ifPresent(gone -> strays.add(new StrayItem(loop, gone, receiver(team.get()))));
            }
        }
        return Collections.unmodifiableList(strays);
    }

    private Optional<PersonId> receiver(Team team) {
        return chain.channels().stream()
                .filter(channel -> channel.team().equals(team.team())
                        || channel.reportsTo().equals(team.team()))
                .flatMap(channel -> channel.carrier().stream())
                .filter(carrier -> team.findSeat(carrier).isPresent())
                .findFirst();
    }

    /** The figures as of that day in words: closed, how long it took, what waits longest. */
    public Explanation explain(LocalDate day) {
        ClosureTimes times = closureTimes(day);
        int open = times.open().size();
        Explanation text = Explanation.of(
                "%d of %d items raised up to %s are answered.",
                times.answered().size(), times.answered().size() + open, day);
        if (!times.answered().isEmpty()) {
            text = text.because(
                    "Of those answered, half were within %s days and nine of ten within %s (nearest rank).",
                    times.quantile(Fraction.HALF), times.quantile(Fraction.of(9, 10)));
        }
        text = text.because(times.quantileWithOpen(Fraction.HALF)
                .map(days -> "Half of all get their answer within " + days + " days (Kaplan-Meier).")
                .orElse("Fewer than half of all get their answer within the time watched."));
        List<Loop> long60 = listOpenLongerThan(60, day);
        text = text.because("%d open for more than 60 days.", long60.size());
        for (Loop loop : long60.subList(0, Math.min(5, long60.size()))) {
            text = text.because(
                    "%s has waited %d days and stands with %s.", loop.item().id(), loop.days(), loop.standsWith());
        }
        return text;
    }
}
