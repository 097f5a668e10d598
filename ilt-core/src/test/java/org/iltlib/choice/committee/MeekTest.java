package org.iltlib.choice.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.SharedFiles;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.format.Blt;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.format.RankedElection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: transcripts of stv-rs with equalized counting and nine decimals; small counts by hand. */
class MeekTest {
    private static final Pattern LINE = Pattern.compile("\\t(Elected|Hopeful|Defeated): +(.+) \\(([0-9./]+)\\)");

    /** Who stands in a block of the transcript, with the tallies. */
    private static Map<String, Rational> tallies(String transcript, int from, String states) {
        int end = transcript.indexOf("\tQuota:", from);
        Map<String, Rational> tallies = new LinkedHashMap<>();
        Matcher line = LINE.matcher(transcript.substring(from, end));
        while (line.find()) {
            if (states.contains(line.group(1))) {
                for (String name : line.group(2).split(", ", -1)) {
                    tallies.put(name, Rational.parse(line.group(3)));
                }
            }
        }
        return tallies;
    }

    private static RankedElection election(String file) throws IOException {
        try (InputStream in = SharedFiles.open("stv-rs/ballots/" + file + ".blt")) {
            return Blt.read(in);
        }
    }

    private static String transcript(String file) throws IOException {
        try (InputStream in = SharedFiles.open("stv-rs/meek/" + file + ".log")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Elections and exclusions in order, with what the transcript tells about each. */
    private record Step(String what, String name, Map<String, Rational> tallies, Rational quota) {}

    private static final Pattern ACTION =
            Pattern.compile("Action: (Elect|Defeat)(?: \\((?:surplus|stable)[^)]*\\))?: (\\S+)");

    private static List<Step> steps(String transcript) {
        List<Step> steps = new ArrayList<>();
        Matcher action = ACTION.matcher(transcript);
        while (action.find()) {
            int quota = transcript.indexOf("\tQuota: ", action.start()) + 8;
            String number = transcript.substring(quota, transcript.indexOf('\n', quota));
            steps.add(new Step(
                    action.group(1),
                    action.group(2),
                    tallies(transcript, action.start(), "Elected Hopeful Defeated"),
                    Rational.parse(number)));
        }
        return steps;
    }

    /**
     * The programs round in different places, so numbers agree to the surplus at which both stop, not to the last unit;
     * those of "approx" keep six decimals of a factor, and there are up to 45 ballots.
     * Whoever is elected or excluded because nobody else is left has no line of their own with us.
     */
    @ParameterizedTest
    @CsvSource({
        "vegetables, vegetables.equalize.fixed9, 0.000001",
        "vegetables, vegetables.fixed9, 0.000001",
        "vegetables, vegetables.equalize.approx, 0.00005",
        "vegetables, vegetables.approx, 0.00005",
        "crashes/crash, crashes/crash.equalize.fixed9, 0.000001",
        "crashes/elect_too_many, crashes/elect_too_many.equalize.approx, 0.00005",
        "crashes/minimal, crashes/minimal.equalize.fixed9, 0.000001",
        "crashes/minimal10, crashes/minimal10.equalize.fixed9, 0.000001",
        "equal_preference/always_behind, equal_preference/always_behind.equalize.fixed9, 0.000001",
        "equal_preference/equal_preference, equal_preference/equal_preference.equalize.fixed9, 0.000001",
        "equal_preference/equal_preference_droop, equal_preference/equal_preference_droop.equalize.fixed9, 0.000001",
        "equal_preference/equal_preference_equalize, equal_preference/equal_preference_equalize.equalize.fixed9, 0.000001",
        "negative_surplus/below_quota, negative_surplus/below_quota.equalize.fixed9, 0.000001",
        "recursive_descent/transfer, recursive_descent/transfer.equalize.fixed9, 0.000001",
        "recursive_descent/transfer, recursive_descent/transfer.fixed9, 0.000001",
        "recursive_descent/transfer_is_blocked, recursive_descent/transfer_is_blocked.equalize.fixed9, 0.000001",
        "ties/tie_break_explicit, ties/tie_break_explicit.equalize.fixed9, 0.000001",
        "ties/tie_break_explicit, ties/tie_break_explicit.fixed9, 0.000001",
        "ties/tie_break_implicit, ties/tie_break_implicit.equalize.fixed9, 0.000001",
        "ties/tie_break_implicit, ties/tie_break_implicit.fixed9, 0.000001"
    })
    void theTranscriptElectsAndExcludesTheSameInTheSameOrderWithTheSameNumbers(
            String ballots, String log, String tolerance) throws IOException {
        RankedElection election = election(ballots);
        List<Integer> first = new ArrayList<>(election.tieOrder());
        for (int x = 0; x < election.profile().size(); x++) {
            if (!first.contains(x)) {
                first.add(x);
            }
        }
        Collections.reverse(first); // the other program excludes the first of the tied
        SeatCount count = Meek.withDefaults()
                .withTies(TieChain.of(TieBreaks.order(first)))
                .count(election.profile(), election.seats(), election.withdrawn());
        String transcript = transcript(log);
        assertThat(new TreeSet<>(count.electedNames()))
                .isEqualTo(new TreeSet<>(tallies(transcript, transcript.indexOf("Action: Count Complete"), "Elected")
                        .keySet()));
        List<Step> steps = steps(transcript);
        List<CountRound> rounds = count.rounds().subList(0, count.rounds().size() - 1);
        assertThat(rounds.stream().map(round -> round.action().split(",", -1)[0]))
                .containsExactlyElementsOf(steps.stream()
                        .map(step -> step.what().equals("Elect")
                                ? step.name() + " reaches the quota"
                                : step.name() + " is excluded.")
                        .toList());
        for (int i = 0; i < steps.size(); i++) {
            List<Rational> tallies = rounds.get(i).tallies();
            steps.get(i).tallies().forEach((name, tally) -> {
                Rational ours = tallies.get(count.alternatives().indexOf(name));
                assertThat(distance(ours, tally)).as(name).isLessThan(Rational.parse(tolerance));
            });
            Rational quota =
                    tallies.stream().reduce(Rational.ZERO, Rational::plus).dividedBy(election.seats() + 1L);
            assertThat(distance(quota, steps.get(i).quota())).isLessThan(Rational.parse(tolerance));
        }
    }

    private static Rational distance(Rational one, Rational other) {
        Rational gap = one.minus(other);
        return gap.signum() < 0 ? gap.negate() : gap;
    }

    /**
     * The plain transcripts of ballots with equal preferences keep a fault of another program on purpose. That we differ
     * from them, where they differ from the right ones, shows that the comparison can tell.
     */
    @Test
    void theFaultyWayToShareEqualPreferencesIsNotOurs() throws IOException {
        RankedElection election = election("equal_preference/always_behind");
        String faulty = transcript("equal_preference/always_behind.fixed9");
        String right = transcript("equal_preference/always_behind.equalize.fixed9");
        TreeSet<String> elected = new TreeSet<>(Meek.withDefaults()
                .count(election.profile(), election.seats(), election.withdrawn())
                .electedNames());
        assertThat(elected)
                .isEqualTo(new TreeSet<>(tallies(right, right.indexOf("Action: Count Complete"), "Elected")
                        .keySet()))
                .isNotEqualTo(new TreeSet<>(tallies(faulty, faulty.indexOf("Action: Count Complete"), "Elected")
                        .keySet()));
    }

    /** A withdrawn alternative is as if it had never been ranked: the same election in two files. */
    @Test
    void whoHasWithdrawnIsAsIfNeverRanked() throws IOException {
        List<List<Rational>> last = new ArrayList<>();
        for (String file : List.of("vegetables.keep_withdrawn", "vegetables.remove_withdrawn")) {
            RankedElection election;
            try (InputStream in = SharedFiles.open("stv-rs/numeric/" + file + ".blt")) {
                election = Blt.read(in);
            }
            SeatCount count = Meek.withDefaults().count(election.profile(), election.seats(), List.of(1, 5));
            assertThat(count.electedNames()).containsExactly("Grape", "Hazelnut", "Jalapeno", "Eggplant");
            last.add(last(count));
        }
        assertThat(last.get(0)).isEqualTo(last.get(1));
    }

    /**
     * By hand: 3 ballots a, 2 ballots a=b c, 1 ballot c a. So a has 3 + 1, b 1 and c 1 of 6; the quota of two seats is 2, a
     * keeps half, and of the two ballots b gets 1 where it stands first and 1/2 where second, c 1 and nothing: c leaves.
     */
    @Test
    void aBallotWithTwoEqualsIsHalfOfEachOrder() throws IOException {
        RankedElection election;
        try (InputStream in = SharedFiles.open("stv-rs/numeric/equal_preference.blt")) {
            election = Blt.read(in);
        }
        SeatCount count = Meek.withDefaults().count(election.profile(), election.seats());
        assertThat(count.rounds().get(0).tallies()).containsExactly(Rational.of(4), Rational.ONE, Rational.ONE);
        assertThat(count.electedNames()).containsExactly("Apple", "Banana");
    }

    @Test
    void equalsCountAsTheAverageOfTheirOrders() {
        List<String> names = List.of("a", "b", "c", "d");
        Profile tied = Profile.builder(names)
                .add(Ranking.parse("0=1=2>3"), 6)
                .add(Ranking.parse("0"), 9)
                .add(Ranking.parse("3>0"), 4)
                .build();
        Profile.Builder orders =
                Profile.builder(names).add(Ranking.parse("0"), 9).add(Ranking.parse("3>0"), 4);
        for (String order : List.of("0>1>2>3", "0>2>1>3", "1>0>2>3", "1>2>0>3", "2>0>1>3", "2>1>0>3")) {
            orders.add(Ranking.parse(order), 1);
        }
        List<Rational> one = last(Meek.withDefaults().count(tied, 2));
        List<Rational> other = last(Meek.withDefaults().count(orders.build(), 2));
        for (int x = 0; x < names.size(); x++) {
            Rational gap = one.get(x).minus(other.get(x));
            assertThat(gap.times(gap)).isLessThan(Rational.parse("0.0000000000001"));
        }
    }

    private static List<Rational> last(SeatCount count) {
        return count.rounds().get(count.rounds().size() - 1).tallies();
    }

    /**
     * Hill and Warren's difference, by hand: a is elected and keeps an amount k of each ballot, Meek's b keeps a share of
     * what is left. One seat short of candidates, all ballots "a, b, c": both elect a and b.
     */
    @Test
    void warrenKeepsAmountsWhereMeekKeepsShares() {
        Profile profile = Profile.builder(List.of("a", "b", "c"))
                .add(Ranking.parse("0>1>2"), 60)
                .add(Ranking.parse("1>0>2"), 20)
                .add(Ranking.parse("2"), 10)
                .build();
        SeatCount meek = Meek.withDefaults().count(profile, 2);
        SeatCount warren = Meek.warren().count(profile, 2);
        assertThat(meek.electedNames()).containsExactly("a", "b");
        assertThat(warren.electedNames()).containsExactly("a", "b");
        assertThat(warren.rule()).isEqualTo("warren");
        // Quota 30: a keeps 1/2 of each of its 60 and passes 30 to b, which has 50 and keeps 30 of them; then Meek's a
        // receives again a share of b's own 20. All stop at elected a and b; tallies sum to the ballots.
        for (SeatCount count : List.of(meek, warren)) {
            for (CountRound round : count.rounds()) {
                assertThat(round.tallies().stream().reduce(round.exhausted(), Rational::plus))
                        .isEqualTo(Rational.of(90));
            }
        }
    }

    @Test
    void skippedRanksArePassedOver() {
        Profile skipped = Profile.builder(List.of("a", "b"))
                .add(Ranking.parse(">1"), 3)
                .add(Ranking.parse("0"), 2)
                .build();
        assertThat(Meek.withDefaults().count(skipped, 1).electedNames()).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({"bigint/ballot_count_overflows", "bigint/ballot_sum_overflows"})
    void numbersThatLeave64BitsAreRefusedNotWrapped(String file) {
        SharedFiles.get("stv-rs");
        assertThatThrownBy(() -> {
                    RankedElection election = election(file);
                    Meek.withDefaults().count(election.profile(), election.seats());
                })
                .isInstanceOfAny(IllegalArgumentException.class, FormatException.class)
                .message()
                .containsAnyOf("64 bits", "2^63");
    }

    @Test
    void warrenRefusesEquals() {
        Profile tied =
                Profile.builder(List.of("a", "b")).add(Ranking.parse("0=1"), 1).build();
        assertThatThrownBy(() -> Meek.warren().count(tied, 1)).hasMessageContaining("strict orders");
        assertThat(Meek.withDefaults().count(tied, 1).ties()).hasSize(1);
    }
}
