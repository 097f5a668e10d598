package org.iltlib.choice.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;

/** Laws of the rules by transfer, and profiles on which they lack others. */
class TransferProperties {
    private static final TieChain ORDER = TieChain.of(TieBreaks.order(List.of(0, 1, 2, 3, 4, 5)));

    private static final Map<String, BiFunction<Profile, Integer, SeatCount>> RULES = new TreeMap<>(Map.of(
            "scottish-stv",
                    (p, s) -> TransferableVote.scottish().withTies(ORDER).count(p, s),
            "wigm-4",
                    (p, s) ->
                            TransferableVote.inclusiveGregory(4).withTies(ORDER).count(p, s),
            "wigm-0",
                    (p, s) ->
                            TransferableVote.inclusiveGregory(0).withTies(ORDER).count(p, s),
            "meek", (p, s) -> Meek.withDefaults().withTies(ORDER).count(p, s),
            "warren", (p, s) -> Meek.warren().withTies(ORDER).count(p, s)));

    private static Profile random(Random random, int n, int ballots, boolean complete) {
        Profile.Builder builder = Profile.builder(names(n));
        for (int i = 0; i < ballots; i++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
            Collections.shuffle(order, random);
            int length = complete ? n : 1 + random.nextInt(n);
            builder.add(ranking(order.subList(0, length)), 1 + random.nextInt(9));
        }
        return builder.build();
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(String::valueOf).toList();
    }

    private static Ranking ranking(List<Integer> order) {
        return new Ranking(order.stream().map(List::of).toList());
    }

    @Property(tries = 200)
    void everySeatIsFilledOnceAndNoVoteIsMadeOrLost(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 12) int ballots) {
        Random random = new Random(seed);
        Profile profile = random(random, n, ballots, false);
        int seats = 1 + random.nextInt(n);
        RULES.forEach((name, rule) -> {
            SeatCount count = rule.apply(profile, seats);
            assertThat(new TreeSet<>(count.elected())).as(name).hasSize(seats);
            for (CountRound round : count.rounds()) {
                assertThat(round.tallies().stream().reduce(round.exhausted(), Rational::plus))
                        .isEqualTo(Rational.of(profile.totalWeight()));
                assertThat(round.exhausted().signum()).as(name).isNotNegative();
                assertThat(round.tallies()).allMatch(tally -> tally.signum() >= 0);
            }
        });
    }

    /**
     * Droop proportionality for solid coalitions: voters who put the same set above all others and fill k quotas elect k of
     * it, or the whole set. With fixed decimals a coalition of exactly k quotas may lack the fractions that were cut off,
     * so it is held against more than k quotas and a vote.
     */
    @Property(tries = 300)
    void solidCoalitionsElectTheirShare(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 9) int ballots) {
        Random random = new Random(seed);
        Profile profile = random(random, n, ballots, true);
        int seats = 1 + random.nextInt(n);
        RULES.forEach((name, rule) -> {
            if (!name.equals("wigm-0")) {
                List<Integer> elected = rule.apply(profile, seats).elected();
                for (int set = 1; set < 1 << n; set++) {
                    int coalition = set;
                    int size = Integer.bitCount(set);
                    long solid = 0;
                    for (int b = 0; b < profile.distinct(); b++) {
                        int ballot = b;
                        boolean same = IntStream.range(0, size)
                                .allMatch(i -> (coalition & 1 << profile.entry(ballot, i)) != 0);
                        solid += same ? profile.weight(b) : 0;
                    }
                    long due =
                            Math.min(size, Math.max(0, solid - 1) * (seats + 1) / (profile.totalWeight() + seats + 1));
                    assertThat(elected.stream()
                                    .filter(x -> (coalition & 1 << x) != 0)
                                    .count())
                            .as(name + " " + write(profile) + " " + seats + " seats, coalition " + coalition)
                            .isGreaterThanOrEqualTo(due);
                }
            }
        });
    }

    /** Other names, and the order of ballots: the same under the other names, if ties follow the names. */
    @Property(tries = 150)
    void otherNamesElectTheSameUnderOtherNames(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 9) int ballots) {
        Random random = new Random(seed);
        Profile profile = random(random, n, ballots, false);
        List<Integer> to = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(to, random);
        Profile.Builder renamed = Profile.builder(names(n));
        for (int b = profile.distinct() - 1; b >= 0; b--) {
            renamed.add(
                    new Ranking(profile.ranking(b).ranks().stream()
                            .map(rank -> rank.stream().map(to::get).toList())
                            .toList()),
                    profile.weight(b));
        }
        int seats = 1 + random.nextInt(n);
        TieChain chain =
                TieChain.of(TieBreaks.order(IntStream.range(0, n).boxed().toList()));
        TieChain other = TieChain.of(TieBreaks.order(to));
        Profile twin = renamed.build();
        for (boolean meek : List.of(true, false)) {
            SeatCount one = meek
                    ? Meek.withDefaults().withTies(chain).count(profile, seats)
                    : TransferableVote.scottish().withTies(chain).count(profile, seats);
            SeatCount two = meek
                    ? Meek.withDefaults().withTies(other).count(twin, seats)
                    : TransferableVote.scottish().withTies(other).count(twin, seats);
            assertThat(new TreeSet<>(two.elected()))
                    .isEqualTo(one.elected().stream().map(to::get).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    static String write(Profile profile) {
        return IntStream.range(0, profile.distinct())
                .mapToObj(b -> profile.weight(b) + ":" + profile.ranking(b))
                .collect(Collectors.joining(" "));
    }

    static Profile read(int n, String text) {
        Profile.Builder builder = Profile.builder(names(n));
        Stream.of(text.split(" ", -1)).forEach(ballot -> {
            String[] parts = ballot.split(":", 2);
            builder.add(Ranking.parse(parts[1]), Long.parseLong(parts[0]));
        });
        return builder.build();
    }

    /** Raising an elected one on some ballots takes the seat from it: no rule by transfer is monotone. */
    static boolean losesByBeingRaised(
            BiFunction<Profile, Integer, SeatCount> rule, Profile profile, int seats, int who, int ballot) {
        if (!rule.apply(profile, seats).elected().contains(who)) {
            return false;
        }
        Profile.Builder raised = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            List<Integer> order = new ArrayList<>(
                    profile.ranking(b).ranks().stream().map(rank -> rank.get(0)).toList());
            if (b == ballot) {
                if (order.indexOf(who) == 0) {
                    return false;
                }
                order.remove(Integer.valueOf(who));
                order.add(0, who);
            }
            raised.add(ranking(order), profile.weight(b));
        }
        return !rule.apply(raised.build(), seats).elected().contains(who);
    }

    /** Voters who rank an elected one first make it lose by coming: no rule by transfer rewards participation. */
    static boolean losesByMoreVotes(
            BiFunction<Profile, Integer, SeatCount> rule, Profile profile, int seats, int who, int ballot) {
        if (profile.entry(ballot, 0) != who || profile.distinct() < 2) {
            return false;
        }
        Profile.Builder without = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            if (b != ballot) {
                without.add(profile.ranking(b), profile.weight(b));
            }
        }
        return rule.apply(without.build(), seats).elected().contains(who)
                && !rule.apply(profile, seats).elected().contains(who);
    }

    @Example
    void everyStoredProfileShowsWhatRulesByTransferLack() throws java.io.IOException {
        List<String> lines;
        try (java.io.InputStream in = TransferProperties.class.getResourceAsStream("transfer-failures.txt")) {
            lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSize(9);
        for (String line : lines) {
            String[] parts = line.split(" ", 7);
            BiFunction<Profile, Integer, SeatCount> rule = RULES.get(parts[0]);
            int seats = Integer.parseInt(parts[2]);
            Profile profile = read(Integer.parseInt(parts[3]), parts[6]);
            int who = Integer.parseInt(parts[4]);
            int ballot = Integer.parseInt(parts[5]);
            assertThat(
                            parts[1].equals("MONOTONICITY")
                                    ? losesByBeingRaised(rule, profile, seats, who, ballot)
                                    : losesByMoreVotes(rule, profile, seats, who, ballot))
                    .as(line)
                    .isTrue();
        }
    }
}
