package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;

/**
 * What may be shown of a secret vote, given what was shown before. It refuses any result, whole or by group, from which
 * somebody's vote could be worked out, alone or by subtracting results from one another: a unanimous tally tells every
 * vote in it, a group of two tells each of them the other's, and two totals that differ by one voter tell that voter's.
 *
 * <pre>{@code
 * Disclosure vote = Disclosure.of(tally.valid(), context);
 * Disclosure.Release all = vote.whole();                          // {all={no=4, yes=8}}
 * Disclosure.Release byGroup = all.next().by(groups);             // parents: suppressed, and one more with them
 * }</pre>
 *
 * <p>The rule. All sets of voters shown so far, and those asked for, cut the voters into classes: two are in one class if
 * every set holds both or neither. Results are shown only if each class that any set touches has at least
 * {@link VotingContext#smallestCell()} voters who did not all say the same. Then two voters of one class who differ could
 * change their votes and nothing shown would change, so nobody's vote follows from what is shown.
 *
 * <p>Groups that are too small are withheld, and with them the smallest others until no class is too small; that depends on
 * sizes alone, which are no secret. If then some class is of one mind, the whole breakdown is withheld, since a gap would
 * point at it. What no rule can hide: a status such as adopted unanimously, that something was withheld though sizes
 * allow it, and what those who know their own votes or one another's can infer.
 *
 * <p>Holds votes with names: for whoever counts, never to be recorded or printed; {@code toString} tells neither. Time in
 * proportion to voters times sets shown, and to groups asked for squared. Immutable.
 */
public final class Disclosure {
    private final Map<PersonId, String> votes;
    private final int smallestCell;
    private final List<Set<PersonId>> shown;

    /**
     * What may be shown of what was asked for.
     *
     * @param cells by the group's name, how many said what; or suppressed
     * @param next the vote with what is now known; whatever is shown later must be asked of it
     */
    public record Release(Map<String, Measured<Map<String, Integer>>> cells, Disclosure next) {
        /** Copies the cells, in the order of names. */
        public Release {
            cells = Collections.unmodifiableMap(new TreeMap<>(cells));
        }
    }

    private Disclosure(Map<PersonId, String> votes, int smallestCell, List<Set<PersonId>> shown) {
        this.votes = votes;
        this.smallestCell = smallestCell;
        this.shown = shown;
    }

    /** The votes on these ballots, one a person, under the rule of the context; nothing is shown yet. */
    public static Disclosure of(List<Ballot> ballots, VotingContext context) {
        Checks.distinct(ballots.stream().map(Ballot::person).toList(), "ballots");
        return of(
                ballots.stream()
                        .collect(Collectors.toMap(
                                Ballot::person, ballot -> ballot.position().inWords())),
                context.smallestCell());
    }

    /**
     * Votes in words, by person; nothing is shown yet.
     *
     * @throws IllegalArgumentException if the smallest cell is below 2: one vote alone is never a secret
     */
    public static Disclosure of(Map<PersonId, String> votes, int smallestCell) {
        Checks.require(
                smallestCell >= 2,
                "smallestCell is %s. Expected at least 2, since one vote shown alone is no secret.",
                smallestCell);
        return new Disclosure(new TreeMap<>(votes), smallestCell, List.of());
    }

    /**
     * A copy with one more vote, which came late.
     *
     * @throws IllegalArgumentException if that person has voted; a vote once counted stands
     */
    public Disclosure withLate(PersonId person, String vote) {
        Checks.require(!votes.containsKey(person), "%s has voted already.", person);
        Map<PersonId, String> more = new TreeMap<>(votes);
        more.put(person, vote);
        return new Disclosure(more, smallestCell, shown);
    }

    /** The result as a whole, under the name {@code all}. */
    public Release whole() {
        return by(Map.of("all", votes.keySet()));
    }

    /**
     * What came of these votes, as it may be shown: with its numbers if the result as a whole may be, else the status, what
     * was chosen or is tied, and what to do next. A protocol may count as one what was put in several ways, so a count that
     * holds everybody tells of all, though no two said the same.
     */
    public Outcome outcome(Outcome counted) {
        boolean allInOne = counted.counts().values().stream().anyMatch(count -> count >= votes.size());
        if (!allInOne && whole().cells().values().stream().allMatch(Measured::isReported)) {
            return counted;
        }
        String status = counted.status().toString();
        Outcome.Builder withheld = Outcome.builder();
        withheld.status(counted.status())
                .protocol(counted.protocol())
                .round(counted.round())
                .revision(counted.revision())
                .chosen(counted.chosen())
                .tied(counted.tied())
                .nextStep(counted.nextStep())
                .explanation(Explanation.of(
                                "%s by %s.",
                                status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1),
                                counted.protocol())
                        .because(
                                "Numbers: withheld, since somebody's vote would follow from them. They are shown of at least"
                                        + " %s votes, and never if all are alike.",
                                smallestCell));
        return withheld.build();
    }

    /**
     * The result by group; who did not vote is left aside.
     *
     * @param groups members by the group's name; groups may overlap
     */
    public Release by(Map<String, Set<PersonId>> groups) {
        List<Group> asked = new ArrayList<>();
        groups.forEach((name, members) -> asked.add(new Group(
                name, members.stream().filter(votes::containsKey).collect(Collectors.toCollection(TreeSet::new)))));
        asked.sort(Comparator.comparingInt(Group::size).thenComparing(Group::name));
        List<Group> candidates = new ArrayList<>(asked);
        candidates.removeIf(group -> group.size() < smallestCell);
        while (!candidates.isEmpty()
                && classes(candidates).stream().anyMatch(persons -> persons.size() < smallestCell)) {
            candidates.remove(0);
        }
        if (classes(candidates).stream().anyMatch(this::isOfOneMind)) {
            candidates.clear();
        }
        Map<String, Measured<Map<String, Integer>>> cells = new TreeMap<>();
        asked.forEach(group -> cells.put(
                group.name(),
                candidates.contains(group) ? Measured.of(count(group.voters())) : withheld(group.size())));
        List<Set<PersonId>> known = new ArrayList<>(shown);
        candidates.forEach(group -> known.add(group.voters()));
        return new Release(cells, new Disclosure(votes, smallestCell, List.copyOf(known)));
    }

    /** Those of a group who voted. */
    private record Group(String name, Set<PersonId> voters) {
        int size() {
            return voters.size();
        }
    }

    /** Voters whom no set shown or asked for tells apart; those whom none touches left aside. */
    private List<List<PersonId>> classes(List<Group> candidates) {
        Map<List<Boolean>, List<PersonId>> classes = new HashMap<>();
        for (PersonId person : votes.keySet()) {
            List<Boolean> signature = new ArrayList<>();
            shown.forEach(set -> signature.add(set.contains(person)));
            candidates.forEach(group -> signature.add(group.voters().contains(person)));
            if (signature.contains(true)) {
                classes.computeIfAbsent(signature, s -> new ArrayList<>()).add(person);
            }
        }
        return List.copyOf(classes.values());
    }

    private boolean isOfOneMind(List<PersonId> persons) {
        return persons.stream().map(votes::get).distinct().count() < 2;
    }

    private Map<String, Integer> count(Set<PersonId> persons) {
        Map<String, Integer> counts = new TreeMap<>();
        persons.forEach(person -> counts.merge(votes.get(person), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    private Measured<Map<String, Integer>> withheld(int size) {
        return Measured.suppressed(
                size < smallestCell ? SuppressionReason.SMALL_GROUP : SuppressionReason.PROTECTS_ANOTHER,
                "at least %s votes, and never all alike".formatted(smallestCell));
    }

    /** {@code 12 votes; results shown: 1}. */
    @Override
    public String toString() {
        return "%s votes; results shown: %s".formatted(votes.size(), shown.size());
    }
}
