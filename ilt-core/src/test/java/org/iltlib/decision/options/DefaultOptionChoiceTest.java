package org.iltlib.decision.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Outcome.Status.ADOPTED;
import static org.iltlib.decision.vote.Outcome.Status.INVALID;
import static org.iltlib.decision.vote.Outcome.Status.NO_QUORUM;
import static org.iltlib.decision.vote.Outcome.Status.REJECTED;
import static org.iltlib.decision.vote.Outcome.Status.TIED;
import static org.iltlib.decision.vote.TruthTable.holds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Papers;
import org.iltlib.decision.vote.TiePolicy;
import org.junit.jupiter.api.Test;

/** The text of the Debian Constitution 1.9, A.4 and A.5; hand-made cases; and a plain second implementation. */
class DefaultOptionChoiceTest {
    private static final DefaultOptionChoice PLAIN = DefaultOptionChoice.builder()
            .addOptions("a", "b", "c", "d")
            .defaultOption("d")
            .build();

    @Test
    void theDefaultStandsForUnacceptable() {
        holds(PLAIN, CONTEXT, EnumSet.of(ADOPTED, REJECTED, TIED, NO_QUORUM, INVALID), """
                3*a>b>d 2*b>a>d          | ADOPTED   | [a] | Acceptability of a: 5 above the default, 0 below; quorum 0, ratio 1: kept.
                2*a>d 3*d>a              | REJECTED  | []  | the default option, d, wins
                2*a>d 2*d>a              | REJECTED  | []  | Acceptability of a: 2 above the default, 2 below; quorum 0, ratio 1: dropped, not enough above.
                a=b                      | TIED      | []  | tied: a, b.
                abstain abstain          | REJECTED  | []  | the default option, d, wins
                e>a a                    | ADOPTED   | [a] | Illegal: the ballot of p-000 names e, which is no option.
                a x x                    | NO_QUORUM | []  | 1 present, 2 needed
                ~a                       | INVALID   | []  | Nobody is entitled
                """);
    }

    /** N = 0 below the default: V(A,D) ≥ 0 holds for nobody voting; the strict half of A.5.3.2 forbids it. */
    @Test
    void nothingPassesByNobodyCaring() {
        holds(PLAIN, CONTEXT, EnumSet.of(REJECTED), "a=d b=d | REJECTED | [] | dropped, not enough above");
        holds(
                PLAIN.toBuilder().putRatios("a", Rational.of(3)).build(),
                CONTEXT,
                EnumSet.of(REJECTED),
                "a=b=c=d a=d | REJECTED | [] | Acceptability of a: 0 above the default, 0 below; quorum 0, ratio 3: dropped");
    }

    /** A.5.2: at least R votes above the default. */
    @Test
    void theQuorumIsOfBallotsAboveTheDefault() {
        DefaultOptionChoice three = PLAIN.toBuilder().quorum(3).build();
        holds(three, CONTEXT, EnumSet.of(ADOPTED, REJECTED), """
                3*a>d 2*d=a     | ADOPTED  | [a] | 3 above the default, 0 below; quorum 3, ratio 1: kept
                2*a>d 3*d=a     | REJECTED | []  | 2 above the default, 0 below; quorum 3, ratio 1: dropped, no quorum
                2*a>b>d 2*b>d>a | ADOPTED  | [b] | Acceptability of b: 4 above
                """);
    }

    /** A.5.3: a supermajority of 3:1 is V(A,D) ≥ 3 · V(D,A): reached by 3 to 1, not by 5 to 2. */
    @Test
    void theMajorityRatioIsReachedExactly() {
        DefaultOptionChoice ratio =
                PLAIN.toBuilder().putRatios("a", Rational.of(3)).build();
        holds(ratio, CONTEXT, EnumSet.of(ADOPTED, REJECTED), """
                3*a>d d>a         | ADOPTED  | [a] | 3 above the default, 1 below; quorum 0, ratio 3: kept
                5*a>d 2*d>a       | REJECTED | []  | 5 above the default, 2 below; quorum 0, ratio 3: dropped
                5*a>b>d 2*b>d>a   | ADOPTED  | [b] | Acceptability of b: 7 above
                """);
    }

    /**
     * A cycle above the default. 9 ballots: a over b 5 to 4, b over c 7 to 2, c over a 6 to 3. The weakest, a over b, is
     * dropped; then b reaches c and a, nobody reaches b.
     */
    @Test
    void theWeakestDefeatOfACycleIsDropped() {
        holds(PLAIN, CONTEXT, EnumSet.of(ADOPTED, TIED), """
                3*a>b>c>d 4*b>c>a>d 2*c>a>b>d  | ADOPTED | [b] | Dropped: a over b, 5 to 4.
                a>b>c>d b>c>a>d c>a>b>d        | TIED    | []  | tied: a, b, c.
                """);
    }

    @Test
    void aCastingVoteChoosesAmongWhatIsLeft() {
        Papers papers = Papers.of("P/a>b>c>d b>c>a>d c>a>b>d", CONTEXT);
        var context = CONTEXT.toBuilder()
                .addTies(TiePolicy.castingVote(org.iltlib.team.Office.PRINCIPAL))
                .build();
        var ballots = new ArrayList<>(papers.ballots());
        ballots.add(ballots.get(0).toBuilder().casting(true).build());
        Outcome outcome = PLAIN.decide(ballots, papers.roll(), context);
        assertThat(outcome.chosen()).containsExactly("a");
        assertThat(outcome.tiePath()).containsExactly("casting vote of the principal: a");
    }

    @Test
    void rulesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> PLAIN.toBuilder().defaultOption("e").build())
                .hasMessageContaining("The default is e. Expected one of the options");
        assertThatThrownBy(
                        () -> PLAIN.toBuilder().putRatios("d", Rational.of(2)).build())
                .hasMessageContaining("There is a ratio for d");
        assertThatThrownBy(() ->
                        PLAIN.toBuilder().putRatios("a", Rational.of(1, 2)).build())
                .hasMessageContaining("The ratio of a is 1/2. Expected 1 or more.");
        assertThat(PLAIN.toBuilder().putRatios("a", Rational.of(3)).build().name())
                .isEqualTo("choice with a default option (4 options, default d, quorum 0, ratios {a=3})");
    }

    /** Random rooms against the plain implementation below, statute by statute. */
    @Test
    void aPlainSecondImplementationAgrees() {
        Random random = new Random(20261128);
        int ties = 0;
        int drops = 0;
        for (int round = 0; round < 1000; round++) {
            StringBuilder room = new StringBuilder();
            for (int i = 2 + random.nextInt(8); i > 0; i--) {
                List<String> ids = new ArrayList<>(List.of("a", "b", "c"));
                java.util.Collections.shuffle(ids, random);
                if (random.nextInt(4) == 0) {
                    ids.add(random.nextInt(4), "d");
                }
                room.append(ids.get(0));
                ids.subList(1, 2 + random.nextInt(ids.size() - 1))
                        .forEach(id ->
                                room.append(random.nextInt(6) == 0 ? '=' : '>').append(id));
                room.append(' ');
            }
            DefaultOptionChoice rule = PLAIN.toBuilder()
                    .quorum(random.nextInt(3))
                    .putRatios("b", Rational.of(1 + random.nextInt(3), 1))
                    .build();
            Papers papers = Papers.of(room.toString(), CONTEXT);
            Outcome outcome = rule.decide(papers.ballots(), papers.roll(), CONTEXT);
            assertThat(List.of(outcome.chosen(), outcome.tied()))
                    .as("%s %s", rule.name(), room)
                    .isEqualTo(plain(papers, rule));
            ties += outcome.tied().isEmpty() ? 0 : 1;
            drops += outcome.explanation().toString().contains("Dropped:") ? 1 : 0;
        }
        assertThat(ties).isGreaterThan(10);
        assertThat(drops).isGreaterThan(10);
    }

    /** Names and plain loops, straight from the text; reachability by walking. Chosen, then tied. */
    private static List<List<String>> plain(Papers papers, DefaultOptionChoice rule) {
        String d = rule.defaultOption();
        TreeSet<String> left = new TreeSet<>();
        for (String x : rule.options()) {
            long above = prefer(papers, x, d);
            long below = prefer(papers, d, x);
            Rational ratio = rule.ratios().getOrDefault(x, Rational.ONE);
            boolean defeats = Rational.of(above).compareTo(ratio.times(below)) >= 0 && above > below;
            if (x.equals(d) || (above >= rule.quorum() && defeats)) {
                left.add(x);
            }
        }
        List<List<String>> defeats = new ArrayList<>();
        for (String x : left) {
            for (String y : left) {
                if (prefer(papers, x, y) > prefer(papers, y, x)) {
                    defeats.add(List.of(x, y));
                }
            }
        }
        while (true) {
            TreeSet<String> schwartz = new TreeSet<>();
            for (String x : left) {
                if (left.stream().allMatch(y -> reaches(defeats, x, y) || !reaches(defeats, y, x))) {
                    schwartz.add(x);
                }
            }
            List<List<String>> within =
                    defeats.stream().filter(schwartz::containsAll).toList();
            if (within.isEmpty()) {
                List<String> found = List.copyOf(schwartz);
                return found.size() > 1
                        ? List.of(List.of(), found)
                        : List.of(found.equals(List.of(d)) ? List.of() : found, List.of());
            }
            defeats.removeAll(within.stream()
                    .filter(each -> within.stream().noneMatch(other -> weaker(papers, other, each)))
                    .toList());
        }
    }

    private static boolean weaker(Papers papers, List<String> one, List<String> other) {
        long a = prefer(papers, one.get(0), one.get(1));
        long b = prefer(papers, other.get(0), other.get(1));
        return a < b || (a == b && prefer(papers, one.get(1), one.get(0)) > prefer(papers, other.get(1), other.get(0)));
    }

    private static boolean reaches(List<List<String>> defeats, String from, String to) {
        TreeSet<String> seen = new TreeSet<>();
        List<String> next = new ArrayList<>(List.of(from));
        while (!next.isEmpty()) {
            String at = next.remove(0);
            for (List<String> defeat : defeats) {
                if (defeat.get(0).equals(at) && seen.add(defeat.get(1))) {
                    next.add(defeat.get(1));
                }
            }
        }
        return seen.contains(to);
    }

    private static long prefer(Papers papers, String x, String y) {
        return papers.ballots().stream()
                .filter(ballot -> place(ballot.position(), x) < place(ballot.position(), y))
                .count();
    }

    private static int place(org.iltlib.decision.vote.Position position, String option) {
        List<List<String>> ranks = ((org.iltlib.decision.vote.Position.Ranking) position).ranks();
        return IntStream.range(0, ranks.size())
                .filter(i -> ranks.get(i).contains(option))
                .findFirst()
                .orElse(99);
    }

    @Test
    void itReadsBackEqual() {
        DefaultOptionChoice rule = PLAIN.toBuilder()
                .quorum(2)
                .ratios(Map.of("a", Rational.of(3), "b", Rational.of(3, 2)))
                .build();
        assertThat(DefaultOptionChoice.FORM.read(DefaultOptionChoice.FORM.write(rule)))
                .isEqualTo(rule);
    }
}
