package org.iltlib.choice.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.choice.SharedFiles.field;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.SharedFiles;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.format.Blt;
import org.iltlib.choice.format.RankedElection;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/** Expected values: the test instances of abcvoting 2026-02, the official GNOME result, and stv-rs transcripts. */
class SharedCommitteesTest {
    @Test
    void everyAbcvotingInstanceIsCountedToAllItsTiedCommittees() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int counted = 0;
        int drawn = 0;
        for (Node instance : ((Node.Items) SharedFiles.any("abcvoting/instances.json")).values()) {
            int n = number(field(instance, "candidates"));
            int seats = number(field(instance, "seats"));
            ApprovalProfile.Builder builder = ApprovalProfile.builder(
                    IntStream.range(0, n).mapToObj(String::valueOf).toList());
            items(field(instance, "approvals")).forEach(set -> builder.add(1, numbers(set)));
            ApprovalProfile profile = builder.build();
            Node committees = field(instance, "committees");
            if (((Node.Fields) committees).find("rsd").isPresent()) {
                drawn++;
                softly.assertThat(CommitteeRules.randomSerialDictator(drawn)
                                .count(profile, seats)
                                .first())
                        .hasSize(seats);
            }
            for (CommitteeRule rule : CommitteeRules.all()) {
                Node expected = ((Node.Fields) committees).find(rule.ruleName()).orElse(new Node.Nothing());
                if (expected instanceof Node.Fields one) {
                    counted++;
                    List<List<Integer>> ours = rule.equals(CommitteeRules.GREEDY_MONROE)
                            ? List.of(greedyMonroe(n, seats, items(field(instance, "approvals"))))
                            : rule.count(profile, seats).committees();
                    softly.assertThat(items(field(one, "resolute")).stream()
                                    .map(SharedCommitteesTest::numbers)
                                    .toList())
                            .as(field(instance, "id") + " " + rule.ruleName())
                            .containsAnyElementsOf(ours);
                }
                if (expected instanceof Node.Items list) {
                    counted++;
                    CommitteeCount count = rule.count(profile, seats);
                    softly.assertThat(new HashSet<>(count.committees()))
                            .as(field(instance, "id") + " " + rule.ruleName())
                            .isEqualTo(new HashSet<>(list.values().stream()
                                    .map(SharedCommitteesTest::numbers)
                                    .toList()));
                    if (rule.equals(CommitteeRules.PAV) || rule.equals(CommitteeRules.EQUAL_SHARES)) {
                        count.committees()
                                .forEach(committee -> softly.assertThat(
                                                Representation.findUnderrepresented(profile, committee))
                                        .isEmpty());
                    }
                }
            }
        }
        softly.assertAll();
        // 27 rules on 120 instances, without the 74 for which no result of leximaxphragmen is published; and rsd.
        assertThat(counted).isEqualTo(27 * 120 - 74);
        assertThat(drawn).isEqualTo(120);
    }

    @Test
    void theScottishRuleElectsTheOfficialBoard() throws IOException {
        RankedElection gnome;
        try (InputStream in = SharedFiles.open("ballots/gnome_26.blt")) {
            gnome = Blt.read(in);
        }
        List<String> expected =
                items(field(field(SharedFiles.json("ballots/expected.json"), "gnome_26"), "elected")).stream()
                        .map(name -> ((Node.Text) name).value())
                        .toList();
        assertThat(TransferableVote.scottish()
                        .count(gnome.profile(), gnome.seats())
                        .electedNames())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(TransferableVote.inclusiveGregory(6)
                        .count(gnome.profile(), gnome.seats())
                        .electedNames())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The transcript rounds piles where we round papers, as the rule says: they differ by one unit of the last place. */
    @Test
    void meekEndsWithTheTalliesOfTheTranscript() throws IOException {
        RankedElection election;
        try (InputStream in = SharedFiles.open("stv-rs/ballots/vegetables.blt")) {
            election = Blt.read(in);
        }
        SeatCount count = Meek.withDefaults().count(election.profile(), election.seats(), election.withdrawn());
        assertThat(count.electedNames()).containsExactly("Grape", "Hazelnut", "Jalapeno", "Eggplant");
        List<Rational> last = count.rounds().get(count.rounds().size() - 1).tallies();
        List<String> expected = List.of("9", "7.000000631", "7.000000712", "7.000000798");
        List<Integer> who = List.of(4, 6, 7, 8);
        for (int i = 0; i < 4; i++) {
            Rational gap = last.get(who.get(i)).minus(Rational.parse(expected.get(i)));
            assertThat(gap.times(gap)).isLessThanOrEqualTo(Rational.parse("0.000000000000000004"));
        }
    }

    @Test
    void twoSeatsAreNeverGivenToThreeAndNoVoteIsMade() throws IOException {
        RankedElection election;
        try (InputStream in = SharedFiles.open("ballots/fourteen-two-seats.blt")) {
            election = Blt.read(in);
        }
        for (SeatCount count : List.of(
                TransferableVote.scottish().count(election.profile(), 2),
                TransferableVote.scottish()
                        .withTies(TieChain.of(TieBreaks.order(List.of(3, 1, 2, 0))))
                        .count(election.profile(), 2),
                Meek.withDefaults().withTies(TieChain.of(TieBreaks.lot("s"))).count(election.profile(), 2))) {
            assertThat(count.elected()).hasSize(2);
            for (CountRound round : count.rounds()) {
                assertThat(round.tallies().stream().reduce(round.exhausted(), Rational::plus))
                        .isEqualTo(Rational.of(14));
                assertThat(round.exhausted().signum()).isNotNegative();
            }
        }
        // A tie of the lowest, A and D: without A, B and C are elected; without D, C and A.
        assertThat(TransferableVote.scottish()
                        .withTies(TieChain.of(TieBreaks.order(List.of(3, 1, 2, 0))))
                        .count(election.profile(), 2)
                        .elected())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(TransferableVote.scottish().count(election.profile(), 2).elected())
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        Profile tied =
                Profile.builder(List.of("a", "b")).add(Ranking.parse("0=1"), 1).build();
        Profile half = Profile.builder(List.of("a", "b"))
                .add(Ranking.of(0), Rational.of(1, 2))
                .build();
        assertThatThrownBy(() -> TransferableVote.scottish().count(tied, 1)).hasMessageContaining("strict orders");
        assertThatThrownBy(() -> TransferableVote.scottish().count(half, 1)).hasMessageContaining("whole ballots");
        assertThatThrownBy(() -> TransferableVote.inclusiveGregory(10)).hasMessageContaining("0 to 9");
        assertThatThrownBy(() -> TransferableVote.scottish().count(tied, 3)).hasMessageContaining("seats is 3");
        ApprovalProfile approvals =
                ApprovalProfile.builder(List.of("a", "b")).add(2, List.of(0)).build();
        assertThatThrownBy(() -> CommitteeRules.AV.count(approvals, 0)).hasMessageContaining("seats is 0");
        assertThat(Representation.findUnjustified(approvals, List.of(1))).contains(new Representation.Group(0, 2, 1));
        assertThat(CommitteeRules.AV.count(approvals, 1).first()).containsExactly(0);
        assertThat(CommitteeRules.findByName("pav")).contains(CommitteeRules.PAV);
        assertThatThrownBy(() -> ApprovalProfile.builder(List.of("a")).add(1, List.of(1)))
                .hasMessageContaining("no alternative 1");
    }

    /**
     * Greedy Monroe takes voters in their order, and a profile brings voters with the same ballot together. So every voter
     * gets an alternative of their own behind the others: it is taken only when nobody is left who approves another, and
     * then the places go by the order of alternatives.
     */
    private static List<Integer> greedyMonroe(int n, int seats, List<Node> approvals) {
        ApprovalProfile.Builder apart = ApprovalProfile.builder(IntStream.range(0, n + approvals.size())
                .mapToObj(String::valueOf)
                .toList());
        for (int v = 0; v < approvals.size(); v++) {
            List<Integer> ballot = new ArrayList<>(numbers(approvals.get(v)));
            ballot.add(n + v);
            apart.add(1, ballot);
        }
        TreeSet<Integer> committee = new TreeSet<>(
                CommitteeRules.GREEDY_MONROE.count(apart.build(), seats).first());
        committee.removeIf(x -> x >= n);
        for (int x = 0; committee.size() < seats; x++) {
            committee.add(x);
        }
        return List.copyOf(committee);
    }

    private static List<Node> items(Node node) {
        return ((Node.Items) node).values();
    }

    private static int number(Node node) {
        return ((Node.Numeral) node).value().intValueExact();
    }

    private static List<Integer> numbers(Node node) {
        return items(node).stream().map(SharedCommitteesTest::number).sorted().toList();
    }
}
