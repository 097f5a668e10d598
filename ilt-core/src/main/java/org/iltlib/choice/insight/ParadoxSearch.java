package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.single.SingleWinnerRule;

/**
 * Looks for paradoxes on the ballots of one profile. A paradox that a rule can have in theory is worth a warning only if
 * these ballots show it.
 *
 * <p>The space that is searched: for {@link Paradox#MONOTONICITY} any number of equal ballots raises one winner to any
 * place, in one group of equal ballots or in two at once; for {@link Paradox#NO_SHOW} any number of equal ballots is
 * taken away, not all; for {@link Paradox#CLONES} a copy stands right above or right below its original, each group of
 * equal ballots as it likes, and half and half. Changes of more groups at once are not tried in the first two, so finding
 * none there proves only that no such change does it ({@link ParadoxReport#tried}). Each paradox has at most so many recounts (2,000 unless told otherwise), whole
 * groups first; the report says where they did not suffice. The same ballots give the same report. Immutable.
 */
public final class ParadoxSearch {
    private static final ParadoxSearch DEFAULTS = new ParadoxSearch(2_000);

    private final int most;

    private ParadoxSearch(int most) {
        this.most = most;
    }

    /** At most 2,000 recounts for each paradox. */
    public static ParadoxSearch withDefaults() {
        return DEFAULTS;
    }

    /** A copy with at most so many recounts for each paradox. */
    public ParadoxSearch withMostRecounts(int recounts) {
        Checks.notNegative(recounts, "recounts");
        return new ParadoxSearch(recounts);
    }

    /**
     * Searches.
     *
     * @throws IllegalArgumentException if the rule cannot count the ballots as they are
     */
    public ParadoxReport of(SingleWinnerRule rule, Profile profile) {
        return new Run(rule, profile).report();
    }

    /** So many ballots of a group have the winner at that rank. */
    private record Raise(int group, int to, long moved) {}

    /** One search. */
    private final class Run {
        private final SingleWinnerRule rule;
        private final Profile profile;
        private final List<Integer> winners;
        private final Ballots ballots;
        private final List<ParadoxWitness> witnesses = new ArrayList<>();
        private final Set<Paradox> cut = EnumSet.noneOf(Paradox.class);
        private int left;

        Run(SingleWinnerRule rule, Profile profile) {
            this.rule = rule;
            this.profile = profile;
            this.winners = rule.count(profile).winners();
            this.ballots = new Ballots(profile);
        }

        ParadoxReport report() {
            inPairs();
            search(Paradox.MONOTONICITY, this::raised);
            search(Paradox.NO_SHOW, this::absent);
            search(Paradox.REVERSAL, this::reversed);
            search(Paradox.CLONES, this::cloned);
            return new ParadoxReport(rule.ruleName(), witnesses, cut);
        }

        private void inPairs() {
            Margins margins = Margins.of(profile);
            margins.findCondorcetWinner()
                    .filter(x -> !winners.contains(x))
                    .ifPresent(x -> tell(
                            Paradox.CONDORCET_WINNER_LOST,
                            profile,
                            winners,
                            name(x) + " beats every other in pairs, and " + names(winners) + " wins."));
            for (int x = 0; x < profile.size(); x++) {
                int loser = x;
                boolean loses = profile.size() > 1
                        && java.util.stream.IntStream.range(0, profile.size())
                                .allMatch(y -> y == loser || margins.beats(y, loser));
                if (loses && winners.contains(x)) {
                    tell(
                            Paradox.CONDORCET_LOSER_WON,
                            profile,
                            winners,
                            name(x) + " loses to every other in pairs, and wins.");
                }
            }
        }

        private void search(Paradox paradox, Function<Paradox, Boolean> space) {
            left = most;
            if (!space.apply(paradox)) {
                cut.add(paradox);
            }
        }

        /** The winners of changed ballots; nothing if recounts are used up or the rule cannot count them. */
        private Optional<List<Integer>> recount(Paradox paradox, Profile changed) {
            try {
                left--;
                Count count = rule.count(changed);
                return Optional.of(count.winners());
            } catch (IllegalArgumentException refused) {
                cut.add(paradox);
                return Optional.empty();
            }
        }

        /** Whether the space was searched to its end, or a witness found; so in the searches below. */
        private boolean raised(Paradox paradox) {
            for (long units : List.of(0L, 1L)) {
                for (int b = 0; b < ballots.groups(); b++) {
                    for (int w : winners) {
                        for (int to : raises(b, w)) {
                            long first = units == 0 ? ballots.weight(b) : 1;
                            long last = units == 0 ? ballots.weight(b) : ballots.weight(b) - 1;
                            for (long moved = first; moved <= last; moved++) {
                                if (left <= 0) {
                                    return false;
                                }
                                if (isUnseated(paradox, w, List.of(new Raise(b, to, moved)))) {
                                    return true;
                                }
                            }
                        }
                    }
                }
            }
            return raisedInTwo(paradox);
        }

        /** Two groups at once; of each pair the larger parts first. */
        private boolean raisedInTwo(Paradox paradox) {
            for (int w : winners) {
                for (int b = 0; b < ballots.groups(); b++) {
                    for (int c = b + 1; c < ballots.groups(); c++) {
                        for (int to : raises(b, w)) {
                            for (int then : raises(c, w)) {
                                for (long some = ballots.weight(b); some > 0; some--) {
                                    for (long more = ballots.weight(c); more > 0; more--) {
                                        if (left <= 0) {
                                            return false;
                                        }
                                        if (isUnseated(
                                                paradox,
                                                w,
                                                List.of(new Raise(b, to, some), new Raise(c, then, more)))) {
                                            return true;
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            return true;
        }

        /** The places to which a group can raise an alternative. */
        private List<Integer> raises(int group, int w) {
            List<Integer> places = new ArrayList<>();
            for (int to = ballots.rank(group, w); to >= 0; to--) {
                if (isRaise(group, w, to)) {
                    places.add(to);
                }
            }
            return places;
        }

        private boolean isRaise(int group, int w, int to) {
            int at = ballots.rank(group, w);
            List<List<Integer>> ranks = ballots.ranking(group).ranks();
            boolean alone = at < ranks.size() && ranks.get(at).size() == 1;
            return to < at || (at < ranks.size() && !alone);
        }

        private boolean isUnseated(Paradox paradox, int w, List<Raise> raises) {
            Ballots other = new Ballots(profile);
            raises.forEach(raise ->
                    other.take(raise.group, raise.moved).add(ballots.raised(raise.group, w, raise.to), raise.moved));
            Profile changed = other.build();
            Optional<List<Integer>> then = recount(paradox, changed);
            if (then.isEmpty() || then.get().contains(w)) {
                return false;
            }
            tell(
                    paradox,
                    changed,
                    then.get(),
                    "If "
                            + raises.stream()
                                    .map(raise -> profile.inBallots(raise.moved) + " of the ballots "
                                            + words(ballots.ranking(raise.group)) + " said "
                                            + words(ballots.raised(raise.group, w, raise.to)))
                                    .collect(Collectors.joining(" and "))
                            + ", which is better for " + name(w) + ", " + name(w)
                            + " would not win any more, but " + names(then.get()) + ".");
            return true;
        }

        private boolean absent(Paradox paradox) {
            if (winners.size() != 1) {
                return true;
            }
            int winner = winners.get(0);
            for (boolean whole : List.of(true, false)) {
                for (int b = 0; b < ballots.groups(); b++) {
                    long first = whole ? ballots.weight(b) : 1;
                    long last = whole ? ballots.weight(b) : ballots.weight(b) - 1;
                    for (long away = first; away <= last; away++) {
                        if (away == profile.totalWeight()) {
                            continue;
                        }
                        if (left <= 0) {
                            return false;
                        }
                        Profile changed = new Ballots(profile).take(b, away).build();
                        List<Integer> then = recount(paradox, changed).orElse(winners);
                        if (then.size() == 1 && ballots.prefers(b, then.get(0), winner)) {
                            tell(
                                    paradox,
                                    changed,
                                    then,
                                    "If " + profile.inBallots(away) + " of the voters with " + words(ballots.ranking(b))
                                            + " stayed at home, " + names(then) + " would win, whom they prefer to "
                                            + name(winner) + ".");
                            return true;
                        }
                    }
                }
            }
            return true;
        }

        private boolean reversed(Paradox paradox) {
            if (winners.size() != 1 || profile.size() == 1) {
                return true;
            }
            Profile changed = new Ballots(profile).reversed();
            List<Integer> then = recount(paradox, changed).orElse(List.of());
            if (then.containsAll(winners)) {
                tell(
                        paradox,
                        changed,
                        then,
                        name(winners.get(0)) + " wins, and wins as well if every ballot is turned round.");
            }
            return true;
        }

        private boolean cloned(Paradox paradox) {
            int groups = ballots.groups();
            long masks = groups > 30 ? Long.MAX_VALUE : 1L << groups;
            for (long mask = -1; mask < masks; mask++) {
                for (int x = 0; x < profile.size(); x++) {
                    if (left <= 0) {
                        return false;
                    }
                    Profile changed = mask < 0 ? ballots.clonedInHalves(x) : ballots.cloned(x, places(mask, groups));
                    Optional<List<Integer>> then = recount(paradox, changed);
                    if (then.isPresent() && !isSame(then.get(), x)) {
                        tell(paradox, changed, then.get(), copied(x, then.get(), changed));
                        return true;
                    }
                }
            }
            return true;
        }

        private static List<Boolean> places(long mask, int groups) {
            List<Boolean> above = new ArrayList<>();
            for (int b = 0; b < groups; b++) {
                above.add((mask >>> Math.min(b, 62) & 1) == 1);
            }
            return above;
        }

        private String copied(int x, List<Integer> then, Profile changed) {
            return "If " + name(x) + " had a copy beside it on every ballot, "
                    + then.stream().map(changed.alternatives()::get).collect(Collectors.joining(", "))
                    + " would win instead of " + names(winners) + ".";
        }

        private boolean isSame(List<Integer> then, int x) {
            return Set.copyOf(winners)
                    .equals(then.stream().map(y -> y == profile.size() ? x : y).collect(Collectors.toSet()));
        }

        private void tell(Paradox paradox, Profile changed, List<Integer> then, String story) {
            witnesses.add(ParadoxWitness.builder()
                    .paradox(paradox)
                    .rule(rule.ruleName())
                    .before(winners.stream().map(this::name).toList())
                    .after(then.stream().map(changed.alternatives()::get).toList())
                    .profile(changed)
                    .story(story)
                    .build());
        }

        private String name(int x) {
            return profile.alternatives().get(x);
        }

        private String names(List<Integer> some) {
            return some.isEmpty() ? "nobody" : some.stream().map(this::name).collect(Collectors.joining(", "));
        }

        private String words(Ranking ranking) {
            return ranking.ranks().stream()
                    .map(rank -> rank.stream().map(this::name).collect(Collectors.joining(" = ")))
                    .collect(Collectors.joining(" > ", "“", "”"));
        }
    }
}
