package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Outcome.Status.ADOPTED;
import static org.iltlib.decision.vote.Outcome.Status.ESCALATED;
import static org.iltlib.decision.vote.Outcome.Status.INVALID;
import static org.iltlib.decision.vote.Outcome.Status.NEEDS_ROUND;
import static org.iltlib.decision.vote.Outcome.Status.NO_QUORUM;
import static org.iltlib.decision.vote.Outcome.Status.REJECTED;
import static org.iltlib.decision.vote.Outcome.Status.TIED;
import static org.iltlib.decision.vote.TruthTable.holds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.protocol.ConcurrentMajorities.Part;
import org.iltlib.decision.protocol.ConcurrentMajorities.WhenEmpty;
import org.iltlib.decision.vote.GivenAdvice;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;

/** Protocols that count votes, and those where one decides: each table follows by hand from the rule. */
class VotingTablesTest {

    private static VotingContext given(Groundwork.Builder groundwork) {
        return CONTEXT.toBuilder().groundwork(groundwork.build()).build();
    }

    @Test
    void simpleMajority() {
        holds(Protocols.MAJORITY, CONTEXT, EnumSet.of(ADOPTED, REJECTED, TIED, NO_QUORUM, INVALID), """
                9*yes 8*no          | ADOPTED   | 9 yes of 17
                8*yes 9*no          | REJECTED  | 8 yes of 17
                4*yes 4*no          | TIED      | 4 yes of 8
                yes abstain abstain | ADOPTED   | 1 yes of 1
                abstain abstain     | REJECTED  | no votes counted
                - -                 | REJECTED  | no votes counted
                yes x x             | NO_QUORUM | 1 present, 2 needed
                ~yes                | INVALID   | Nobody is entitled
                """);
    }

    @Test
    void absoluteMajorityAndShareOfSeats() {
        holds(
                Majority.of(Threshold.of(Minimum.MAJORITY, Threshold.Base.ENTITLED)),
                CONTEXT,
                EnumSet.of(ADOPTED, REJECTED, NO_QUORUM, INVALID),
                """
                3*yes no -       | ADOPTED   | 3 yes of 5
                2*yes abstain 2*- | REJECTED | 2 yes of 5
                yes x x          | NO_QUORUM | 1 present, 2 needed
                ~yes             | INVALID   | only 0 members may vote
                """);
        holds(
                Majority.of(Threshold.of(Minimum.atLeast(Fraction.percent(65)), Threshold.Base.SEATS)),
                CONTEXT,
                EnumSet.of(ADOPTED, REJECTED, INVALID),
                """
                26*yes 14*-       | ADOPTED  | 26 yes of 40
                25*yes 15*-       | REJECTED | 25 yes of 40
                3*yes 2*~yes      | INVALID  | needs 4 yes votes, and only 3 members may vote
                """);
    }

    @Test
    void twoThirdsAndEightyPercent() {
        holds(Protocols.TWO_THIRDS, CONTEXT, EnumSet.of(ADOPTED, REJECTED), """
                4*yes 2*no | ADOPTED  | 4 yes of 6
                3*yes 2*no | REJECTED | 3 yes of 5
                """);
        holds(
                Majority.of(Threshold.of(Minimum.atLeast(Fraction.percent(80)), Threshold.Base.CAST)),
                CONTEXT,
                EnumSet.of(ADOPTED, REJECTED),
                """
                8*yes no    | ADOPTED  | 8 yes of 9
                7*yes 2*no  | REJECTED | 7 yes of 9
                4*yes no    | ADOPTED  | 4 yes of 5
                """);
    }

    /** 6 to 2 is both two thirds for and a quarter against; 5 to 2 has 2/7 against, more than a quarter. */
    @Test
    void twoSided() {
        holds(Protocols.TWO_SIDED, CONTEXT, EnumSet.of(ADOPTED, REJECTED, NO_QUORUM, INVALID), """
                6*yes 2*no           | ADOPTED   | enough for, not too many against
                5*yes 2*no           | REJECTED  | too many against
                6*yes 2*no 5*abstain | ADOPTED   | Against: 2 of 8 votes cast, at most 1/4 allowed
                yes no               | REJECTED  | not enough for
                abstain              | REJECTED  | no votes counted
                yes x x              | NO_QUORUM | 1 present, 2 needed
                ~yes                 | INVALID   | Nobody is entitled
                """);
        holds(
                new TwoSided(Optional.of(StakeholderGroup.TEACHER), Minimum.TWO_THIRDS, Fraction.of(1, 4)),
                CONTEXT,
                EnumSet.of(ADOPTED, REJECTED),
                """
                2*t/yes t/no 4*p/yes     | ADOPTED  | For: 2 of 3 votes cast by teachers, at least 2/3 is needed
                t/yes t/no 6*p/yes       | REJECTED | not enough for
                4*t/yes 2*p/no           | REJECTED | too many against
                4*p/yes t/abstain        | REJECTED | no votes counted
                """);
    }

    @Test
    void concurrentMajorities() {
        List<Part> parts = List.of(
                new Part(StakeholderGroup.TEACHER, Threshold.MAJORITY),
                new Part(StakeholderGroup.PARENT, Threshold.of(Minimum.TWO_THIRDS, Threshold.Base.PRESENT)));
        holds(
                new ConcurrentMajorities(parts, WhenEmpty.FAILS),
                CONTEXT,
                EnumSet.of(ADOPTED, REJECTED, NO_QUORUM, INVALID),
                """
                t/yes t/yes t/no p/yes p/yes p/no   | ADOPTED   | Parents: 2 yes, 1 no, 0 abstain; at least 2/3 of those present is needed, 2 of 3 is reached: met
                t/yes t/yes t/yes p/yes p/no        | REJECTED  | not by the parents
                t/yes t/yes p/yes p/yes p/- p/-     | REJECTED  | not by the parents
                t/yes t/no p/yes                    | REJECTED  | not by the teachers
                t/yes t/yes                         | REJECTED  | Parents: nobody may vote; this does not adopt
                t/yes t/yes p/~yes                  | REJECTED  | Parents: nobody may vote
                t/abstain p/yes                     | REJECTED  | not by the teachers
                t/yes p/x p/x                       | NO_QUORUM | 1 present, 2 needed
                ~yes                                | INVALID   | Nobody is entitled
                """);
        holds(new ConcurrentMajorities(parts, WhenEmpty.WAIVED), CONTEXT, EnumSet.of(ADOPTED, REJECTED, INVALID), """
                t/yes t/yes              | ADOPTED  | Parents: nobody may vote; waived
                t/yes t/yes p/~yes       | ADOPTED  | waived
                t/yes t/yes p/no         | REJECTED | not by the parents
                t/~yes p/~yes            | INVALID  | Nobody is entitled
                """);
        ConcurrentMajorities others = new ConcurrentMajorities(
                List.of(
                        new Part(StakeholderGroup.STUDENT, Threshold.MAJORITY),
                        new Part(StakeholderGroup.COACH, Threshold.MAJORITY)),
                WhenEmpty.WAIVED);
        holds(others, CONTEXT, EnumSet.of(REJECTED), "t/yes t/yes | REJECTED | no group could vote");
        ConcurrentMajorities seats = new ConcurrentMajorities(
                List.of(
                        new Part(StakeholderGroup.TEACHER, Threshold.of(Minimum.MAJORITY, Threshold.Base.SEATS)),
                        new Part(StakeholderGroup.PARENT, Threshold.MAJORITY)),
                WhenEmpty.FAILS);
        holds(
                seats,
                CONTEXT,
                EnumSet.of(INVALID),
                "t/yes t/~yes t/~yes p/yes | INVALID | cannot be reached: of 3, only 1 may vote");
        assertThatThrownBy(() -> new ConcurrentMajorities(parts.subList(0, 1), WhenEmpty.FAILS))
                .hasMessageContaining("Expected at least 2");
    }

    @Test
    void thumbsAsVotes() {
        holds(Protocols.THUMBS_MAJORITY, CONTEXT, EnumSet.of(ADOPTED, REJECTED, TIED, NO_QUORUM, INVALID), """
                up up down side     | ADOPTED   | Thumbs: 2 up, 1 sideways, 1 down, read as yes, abstain, no
                up down             | TIED      | 1 yes of 2
                down down up        | REJECTED  | 1 yes of 3
                side side           | REJECTED  | no votes counted
                up no no            | ADOPTED   | the position is not one of
                up x x              | NO_QUORUM | 1 present, 2 needed
                ~up                 | INVALID   | Nobody is entitled
                """);
        assertThatThrownBy(() -> Thumbs.of(Thumbs.Reading.FINGERS, Protocols.MAJORITY))
                .hasMessageContaining("read as 5, 3, 0 cannot be counted by majority");
        assertThatThrownBy(() -> Thumbs.of(Thumbs.Reading.VOTES, Protocols.CONSENT))
                .hasMessageContaining("Maybe a majority");
    }

    @Test
    void reserved() {
        holds(
                Protocols.PRINCIPAL_RESERVED,
                CONTEXT,
                EnumSet.of(ADOPTED, REJECTED, NEEDS_ROUND, ESCALATED, INVALID, NO_QUORUM),
                """
                P/yes yes no yes    | ADOPTED     | in line with a recommendation
                P/yes yes no        | ADOPTED     | without a recommendation
                P/no yes yes        | INVALID     | gives no reason
                P/no! yes yes       | REJECTED    | against a recommendation
                P/- yes yes         | NEEDS_ROUND | has not decided
                P/~yes yes yes      | ESCALATED   | is recused
                yes yes             | INVALID     | 0 voting members hold the office
                P/yes P/yes         | INVALID     | 2 voting members hold the office
                P/yes x x           | NO_QUORUM   | 1 present, 2 needed
                """);
    }

    @Test
    void delegated() {
        Delegated rule = Delegated.builder()
                .decider(Office.PRINCIPAL)
                .addScope("materials", "schedule")
                .putLimits("USD", new BigDecimal("500"))
                .until(LocalDate.of(2027, 6, 30))
                .build();
        VotingContext within = given(Groundwork.builder()
                .day(LocalDate.of(2027, 6, 30))
                .addSubjects("materials")
                .putAmounts("USD", new BigDecimal("500.00")));
        holds(rule, within, EnumSet.of(ADOPTED, REJECTED, NEEDS_ROUND, ESCALATED, INVALID), """
                P/yes x x      | ADOPTED     | Delegation: within its bounds
                P/no - -       | REJECTED    | without a recommendation
                P/no yes yes   | INVALID     | gives no reason
                P/- yes        | NEEDS_ROUND | has not decided
                P/~yes yes     | ESCALATED   | is recused
                yes yes        | INVALID     | 0 voting members hold the office
                """);
        Groundwork ground = within.groundwork();
        String beyond = "P/yes yes | ESCALATED | %s";
        holds(
                rule,
                given(ground.toBuilder().putAmounts("hours", BigDecimal.ONE)),
                EnumSet.of(ESCALATED),
                beyond.formatted("1 hours is above 0"));
        holds(
                rule,
                given(Groundwork.builder()
                        .day(LocalDate.of(2027, 7, 1))
                        .addSubjects("materials", "staffing")
                        .putAmounts("USD", new BigDecimal("500.01"))),
                EnumSet.of(ESCALATED),
                beyond.formatted("staffing is not delegated; 500.01 USD is above 500; it ended on 2027-06-30"));
        holds(
                rule.toBuilder()
                        .recalledOn(LocalDate.of(2027, 6, 30))
                        .beyond(Delegated.Beyond.INVALID)
                        .build(),
                within,
                EnumSet.of(INVALID),
                "P/yes yes | INVALID | recalled on 2027-06-30");
        holds(
                rule.toBuilder().recalledOn(LocalDate.of(2027, 7, 1)).build(),
                within,
                EnumSet.of(ADOPTED),
                "P/yes yes | ADOPTED | in line with");
        holds(rule, CONTEXT, EnumSet.of(INVALID), "P/yes yes | INVALID | not told what the matter is about");
        holds(
                rule,
                given(Groundwork.builder().addSubjects("materials")),
                EnumSet.of(INVALID),
                "P/yes yes | INVALID | not told when this is decided");
        Delegated free = Delegated.builder()
                .decider(Office.PRINCIPAL)
                .addConsulted(person(1))
                .build();
        holds(free, CONTEXT, EnumSet.of(INVALID), "P/yes yes | INVALID | p-001 was never asked");
        holds(
                free,
                CONTEXT.toBuilder().addAsked(person(1)).build(),
                EnumSet.of(ADOPTED),
                "P/yes x | ADOPTED | Consulted: all 1");
        assertThatThrownBy(() ->
                        free.toBuilder().putLimits("USD", new BigDecimal("-1")).build())
                .hasMessageContaining("The limit in USD is -1");
    }

    @Test
    void advice() {
        Advice rule = new Advice(person(0), Set.of(person(1), person(2)));
        VotingContext asked = CONTEXT.toBuilder().addAsked(person(1), person(2)).build();
        holds(rule, CONTEXT, EnumSet.of(INVALID), "yes yes yes | INVALID | p-001 was never asked");
        holds(rule, asked, EnumSet.of(ADOPTED, REJECTED, NEEDS_ROUND), """
                yes no no   | ADOPTED     | p-000 decided so
                yes x x     | ADOPTED     | all 2 required advisers were asked
                no yes yes  | REJECTED    | p-000 decided against it
                - yes yes   | NEEDS_ROUND | has not decided
                abstain yes yes | NEEDS_ROUND | has not decided
                """);
        Groundwork due = Groundwork.builder()
                .day(LocalDate.of(2027, 1, 14))
                .adviceDueOn(LocalDate.of(2027, 1, 14))
                .addAdvice(GivenAdvice.of(person(1), "wait a term", "not followed: the grant ends in June"))
                .build();
        VotingContext open = asked.toBuilder().groundwork(due).build();
        holds(rule, open, EnumSet.of(NEEDS_ROUND), "yes - - | NEEDS_ROUND | p-002 may answer until 2027-01-14");
        VotingContext over = asked.toBuilder()
                .groundwork(due.toBuilder().day(LocalDate.of(2027, 1, 15)).build())
                .build();
        holds(rule, over, EnumSet.of(ADOPTED), """
                yes - - | ADOPTED | Advice of p-001: not followed: the grant ends in June
                yes - - | ADOPTED | Advice of p-002: asked, no answer.
                """);
        VotingContext untold = over.toBuilder()
                .groundwork(over.groundwork().toBuilder()
                        .addAdvice(new GivenAdvice(person(2), "go ahead", Optional.empty()))
                        .build())
                .build();
        holds(rule, untold, EnumSet.of(INVALID), "yes - - | INVALID | not told how the advice of p-002 was used");
        assertThat(rule.name()).isEqualTo("advice process");
    }
}
