package org.iltlib.choice.tabulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.format.RankLabels;
import org.iltlib.choice.single.Overvotes;
import org.junit.jupiter.api.Test;

/** Ballots with mistakes, in the layouts in which they are kept. Expected values by hand. */
class MarkedRecordsTest {
    private static final Candidates THREE =
            new Candidates(List.of("Ida", "Uri", "Noor"), Map.of("I", "Ida"), Set.of("Noor"));

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ranks between {@code >}, several candidates with {@code =}, an overvote as {@code !}. */
    private static MarkedBallot ballot(String text) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (String rank : text.split(">", -1)) {
            List<Integer> marks = new ArrayList<>();
            for (String mark : rank.isEmpty() ? new String[0] : rank.split("=", -1)) {
                marks.add(mark.equals("!") ? MarkedBallot.OVERVOTE : Integer.valueOf(mark));
            }
            ranks.add(marks);
        }
        return new MarkedBallot(ranks);
    }

    @Test
    void namesAcrossKeepEveryMistake() {
        RankLabels labels = new RankLabels("overvote", "undervote", "UWI", false, "|", false, false);
        MarkedBallots read = MarkedCsv.ranksAcross(THREE)
                .withLabels(labels)
                .read(stream("id,1,2,3\n1,I,overvote,Uri\n2,undervote,Uri|Ida,Ida\n3,Uri,Uri,UWI\n4,,,\n"));
        assertThat(read.candidates()).containsExactly("Ida", "Uri", "Noor", "Undeclared Write-ins");
        assertThat(read.excluded()).containsExactly(2);
        assertThat(read.findWriteIns()).contains(3);
        assertThat(read.ballots().keySet())
                .containsExactly(ballot("0>!>1"), ballot(">0=1>0"), MarkedBallot.of(1, 1, 3), ballot(""));
        assertThat(read.toProfile().ranking(0)).isEqualTo(Ranking.parse("0>>1"));
        assertThat(read.toProfile().ranking(1)).isEqualTo(Ranking.parse(">0=1"));
        assertThat(read.toProfile().ranking(2)).isEqualTo(Ranking.parse("1>3"));
        assertThat(read.toProfile().blankWeight()).isEqualTo(1);
    }

    @Test
    void ranksInCellsKeepEveryMistake() {
        MarkedBallots read = MarkedCsv.ranksInCells(THREE)
                .withFirstVote(1, 3)
                .read(stream("an election\nIda,Noor,Uri\n1,1,3\n,2\n"));
        assertThat(read.ballots().keySet()).containsExactly(ballot("0=2>>1"), ballot(">2"));
    }

    @Test
    void brokenTablesNameTheLine() {
        MarkedCsv across = MarkedCsv.ranksAcross(THREE);
        assertThatThrownBy(() -> across.read(stream("id,1\n1,Ida\n2,Ben\n")))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Line 3: There is no candidate \"Ben\".");
        assertThatThrownBy(() -> across.read(stream("")))
                .hasMessage("Line 1: The file ends. Expected the first ballot in row 2.");
        assertThatThrownBy(() -> across.read(stream("id,1\n1,Ida\n2,\"Ida\n3,Ida\n")))
                .isInstanceOf(FormatException.class)
                .hasMessage("Line 3: a quotation mark is never closed. Maybe the file was cut short.");
        MarkedCsv cells = MarkedCsv.ranksInCells(THREE);
        assertThatThrownBy(() -> cells.read(stream("id,Ida\n1,x\n"))).hasMessageStartingWith("Line 2: Found \"x\".");
        assertThatThrownBy(() -> cells.read(stream("id,Ida\n1,1,2\n"))).hasMessageStartingWith("Line 2: 3 cells.");
        assertThatThrownBy(() -> cells.read(stream("id\n1\n"))).hasMessageStartingWith("Line 1: There are 1 columns.");
        assertThatThrownBy(() -> cells.withFirstVote(1, 1)).hasMessageContaining("row below the names");
    }

    private static String record(String snapshots, String current) {
        return "{\"CurrentSnapshotId\":\"" + current + "\",\"CVRSnapshot\":[" + snapshots + "]}";
    }

    private static String snapshot(String id, String contest, String... marks) {
        return "{\"@id\":\"" + id + "\",\"CVRContest\":[{\"ContestId\":\"" + contest + "\",\"CVRContestSelection\":["
                + String.join(",", marks) + "]}]}";
    }

    private static String mark(String selection, int rank, String indication, String allocable) {
        return "{\"ContestSelectionId\":\"" + selection + "\",\"SelectionPosition\":[{\"HasIndication\":\"" + indication
                + "\",\"IsAllocable\":\"" + allocable + "\",\"Rank\":" + rank + "}]}";
    }

    private static String report(String... records) {
        return "{\"CVR\":[\n" + String.join(",\n", records) + "],\n\"Election\":[{\"Candidate\":["
                + "{\"@id\":\"k1\",\"Name\":\"I\"},{\"@id\":\"k2\",\"Name\":\"Uri\"}],\"Contest\":["
                + "{\"@id\":\"c1\",\"Name\":\"Chair\",\"ContestSelection\":["
                + "{\"@id\":\"s1\",\"CandidateIds\":[\"k1\"]},{\"@id\":\"s2\",\"CandidateIds\":[\"k2\"]},"
                + "{\"@id\":\"s3\",\"IsWriteIn\":true},{\"@id\":\"s4\",\"CandidateIds\":[\"k9\"]}]},"
                + "{\"@id\":\"c2\",\"Name\":\"Clerk\",\"ContestSelection\":[]}]}]}";
    }

    @Test
    void ofARecordTheCurrentSnapshotCountsAndOfThatTheMarksThatMayCount() {
        String text = report(
                record(
                        snapshot("old", "c1", mark("s2", 1, "yes", "yes")) + ","
                                + snapshot(
                                        "new",
                                        "c1",
                                        mark("s1", 2, "yes", "unknown"),
                                        mark("s2", 2, "yes", "yes"),
                                        mark("s2", 1, "no", "yes"),
                                        mark("s2", 3, "yes", "no"),
                                        mark("s3", 4, "yes", "yes")),
                        "new"),
                record(snapshot("x", "c2", mark("s9", 1, "yes", "yes")), "x"));
        MarkedBallots read = CommonDataFormat.of(THREE).withContest("Chair").read(stream(text));
        assertThat(read.ballots()).containsExactly(Map.entry(ballot(">0=1>>3"), 1L));
        assertThat(CommonDataFormat.of(THREE)
                        .withContest("c1")
                        .read(stream(text))
                        .ballots())
                .isEqualTo(read.ballots());
    }

    @Test
    void brokenReportsNameTheLine() {
        CommonDataFormat reader = CommonDataFormat.of(THREE).withContest("c1");
        String good = record(snapshot("x", "c1", mark("s1", 1, "yes", "yes")), "x");
        assertThatThrownBy(() -> reader.read(stream(report(good, record(snapshot("x", "c1"), "y")))))
                .hasMessageStartingWith("Line 3: 0 snapshots are current");
        assertThatThrownBy(() -> reader.read(stream(report(
                        good, record(snapshot("x", "c1", mark("s4", 1, "yes", "yes")), "x")))))
                .hasMessageStartingWith("Line 3: The selection \"s4\" is no candidate.");
        assertThatThrownBy(() ->
                        reader.read(stream(report(record(snapshot("x", "c1", mark("s7", 1, "yes", "yes")), "x")))))
                .hasMessageStartingWith("Line 2: The contest has no selection \"s7\".");
        assertThatThrownBy(() ->
                        reader.read(stream(report(record(snapshot("x", "c1", mark("s1", 0, "yes", "yes")), "x")))))
                .hasMessageStartingWith("Line 2: Found the rank \"0\".");
        assertThatThrownBy(() -> CommonDataFormat.of(THREE).read(stream(report(good))))
                .hasMessageStartingWith("The file has 2 contests.");
        assertThatThrownBy(() -> reader.withContest("Dean").read(stream(report(good))))
                .hasMessageStartingWith("Of the name \"Dean\" the file has 0 contests.");
        assertThatThrownBy(() -> reader.read(stream("{\"CVR\":[\n}"))).hasMessageStartingWith("Line 2: Not JSON");
        assertThatThrownBy(() -> reader.read(stream("[]"))).hasMessage("Line 1: Expected a JSON object.");
        assertThatThrownBy(() -> reader.read(stream("{}\n{}"))).hasMessageStartingWith("Line 2: There is more");
        assertThatThrownBy(() -> reader.read(stream("{\"a\":1e99999}"))).hasMessageStartingWith("Line 1: A number");
    }

    private static String config(String rules, String provider) {
        return "{\"outputSettings\":{\"contestName\":\"Chair\"},\"cvrFileSources\":[{\"filePath\":\"b.csv\",\"provider\":\""
                + provider + "\",\"firstVoteColumnIndex\":\"2\"}],\"candidates\":["
                + "{\"name\":\"Ida\",\"aliases\":[\"I\"],\"code\":\"7\"},{\"name\":\"Uri\",\"excluded\":false},"
                + "{\"name\":\"Noor\",\"excluded\":true}],\"rules\":{\"tiebreakMode\":\"useCandidateOrder\","
                + "\"overvoteRule\":\"exhaustImmediately\",\"winnerElectionMode\":\"bottomsUp\"," + rules + "}}";
    }

    @Test
    void aConfigurationIsReadAndItsElectionCounted() {
        RcTabConfig config = RcTabConfig.read(
                stream(config("\"numberOfWinners\":1,\"maxSkippedRanksAllowed\":\"unlimited\"", "ess")));
        assertThat(config.contest()).isEqualTo("Chair");
        assertThat(config.candidates().excluded()).containsExactly("Noor");
        assertThat(config.rules().mostSkipped()).isEqualTo(Integer.MAX_VALUE);
        assertThat(config.rules().mode()).isEqualTo(ElectionMode.BOTTOMS_UP);
        TabulationCount count =
                config.count(path -> stream("id,1,2,3\n1,Noor,,7\n2,I\n3,Uri\n".replace("b.csv", path)));
        assertThat(count.elected()).containsExactly("Ida");
        assertThat(count.why().claim()).isEqualTo("Elected: Ida.");
        assertThat(count.why().steps().get(0).claim()).isEqualTo("Round 1, threshold 2, eliminated: Uri.");
    }

    @Test
    void whatAConfigurationAsksInVainIsNamed() {
        assertThatThrownBy(() -> RcTabConfig.read(stream(config("\"a\":1", "dominion"))))
                .isInstanceOf(FormatException.class)
                .hasMessage("provider is \"dominion\". Expected cdf, ess or genericCsv.");
        assertThatThrownBy(() -> RcTabConfig.read(stream(config("\"numberOfWinners\":\"few\"", "ess"))))
                .hasMessage("numberOfWinners is \"few\". Expected a whole number.");
        assertThatThrownBy(() -> RcTabConfig.read(
                        stream(config("\"a\":1", "ess").replace("useCandidateOrder", "stopCountingAndAsk"))))
                .hasMessageContaining("asks a person");
        assertThatThrownBy(
                        () -> RcTabConfig.read(stream(config("\"a\":1", "ess").replace("useCandidateOrder", "coin"))))
                .hasMessageStartingWith("tiebreakMode is \"coin\". Expected one of useCandidateOrder");
        assertThatThrownBy(
                        () -> RcTabConfig.read(stream(config("\"a\":1", "ess").replace("exhaustImmediately", "share"))))
                .hasMessageStartingWith("overvoteRule is \"share\".");
        assertThatThrownBy(
                        () -> RcTabConfig.read(stream(config("\"a\":1", "ess").replace("bottomsUp", "meek"))))
                .hasMessageStartingWith("winnerElectionMode is \"meek\".");
        assertThatThrownBy(() -> RcTabConfig.read(stream(config("\"minimumVoteThreshold\":\"-1\"", "ess"))))
                .hasMessageStartingWith("minimumVoteThreshold is \"-1\".");
        assertThatThrownBy(() -> RcTabConfig.read(stream(config("\"decimalPlacesForVoteArithmetic\":12", "ess"))))
                .isInstanceOf(FormatException.class)
                .hasMessage("decimals is 12. Expected 0 to 9.");
        assertThatThrownBy(() -> RcTabConfig.read(
                        stream(config("\"randomSeed\":\"x\"", "ess").replace("useCandidateOrder", "random"))))
                .hasMessageStartingWith("randomSeed is \"x\".");
    }

    @Test
    void namesThatMeanTwoThingsAreRefused() {
        assertThatThrownBy(() -> new Candidates(List.of("Ida"), Map.of("I", "Uri"), Set.of()))
                .hasMessage("The alias \"I\" stands for \"Uri\", who is no candidate.");
        assertThatThrownBy(() -> new Candidates(List.of("Ida", "Uri"), Map.of("Uri", "Ida"), Set.of()))
                .hasMessageContaining("is the name of a candidate");
        assertThatThrownBy(() -> new Candidates(List.of("Ida"), Map.of(), Set.of("Uri")))
                .hasMessageContaining("excluded but no candidate");
        assertThatThrownBy(() -> Candidates.of(List.of(MarkedBallots.UNDECLARED_WRITE_INS)))
                .hasMessageContaining("has a meaning");
        assertThatThrownBy(() -> new MarkedBallot(List.of(List.of(-1, 0)))).hasMessageContaining("Rank 1");
        assertThatThrownBy(() -> MarkedBallots.builder(List.of("Ida")).add(MarkedBallot.of(1), 1))
                .hasMessage("There is no candidate 1. Expected 0 to 0.");
    }

    @Test
    void rulesThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> TabulationRules.builder().seats(2).build()).hasMessageContaining("MAJORITY fills one");
        assertThatThrownBy(() ->
                        TabulationRules.builder().overvotes(Overvotes.SHARE).build())
                .hasMessageContaining("InstantRunoff");
        assertThatThrownBy(() -> TabulationRules.builder()
                        .mode(ElectionMode.BOTTOMS_UP_TO_SHARE)
                        .share(Rational.of(15))
                        .build())
                .hasMessageContaining("hundredths");
        assertThatThrownBy(() -> TabulationRules.builder()
                        .mode(ElectionMode.ONE_A_ROUND)
                        .toTwo(true)
                        .build())
                .hasMessageContaining("toTwo");
        assertThatThrownBy(() -> TabulationRules.builder()
                        .mode(ElectionMode.BOTTOMS_UP)
                        .batches(true)
                        .build())
                .hasMessageContaining("batches");
        MarkedBallots none = MarkedBallots.builder(List.of("Ida"))
                .add(MarkedBallot.of(0), 1)
                .exclude(0)
                .build();
        assertThatThrownBy(() -> TabulationRules.builder().build().count(none)).hasMessageContaining("are excluded");
        MarkedBallots two = MarkedBallots.builder(List.of("Ida", "Uri"))
                .add(MarkedBallot.of(0), 2)
                .add(MarkedBallot.of(1), 2)
                .build();
        assertThatThrownBy(() -> TabulationRules.builder()
                        .leastVotes(Rational.of(3))
                        .build()
                        .count(two))
                .hasMessage("None of those left holds 3 votes. Maybe leastVotes is too many.");
    }

    /** Seven votes: Hare for two seats 3.5 or 4, Droop 2.34 or 3. */
    @Test
    void thresholdsAreThoseOfTheBooks() {
        assertThat(VoteThreshold.DECIMAL_HARE.of(700, 2, 100)).isEqualTo(350);
        assertThat(VoteThreshold.WHOLE_HARE.of(700, 2, 100)).isEqualTo(400);
        assertThat(VoteThreshold.DECIMAL_DROOP.of(700, 2, 100)).isEqualTo(234);
        assertThat(VoteThreshold.WHOLE_DROOP.of(700, 2, 100)).isEqualTo(300);
        assertThat(VoteThreshold.WHOLE_HARE.of(800, 2, 100)).isEqualTo(400);
        assertThat(VoteThreshold.WHOLE_DROOP.of(600, 2, 100)).isEqualTo(300);
    }

    /** Those under the least votes leave together: c and d with one vote each, then a has 4 of 6. */
    @Test
    void whoHoldsTooFewVotesLeavesAtOnce() {
        MarkedBallots ballots = MarkedBallots.builder(List.of("a", "b", "c", "d"))
                .add(MarkedBallot.of(0), 2)
                .add(MarkedBallot.of(1), 2)
                .add(MarkedBallot.of(2, 0), 1)
                .add(MarkedBallot.of(3, 0), 1)
                .build();
        TabulationCount count =
                TabulationRules.builder().leastVotes(Rational.of(2)).build().count(ballots);
        assertThat(count.passes().get(0).rounds().get(0).eliminated()).containsExactly("c", "d");
        assertThat(count.elected()).containsExactly("a");
        assertThat(count.passes().get(0).rounds()).hasSize(2);
    }

    /**
     * The threshold of the first round, 11 of 20, is out of reach at the end: a has 8, b and c have 3 each, together fewer.
     * As a batch they would leave a alone; so that two are left to show, c leaves by itself.
     */
    @Test
    void aBatchLeavesTwoToShow() {
        MarkedBallots.Builder ballots = MarkedBallots.builder(List.of("a", "b", "c", "d", "e", "f"));
        long[] votes = {8, 3, 3, 2, 2, 2};
        for (int x = 0; x < votes.length; x++) {
            ballots.add(MarkedBallot.of(x), votes[x]);
        }
        List<TabulationRound> rounds = TabulationRules.builder()
                .batches(true)
                .toTwo(true)
                .fixedByFirstRound(true)
                .build()
                .count(ballots.build())
                .passes()
                .get(0)
                .rounds();
        assertThat(rounds.stream().map(round -> String.join(" ", round.eliminated())))
                .containsExactly("f", "e", "d", "c", "");
        assertThat(rounds.get(4).tallies().keySet()).containsExactly("a", "b");
        assertThat(rounds.get(4).elected()).containsExactly("a");
        assertThat(rounds.get(4).inactive().votes(InactiveReason.EXHAUSTED_CHOICES))
                .isEqualTo(Rational.of(9));
    }
}
