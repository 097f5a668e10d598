package org.iltlib.decision.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Outcome.Status.ADOPTED;
import static org.iltlib.decision.vote.Outcome.Status.INVALID;
import static org.iltlib.decision.vote.Outcome.Status.NEEDS_ROUND;
import static org.iltlib.decision.vote.Outcome.Status.NO_QUORUM;
import static org.iltlib.decision.vote.Outcome.Status.REJECTED;
import static org.iltlib.decision.vote.Outcome.Status.TIED;
import static org.iltlib.decision.vote.TruthTable.holds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.budget.BudgetRules;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.InstantRunoff;
import org.iltlib.choice.single.Overvotes;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.decision.Option;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Papers;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;

/** Each table follows by hand from the rule. The words are those of Papers. */
class OptionTablesTest {
    private static final List<String> ABC = List.of("a", "b", "c");
    private static final List<Option> OPTIONS = List.of(Option.of("a", "A"), Option.of("b", "B"), Option.of("c", "C"));

    private static VotingContext ties(TiePolicy... policies) {
        return CONTEXT.toBuilder().addTies(policies).build();
    }

    @Test
    void pluralityOfOptions() {
        holds(
                RankedChoice.of(OPTIONS, SingleWinnerRules.PLURALITY),
                CONTEXT,
                EnumSet.of(ADOPTED, TIED, REJECTED, NO_QUORUM, INVALID),
                """
                a a b c            | ADOPTED   | [a] | Adopted by ranked choice (plurality of 3 options): a.
                a a b b c          | TIED      | []  | tied: a, b.
                a>b b abstain b=a  | TIED      | []  | tied: a, b.
                a d>a c>d          | ADOPTED   | [a] | Illegal: the ballot of p-001 names d, which is no option.
                abstain -          | REJECTED  | []  | no votes counted
                yes yes            | REJECTED  | []  | the position is not one of ranked choice
                a x x              | NO_QUORUM | []  | 1 present, 2 needed
                ~a                 | INVALID   | []  | Nobody is entitled
                """);
    }

    /** Condorcet's cycle of three, and five in a cycle: a over b 3 to 2, b over c 4 to 1, c over a 3 to 2; a and b reach each other by 3. */
    @Test
    void schulzeWithMeasuresAndWithoutThem() {
        RankedChoice plain = RankedChoice.of(OPTIONS, SingleWinnerRules.SCHULZE_WINNING);
        RankedChoice measured = new RankedChoice(
                ABC, SingleWinnerRules.SCHULZE_WINNING, List.of(TieMeasure.HEAD_TO_HEAD, TieMeasure.FIRST_PREFERENCES));
        holds(plain, CONTEXT, EnumSet.of(ADOPTED, TIED), """
                3*a>b>c 2*b>c>a             | ADOPTED | [a] | schulze-winning-votes
                a>b>c b>c>a c>a>b           | TIED    | []  | tied: a, b, c.
                2*a>b>c 2*b>c>a c>a>b       | TIED    | []  | tied: a, b.
                """);
        assertThat(measured.name()).endsWith("ties by head to head, then first preferences)");
        holds(measured, CONTEXT, EnumSet.of(ADOPTED, TIED), """
                a>b>c b>c>a c>a>b           | TIED    | []  | not separated
                a=b                         | TIED    | []  | tied: a, b.
                a=b a=b a=b>c               | TIED    | []  | tied: a, b.
                a>b b>a a=c>b b=c>a         | TIED    | []  | tied: a, b.
                2*a>b>c 2*b>c>a c>a>b       | ADOPTED | [a] | separated by head to head
                """);
    }

    @Test
    void aTieGoesToThePoliciesOfTheRoomAndThePathIsTold() {
        RankedChoice plain = RankedChoice.of(OPTIONS, SingleWinnerRules.BORDA);
        Papers tied = Papers.of("P/a>b>c b>a>c", CONTEXT);
        VotingContext chaired = ties(TiePolicy.statusQuo(), TiePolicy.castingVote(Office.PRINCIPAL));
        Outcome none = plain.decide(tied.ballots(), tied.roll(), chaired);
        assertThat(none.status()).isEqualTo(TIED);
        assertThat(none.tiePath())
                .containsExactly(
                        "status quo: it is not one of the tied", "casting vote of the principal: p-000 cast none");
        List<Ballot> cast = new ArrayList<>(tied.ballots());
        cast.add(Ballot.of(person(0), chaired, Position.ranking("b", "a")).toBuilder()
                .casting(true)
                .build());
        Outcome broken = plain.decide(cast, tied.roll(), chaired);
        assertThat(broken.chosen()).containsExactly("b");
        assertThat(broken.tiePath()).last().isEqualTo("casting vote of the principal: b");
    }

    @Test
    void aLotFromCommittedSeedsSettlesATieTheSameWayInEveryOrderOfOptions() {
        TiePolicy.Lot lot =
                TiePolicy.lot(TieBreaks.commitment("snow on Tuesday")).withSeeds("snow on Tuesday");
        Papers tied = Papers.of("a>b>c b>a>c", CONTEXT);
        String winner = new RankedChoice(ABC, SingleWinnerRules.BORDA, List.of())
                .decide(tied.ballots(), tied.roll(), ties(lot))
                .chosen()
                .get(0);
        assertThat(new RankedChoice(List.of("c", "b", "a"), SingleWinnerRules.BORDA, List.of())
                        .decide(tied.ballots(), tied.roll(), ties(lot))
                        .chosen())
                .containsExactly(winner);
        assertThat(List.of("a", "b")).contains(winner);
    }

    @Test
    void aRuleThatCannotCountSuchBallotsSaysSo() {
        holds(RankedChoice.of(OPTIONS, SingleWinnerRules.BORDA_COMPLETE), CONTEXT, EnumSet.of(ADOPTED, INVALID), """
                a>b>c b>a>c a>c>b | ADOPTED | [a] | : a.
                a>b>c b           | INVALID | []  | the rule cannot count such ballots
                """);
    }

    @Test
    void scores() {
        holds(
                ScoredChoice.of(OPTIONS, GradeRules.SCORE, 5),
                CONTEXT,
                EnumSet.of(ADOPTED, TIED, REJECTED, NO_QUORUM, INVALID),
                """
                a:5,b:1 b:3        | ADOPTED   | [a] | : a.
                a:5 b:5            | TIED      | []  | tied: a, b.
                a:6 b:1            | ADOPTED   | [b] | the position is not one of scored choice
                a:5,d:1 b:1        | ADOPTED   | [b] | Illegal: the ballot of p-000 names d, which is no option.
                a:0 abstain        | REJECTED  | []  | nothing has a score above 0
                {a} a:1            | ADOPTED   | [a] | the position is not one of
                a:1 x x            | NO_QUORUM | []  | 1 present, 2 needed
                ~a:1               | INVALID   | []  | Nobody is entitled
                """);
        holds(ScoredChoice.of(OPTIONS, GradeRules.APPROVAL, 1), CONTEXT, EnumSet.of(ADOPTED, REJECTED), """
                {a,b} {b} c:1      | ADOPTED  | [b] | : b.
                {} {}              | REJECTED | []  | nothing has a score above 0
                """);
        holds(
                ScoredChoice.of(OPTIONS, GradeRules.MAJORITY_JUDGMENT, 5),
                CONTEXT,
                EnumSet.of(ADOPTED),
                "a:5 a:4,b:3 b:3,a:0 | ADOPTED | [a] | majority-judgment");
    }

    @Test
    void committees() {
        holds(
                CommitteeChoice.of(OPTIONS, CommitteeRules.AV, 2),
                CONTEXT,
                EnumSet.of(ADOPTED, TIED, REJECTED, NO_QUORUM, INVALID),
                """
                {a,b} {a,b} {c}       | ADOPTED   | [a, b] | : a, b.
                {a,b} {a,c}           | TIED      | [a]    | a; tied: b, c.
                {a} {a}               | ADOPTED   | [a]    | 1 approved, 2 places
                {} {} abstain         | REJECTED  | []     | nothing is approved
                {a,d} {b}             | ADOPTED   | [b]    | Illegal: the ballot of p-000 names d
                {a} x x               | NO_QUORUM | []     | 1 present, 2 needed
                ~{a}                  | INVALID   | []     | Nobody is entitled
                """);
        assertThatThrownBy(() -> CommitteeChoice.of(OPTIONS, CommitteeRules.AV, 3))
                .hasMessageContaining("fewer than the 3 options");
    }

    /** Four approve a and b, two c and d, one c: 4 · 3/2 + 3 = 9 with a, b, c; every other three has less. */
    @Test
    void aCommitteeIsAsProportionalAsItsRule() {
        List<String> abcd = List.of("a", "b", "c", "d");
        holds(
                new CommitteeChoice(abcd, CommitteeRules.PAV, 3),
                CONTEXT,
                EnumSet.of(ADOPTED),
                "4*{a,b} 2*{c,d} 1*{c} | ADOPTED | [a, b, c] | pav");
        TiePolicy.Lot lot = TiePolicy.lot(TieBreaks.commitment("x")).withSeeds("x");
        Papers tied = Papers.of("{a,b} {a,c}", CONTEXT);
        Outcome outcome =
                new CommitteeChoice(abcd, CommitteeRules.AV, 2).decide(tied.ballots(), tied.roll(), ties(lot));
        assertThat(outcome.status()).isEqualTo(ADOPTED);
        assertThat(outcome.chosen()).contains("a").hasSize(2);
        assertThat(outcome.tiePath()).hasSize(1);
    }

    /** Quota of five ballots and two places: 2. a and b have two each; c's ballot decides nothing. */
    @Test
    void seats() {
        holds(
                SeatChoice.of(OPTIONS, SeatRule.SCOTTISH_STV, 2),
                CONTEXT,
                EnumSet.of(ADOPTED, TIED, REJECTED, NO_QUORUM, INVALID),
                """
                2*a>c 2*b c          | ADOPTED   | [a, b] | Elected: a, b
                3*a>c b c            | ADOPTED   | [a, c] | Elected: a, c
                a b c                | TIED      | []     | Ties: every order of the options gives 3 outcomes
                a=b a                | TIED      | [a]    | the position is not one of
                abstain              | REJECTED  | []     | no votes counted
                a x x                | NO_QUORUM | []     | 1 present, 2 needed
                ~a                   | INVALID   | []     | Nobody is entitled
                """);
        holds(
                SeatChoice.of(OPTIONS, SeatRule.MEEK, 2),
                CONTEXT,
                EnumSet.of(ADOPTED),
                "2*a=b 2*b=a c | ADOPTED | [a, b] | meek");
        assertThat(SeatRule.findByName("warren")).contains(SeatRule.WARREN);
        assertThat(SeatRule.WARREN.isStrict()).isTrue();
        Papers weighted = Papers.of("a>b b>a", CONTEXT);
        assertThat(SeatChoice.of(OPTIONS, SeatRule.WARREN, 1)
                        .decide(
                                weighted.ballots(),
                                weighted.roll().withWeights(Map.of(person(0), Rational.of(3, 2))),
                                CONTEXT)
                        .explanation()
                        .claim())
                .contains("the rule counts heads");
    }

    @Test
    void manyOptionsWithATieInTheirOrderStayTied() {
        List<String> seven = List.of("a", "b", "c", "d", "e", "f", "g");
        holds(new SeatChoice(seven, SeatRule.SCOTTISH_STV, 1), CONTEXT, EnumSet.of(ADOPTED, TIED), """
                a b                  | TIED    | []  | are left to the order of options, which settles nothing
                2*a b                | ADOPTED | [a] | Elected: a
                """);
    }

    @Test
    void budgets() {
        BudgetChoice rule = new BudgetChoice(
                Map.of("a", new BigDecimal("3.0"), "b", new BigDecimal("2"), "c", new BigDecimal("2")),
                new BigDecimal("5"),
                BudgetRules.GREEDY);
        holds(
                rule,
                CONTEXT,
                EnumSet.of(ADOPTED, TIED, REJECTED, NO_QUORUM, INVALID),
                """
                {a,b} {a,b} {c}     | TIED      | [a, b] | never
                """.replace("TIED      | [a, b] | never", "ADOPTED   | [a, b] | Cost: 5 of 5") + """
                {a} {a,b,c}         | TIED      | [a]    | a; tied: b, c.
                b:1 c:5             | ADOPTED   | [c, b] | Cost: 4 of 5
                {b} {c}             | ADOPTED   | [b, c] | Cost: 4 of 5
                {} abstain          | REJECTED  | []     | nobody supports anything
                {a,z} {b}           | ADOPTED   | [b]    | Illegal: the ballot of p-000 names z
                {a} x x             | NO_QUORUM | []     | 1 present, 2 needed
                ~{a}                | INVALID   | []     | Nobody is entitled
                """);
        holds(
                new BudgetChoice(rule.costs(), BigDecimal.ONE, BudgetRules.GREEDY),
                CONTEXT,
                EnumSet.of(REJECTED),
                "{a} {b} | REJECTED | [] | nothing is bought");
        TiePolicy.Lot lot = TiePolicy.lot(TieBreaks.commitment("x")).withSeeds("x");
        Papers tied = Papers.of("{a} {a,b,c}", CONTEXT);
        Outcome drawn = rule.decide(tied.ballots(), tied.roll(), ties(lot));
        assertThat(drawn.chosen()).contains("a").hasSize(2);
        assertThat(drawn.explanation().toString()).contains("Ties: settled by lot.");
        assertThatThrownBy(() -> new BudgetChoice(
                        Map.of("a", BigDecimal.ZERO, "b", BigDecimal.ONE), BigDecimal.ONE, BudgetRules.GREEDY))
                .hasMessageContaining("The cost of a is 0");
    }

    @Test
    void aRuleThatItsNameDoesNotTellIsNotWritten() {
        RankedChoice own =
                new RankedChoice(ABC, InstantRunoff.withDefaults().withOvervotes(Overvotes.EXHAUST), List.of());
        assertThatThrownBy(() -> RankedChoice.FORM.write(own))
                .hasMessageContaining("The rule irv is not the standard one of that name");
        RankedChoice irv = RankedChoice.of(OPTIONS, SingleWinnerRules.IRV);
        assertThat(RankedChoice.FORM.read(RankedChoice.FORM.write(irv))).isEqualTo(irv);
        assertThatThrownBy(() -> new RankedChoice(List.of("a"), SingleWinnerRules.IRV, List.of()))
                .hasMessageContaining("Expected at least 2");
    }

    @Test
    void dots() {
        holds(
                DotVoting.of(OPTIONS, 3, 1),
                CONTEXT,
                EnumSet.of(ADOPTED, NEEDS_ROUND, REJECTED, NO_QUORUM, INVALID),
                """
                .a:2,b:1 .a:1       | ADOPTED     | [a] | Dots: a 3, b 1
                .a:1 .b:1           | NEEDS_ROUND | []  | Tie at the cut
                .z:1 .b:1           | ADOPTED     | [b] | Illegal: the ballot of p-000 names z
                . .                 | REJECTED    | []  | no dots were placed
                .a:1 x x            | NO_QUORUM   | []  | 1 present, 2 needed
                ~.a:1               | INVALID     | []  | Nobody is entitled
                """);
    }

    private static final CriteriaChoice IMPACT_EFFORT = CriteriaChoice.builder()
            .addOptions("phonics", "tutoring")
            .addCriteria(Criterion.of("impact", Rational.of(2)), Criterion.cost("effort", Rational.ONE))
            .build();

    private static Outcome marks(CriteriaChoice rule, List<Map<String, Map<String, Integer>>> each) {
        List<Ballot> ballots = new ArrayList<>();
        each.forEach(given -> ballots.add(Ballot.of(person(ballots.size()), CONTEXT, Position.marks(given))));
        return rule.decide(ballots, org.iltlib.decision.vote.Members.roll(each.size()), CONTEXT);
    }

    /** Tutoring 2 · 5 − 4 = 6, phonics 2 · 4 − 3 = 5; with impact at 1 both are at 1. */
    @Test
    void impactAndEffort() {
        Outcome outcome = marks(
                IMPACT_EFFORT,
                List.of(Map.of(
                        "tutoring", Map.of("impact", 5, "effort", 4), "phonics", Map.of("impact", 4, "effort", 3))));
        assertThat(outcome.chosen()).containsExactly("tutoring");
        assertThat(outcome.explanation().toString())
                .contains(
                        "tutoring: + 2 × 5 − 1 × 4 = 6.",
                        "phonics: + 2 × 4 − 1 × 3 = 5.",
                        "Sensitivity: the weight of impact changed by -1 brings phonics level with tutoring.");
    }

    /** Impact 4 and 5, mean 9/2; 9 − 4 = 5: level with phonics. */
    @Test
    void levelTotalsAreTiedAndMissingMarksAskedFor() {
        Map<String, Map<String, Integer>> first =
                Map.of("tutoring", Map.of("impact", 5, "effort", 4), "phonics", Map.of("impact", 4, "effort", 3));
        Outcome tied = marks(IMPACT_EFFORT, List.of(first, Map.of("tutoring", Map.of("impact", 4))));
        assertThat(tied.status()).isEqualTo(TIED);
        assertThat(tied.tied()).containsExactly("phonics", "tutoring");
        assertThat(tied.explanation().toString()).contains("+ 2 × 9/2 − 1 × 4 = 5.", "Sensitivity: no change");
        Outcome missing = marks(IMPACT_EFFORT, List.of(Map.of("tutoring", Map.of("impact", 4))));
        assertThat(missing.status()).isEqualTo(NEEDS_ROUND);
        assertThat(missing.explanation().claim()).contains("nobody marked phonics on impact");
        Outcome beyond = marks(IMPACT_EFFORT, List.of(Map.of("tutoring", Map.of("impact", 6)), first));
        assertThat(beyond.leftOut()).hasSize(1);
        assertThat(beyond.chosen()).containsExactly("tutoring");
        holds(IMPACT_EFFORT, CONTEXT, EnumSet.of(REJECTED, NO_QUORUM, INVALID), """
                abstain -   | REJECTED  | [] | no votes counted
                yes x x     | NO_QUORUM | [] | 1 present, 2 needed
                ~yes        | INVALID   | [] | Nobody is entitled
                """);
    }

    @Test
    void severalPlacesAreFilledFromTheTop() {
        CriteriaChoice two = CriteriaChoice.builder()
                .addOptions("a", "b", "c", "d")
                .addCriteria(Criterion.of("impact", Rational.ONE))
                .places(2)
                .build();
        Map<String, Map<String, Integer>> levels = Map.of(
                "a", Map.of("impact", 5), "b", Map.of("impact", 3), "c", Map.of("impact", 3), "d", Map.of("impact", 1));
        Outcome tied = marks(two, List.of(levels));
        assertThat(tied.chosen()).containsExactly("a");
        assertThat(tied.tied()).containsExactly("b", "c");
        Outcome three = marks(two.toBuilder().places(3).build(), List.of(levels));
        assertThat(three.chosen()).containsExactly("a", "b", "c");
    }

    /** Against a search over steps of 1/12: no smaller change of one weight gives second place the lead. */
    @Test
    void theSmallestShiftIsTheSmallest() {
        Rational step = Rational.of(1, 12);
        for (int marks = 0; marks < 625; marks++) {
            Map<String, Map<String, Rational>> cells = Map.of(
                    "a", Map.of("x", Rational.of(marks % 5), "y", Rational.of(marks / 5 % 5)),
                    "b", Map.of("x", Rational.of(marks / 25 % 5), "y", Rational.of(marks / 125)));
            CriteriaMatrix matrix = new CriteriaMatrix(
                    List.of(Criterion.of("x", Rational.of(3)), Criterion.cost("y", Rational.of(2))), cells);
            List<String> order = List.copyOf(matrix.totals().keySet());
            Rational lead = matrix.total(order.get(0)).minus(matrix.total(order.get(1)));
            int found = 0;
            for (int k = 1; k <= 12 * 20 && found == 0 && lead.signum() > 0; k++) {
                for (String name : List.of("x", "y")) {
                    for (int sign : new int[] {-1, 1}) {
                        Rational x =
                                Rational.of(3).plus(name.equals("x") ? step.times((long) sign * k) : Rational.ZERO);
                        Rational y =
                                Rational.of(2).plus(name.equals("y") ? step.times((long) sign * k) : Rational.ZERO);
                        if (x.signum() >= 0 && y.signum() >= 0) {
                            Rational now = value(cells.getOrDefault(order.get(0), Map.of()), x, y)
                                    .minus(value(cells.getOrDefault(order.get(1), Map.of()), x, y));
                            found = now.signum() <= 0 ? k : found;
                        }
                    }
                }
            }
            int steps = found;
            assertThat(matrix.findShift().isPresent()).as("%s", cells).isEqualTo(steps > 0);
            matrix.findShift().ifPresent(shift -> {
                Rational size = shift.change().signum() < 0 ? shift.change().negate() : shift.change();
                assertThat(size.compareTo(step.times(steps)) <= 0 && size.compareTo(step.times(steps - 1)) > 0)
                        .as("%s: %s", cells, shift)
                        .isTrue();
            });
        }
    }

    private static Rational value(Map<String, Rational> marks, Rational x, Rational y) {
        return marks.getOrDefault("x", Rational.ZERO)
                .times(x)
                .minus(marks.getOrDefault("y", Rational.ZERO).times(y));
    }

    @Test
    void matricesAreWhole() {
        List<Criterion> one = List.of(Criterion.of("x", Rational.ONE));
        assertThatThrownBy(() -> new CriteriaMatrix(one, Map.of("a", Map.of())))
                .hasMessageContaining("a has marks on []. Expected them on [x]");
        assertThatThrownBy(() -> Criterion.of("x", Rational.ZERO)).hasMessageContaining("The weight of x is 0");
        assertThat(new CriteriaMatrix(one, Map.of("a", Map.of("x", Rational.ONE))).findShift())
                .isEmpty();
    }
}
