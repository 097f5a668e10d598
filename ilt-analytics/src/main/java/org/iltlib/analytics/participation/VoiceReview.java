package org.iltlib.analytics.participation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;

/**
 * Whose voices were heard in some meetings, each number beside what chance alone would bring for as many members, turns
 * and absences. Immutable.
 *
 * <pre>{@code
 * VoiceReport report = VoiceReview.withDefaults().of(meetings, roles, years);
 * report.gini();                                    // 0.3178, above chance (0.0989 to 0.2400)
 * report.byRole().get("teacher");                   // 42 of 90 turns; 56 to 70 by chance
 * report.since(earlier);                            // what changed
 * }</pre>
 *
 * <p>The bands of turns and time assume that each turn falls to each member present with the same chance, and that the
 * length of a turn does not depend on who takes it (exponential). Turns in a real talk come in runs, so chance reaches
 * somewhat further than the bands say. Linear in draws × turns, and quadratic in the turns for the exact shares.
 *
 * <p>The size of a group is the number of its members who were present at least once. Roles and years could give a member
 * away together: years are shown only if no cell of role by years is below {@code smallestGroup}.
 *
 * @param draws simulated sets of meetings, at least 100
 * @param seed the seed of chance
 * @param smallestGroup the least number of members of a group that is shown; two is the least at which none is a person
 */
public record VoiceReview(int draws, long seed, int smallestGroup) {
    private static final int SECONDS = 60;
    private static final int[] TENURE = {3, 10};

    /** Checks the numbers. */
    public VoiceReview {
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
        Checks.positive(smallestGroup, "smallestGroup");
    }

    /** Two thousand draws; no group of one. */
    public static VoiceReview withDefaults() {
        return new VoiceReview(2000, 1, 2);
    }

    /** A copy with so many draws. */
    public VoiceReview withDraws(int number) {
        return new VoiceReview(number, seed, smallestGroup);
    }

    /** A copy with that seed. */
    public VoiceReview withSeed(long other) {
        return new VoiceReview(draws, other, smallestGroup);
    }

    /** A copy in which groups of so many members are shown; one is for a team that has agreed to it. */
    public VoiceReview withSmallestGroup(int members) {
        return new VoiceReview(draws, seed, members);
    }

    /**
     * The report. Only meetings in which somebody's turns were counted are looked at; guests are left out and counted.
     *
     * @param meetings the meetings
     * @param roles the role of each member of the team, at least two members
     * @param years the years at the school of those who gave them; tenure is missing unless all did
     * @throws IllegalArgumentException if no member took a turn
     */
    public VoiceReport of(Collection<Meeting> meetings, Map<PersonId, String> roles, Map<PersonId, Double> years) {
        List<PersonId> members = List.copyOf(new TreeSet<>(roles.keySet()));
        List<Meeting> counted =
                meetings.stream().filter(met -> !met.contributions().isEmpty()).toList();
        SortedMap<PersonId, Integer> turns = new TreeMap<>();
        SortedMap<PersonId, Integer> seconds = new TreeMap<>();
        members.forEach(member -> {
            turns.put(member, 0);
            seconds.put(member, 0);
        });
        long guests = 0;
        long presences = 0;
        long silent = 0;
        List<VoiceChance.Sitting> sittings = new ArrayList<>();
        List<VoiceGroups.Heard> heard = new ArrayList<>();
        for (Meeting met : counted) {
            int sum = 0;
            Set<PersonId> spoke = new TreeSet<>();
            Map<PersonId, Long> spoken = new TreeMap<>();
            for (Contribution contribution : met.contributions()) {
                PersonId who = contribution.person();
                if (!roles.containsKey(who)) {
                    guests += contribution.turns();
                    continue;
                }
                sum += contribution.turns();
                turns.merge(who, contribution.turns(), Integer::sum);
                long time = Math.round(contribution.minutes() * SECONDS);
                seconds.merge(who, Math.toIntExact(time), Integer::sum);
                spoken.merge(who, time, Long::sum);
                if (contribution.turns() > 0) {
                    spoke.add(who);
                }
            }
            List<Integer> present = places(members, met.present());
            presences += present.size();
            silent += present.size() - spoke.size();
            VoiceChance.Sitting sitting = new VoiceChance.Sitting(sum, present);
            sittings.add(sitting);
            heard.add(new VoiceGroups.Heard(
                    sitting,
                    present.stream()
                            .map(place -> spoken.getOrDefault(members.get(place), 0L))
                            .toList()));
        }
        Voices voices = new Voices(turns, smallestGroup);
        VoiceChance chance = new VoiceChance(sittings, members.size(), draws, seed);
        double there = presences;
        boolean known = years.keySet().containsAll(members);
        Turns spread = voices.evenness();
        VoiceGroups groups = new VoiceGroups(members, heard, Voices.rule(smallestGroup));
        return new VoiceReport.Builder()
                .members(members.size())
                .meetings(counted.size())
                .turns(spread.total())
                .guestTurns(guests)
                .gini(new AgainstChance(
                        spread.gini(), chance.of(run -> run.turns().gini())))
                .evenness(new AgainstChance(
                        spread.evenness(), chance.of(run -> run.turns().evenness())))
                .concentration(new AgainstChance(
                        spread.concentration(), chance.of(run -> run.turns().concentration())))
                .silence(new AgainstChance(silent / there, chance.of(run -> run.silent() / there)))
                .timeGini(time(seconds, chance))
                .byRole(groups.turns(turns, roles))
                .timeByRole(
                        seconds.values().stream().allMatch(spoken -> spoken == 0)
                                ? new TreeMap<>()
                                : groups.time(roles))
                .byTenure(known ? groups.beside(turns, roles, Voices.tenure(years, TENURE)) : new TreeMap<>())
                .tenureEffect(
                        known
                                ? voices.tenureEffect(years, draws, seed)
                                : Measured.missing(MissingReason.NOT_COLLECTED, "not every member gave years"))
                .build();
    }

    private static List<Integer> places(List<PersonId> members, Set<PersonId> present) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (present.contains(members.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private static Measured<AgainstChance> time(Map<PersonId, Integer> seconds, VoiceChance chance) {
        return seconds.values().stream().allMatch(spoken -> spoken == 0)
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no minutes were taken down")
                : Measured.of(new AgainstChance(
                        SpeakingTime.of(seconds).evenness().gini(),
                        chance.of(run -> run.time().gini())));
    }
}
