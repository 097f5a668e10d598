package org.iltlib.choice.tabulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.choice.Rational;
import org.iltlib.choice.SharedFiles;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: the summaries that RCTab 2.0 publishes for its own test sets, every round and every number. */
class RcTabSetsTest {
    /** What a summary says of a round, or what we say in its words. */
    private record Told(
            Map<String, Rational> tally,
            Rational threshold,
            Map<String, Rational> inactive,
            TreeSet<String> elected,
            TreeSet<String> eliminated,
            Map<String, Map<String, Rational>> transfers) {}

    private static Map<String, Rational> numbers(Node node) {
        Map<String, Rational> numbers = new TreeMap<>();
        ((Node.Fields) node).values().forEach((name, value) -> {
            Rational votes = Rational.parse(((Node.Text) value).value());
            if (votes.signum() != 0) {
                numbers.put(name, votes);
            }
        });
        return numbers;
    }

    private static Told published(Node round) {
        TreeSet<String> elected = new TreeSet<>();
        TreeSet<String> eliminated = new TreeSet<>();
        Map<String, Map<String, Rational>> transfers = new TreeMap<>();
        for (Node result : ((Node.Items) SharedFiles.field(round, "tallyResults")).values()) {
            Node.Fields fields = (Node.Fields) result;
            String name = fields.find("elected")
                    .or(() -> fields.find("eliminated"))
                    .map(text -> ((Node.Text) text).value())
                    .orElseThrow();
            (fields.find("elected").isPresent() ? elected : eliminated).add(name);
            Map<String, Rational> moved = numbers(SharedFiles.field(result, "transfers"));
            if (!moved.isEmpty()) {
                transfers.put(name, moved);
            }
        }
        return new Told(
                numbers(SharedFiles.field(round, "tally")),
                Rational.parse(((Node.Text) SharedFiles.field(round, "threshold")).value()),
                numbers(SharedFiles.field(round, "inactiveBallots")),
                elected,
                eliminated,
                transfers);
    }

    private static Told ours(TabulationRound round) {
        Map<String, Rational> tally = new TreeMap<>(round.tallies());
        tally.values().removeIf(votes -> votes.signum() == 0);
        Map<String, Rational> inactive = new TreeMap<>();
        Map.of(
                        InactiveReason.EXHAUSTED_CHOICES, "exhaustedChoices",
                        InactiveReason.OVERVOTE, "overvotes",
                        InactiveReason.REPEATED_RANKING, "repeatedRankings",
                        InactiveReason.SKIPPED_RANKINGS, "skippedRankings",
                        InactiveReason.FINAL_SURPLUS, "finalRoundSurplus")
                .forEach((reason, name) -> {
                    if (round.inactive().votes(reason).signum() != 0) {
                        inactive.put(name, round.inactive().votes(reason));
                    }
                });
        Map<String, Map<String, Rational>> transfers = new TreeMap<>();
        round.transfers()
                .forEach(transfer -> transfers
                        .computeIfAbsent(transfer.from(), name -> new TreeMap<>())
                        .put(transfer.to().orElse("exhausted"), transfer.votes()));
        round.residues()
                .forEach((name, votes) ->
                        transfers.computeIfAbsent(name, from -> new TreeMap<>()).put("residual surplus", votes));
        return new Told(
                tally,
                round.threshold(),
                inactive,
                new TreeSet<>(round.elected()),
                new TreeSet<>(round.eliminated()),
                transfers);
    }

    private static RcTabConfig config(String set) throws IOException {
        try (InputStream in = SharedFiles.open("rctab/" + set + "/config.json")) {
            return RcTabConfig.read(in);
        }
    }

    private static TabulationCount count(String set) throws IOException {
        Path folder = SharedFiles.get("rctab/" + set);
        return config(set)
                .count(path -> Files.newInputStream(
                        folder.resolve(path.replace(".xlsx", ".csv")).normalize()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "continue_tabulation_test",
                "continue_until_two_threshold_freeze",
                "continue_until_two_with_batch_elimination_test",
                "duplicate_test",
                "excluded_test",
                "exhaust_if_multiple_continuing",
                "first_round_determines_threshold_test",
                "first_round_determines_threshold_tiebreaker_test",
                "generic_csv_test",
                "more_winners_than_candidates",
                "multi_seat_bottoms_up_with_cutoff_eliminate",
                "multi_seat_bottoms_up_with_dynamic_threshold",
                "multi_seat_bottoms_up_with_static_threshold",
                "multi_seat_uwi_test",
                "sequential_with_batch",
                "sequential_with_continue_until_two",
                "skip_to_next_test",
                "stop_tabulation_early_test",
                "test_set_0_skipped_first_choice",
                "test_set_1_exhaust_at_overvote",
                "test_set_2_overvote_skip_to_next",
                "test_set_3_skipped_choice_exhaust",
                "test_set_4_skipped_choice_next",
                "test_set_5_two_skipped_choice_exhaust",
                "test_set_6_duplicate_exhaust",
                "test_set_7_duplicate_skip_to_next",
                "test_set_8_multi_cdf",
                "test_set_allow_only_one_winner_per_round",
                "test_set_multi_winner_fractional_threshold",
                "test_set_multi_winner_whole_threshold",
                "test_set_overvote_delimiter",
                "test_set_treat_blank_as_undeclared_write_in",
                "tiebreak_generate_permutation_test",
                "tiebreak_previous_round_counts_then_random_test",
                "tiebreak_seed_test",
                "tiebreak_use_permutation_in_config_test",
                "uwi_cannot_win_test"
            })
    void everyRoundIsAsPublished(String set) throws IOException {
        TabulationCount count = count(set);
        List<String> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedFiles.get("rctab/" + set))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("expected_detailed_report.json"))
                    .sorted()
                    .forEach(reports::add);
        }
        assertThat(count.passes()).hasSameSizeAs(reports).isNotEmpty();
        for (int p = 0; p < reports.size(); p++) {
            Node report = CanonicalJson.read(Files.readString(SharedFiles.get("rctab/" + set + "/" + reports.get(p))));
            List<TabulationRound> rounds = count.passes().get(p).rounds();
            List<Told> expected = ((Node.Items) SharedFiles.field(report, "results"))
                    .values().stream().map(RcTabSetsTest::published).toList();
            assertThat(rounds.stream().map(RcTabSetsTest::ours)).containsExactlyElementsOf(expected);
            Node summary = SharedFiles.field(report, "summary");
            assertThat(String.valueOf(count.ballots()))
                    .isEqualTo(((Node.Text) SharedFiles.field(summary, "totalNumBallots")).value());
            assertThat(rounds.get(0).inactive().votes(InactiveReason.UNDERVOTE))
                    .isEqualTo(Rational.parse(((Node.Numeral) SharedFiles.field(summary, "undervotes"))
                            .value()
                            .toPlainString()));
        }
    }

    @Test
    void noSetIsLeftOut() throws Exception {
        try (Stream<Path> folders = Files.list(SharedFiles.get("rctab"))) {
            String[] told = RcTabSetsTest.class
                    .getDeclaredMethod("everyRoundIsAsPublished", String.class)
                    .getAnnotation(ValueSource.class)
                    .strings();
            assertThat(folders.map(folder -> folder.getFileName().toString())
                            .filter(name -> !name.startsWith("_"))
                            .sorted())
                    .containsExactly(told);
        }
    }
}
