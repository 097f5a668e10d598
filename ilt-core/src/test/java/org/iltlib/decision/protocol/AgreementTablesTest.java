package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Outcome.Status.ADOPTED;
import static org.iltlib.decision.vote.Outcome.Status.BLOCKED;
import static org.iltlib.decision.vote.Outcome.Status.ESCALATED;
import static org.iltlib.decision.vote.Outcome.Status.INVALID;
import static org.iltlib.decision.vote.Outcome.Status.NEEDS_ROUND;
import static org.iltlib.decision.vote.Outcome.Status.NO_QUORUM;
import static org.iltlib.decision.vote.Outcome.Status.REJECTED;
import static org.iltlib.decision.vote.TruthTable.holds;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.vote.BlockTest;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.VotingContext;
import org.junit.jupiter.api.Test;

/** Protocols that seek agreement: what each table says follows by hand from the rule. The words are those of Papers. */
class AgreementTablesTest {
    private static final VotingContext DATED =
            CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 1, 15)).build();

    private static VotingContext given(Groundwork.Builder groundwork) {
        return DATED.toBuilder().groundwork(groundwork.build()).build();
    }

    @Test
    void unanimity() {
        holds(Protocols.UNANIMITY, CONTEXT, EnumSet.of(ADOPTED, REJECTED, NO_QUORUM, INVALID), """
                yes yes yes      | ADOPTED   | 3 yes of 3
                yes yes abstain  | ADOPTED   | 2 yes of 2
                yes - x          | ADOPTED   | 1 yes of 1
                yes yes no       | REJECTED  | 2 yes of 3
                abstain abstain  | REJECTED  | 0 yes of 0
                yes x x          | NO_QUORUM | 1 present, 2 needed
                ~yes ~yes        | INVALID   | Nobody is entitled
                yes ~no          | ADOPTED   | 1 yes of 1
                """);
        holds(Protocols.STRICT_UNANIMITY, CONTEXT, EnumSet.of(ADOPTED, REJECTED, NO_QUORUM, INVALID), """
                yes yes yes      | ADOPTED   | 3 yes of 3
                yes yes abstain  | REJECTED  | 2 yes of 3
                yes yes x        | REJECTED  | 2 yes of 3
                yes yes ~no      | ADOPTED   | 2 yes of 2
                yes x x          | NO_QUORUM | 1 present, 2 needed
                ~yes             | INVALID   | Nobody is entitled
                """);
    }

    @Test
    void generalConsent() {
        holds(Protocols.GENERAL_CONSENT, CONTEXT, EnumSet.of(ADOPTED, NEEDS_ROUND, REJECTED, NO_QUORUM, INVALID), """
                - - -            | ADOPTED     | 0 object, 0 say yes, 3 are silent, 0 abstain
                yes - abstain    | ADOPTED     | nobody objects
                yes yes no       | NEEDS_ROUND | 1 object
                - - block        | NEEDS_ROUND | 1 object
                - - object       | NEEDS_ROUND | 1 object
                - - ~no          | ADOPTED     | nobody objects
                abstain abstain  | REJECTED    | nobody is there who does not abstain
                - x x            | NO_QUORUM   | 1 present, 2 needed
                ~-               | INVALID     | Nobody is entitled
                """);
    }

    @Test
    void consensusWithReasons() {
        holds(
                Protocols.CONSENSUS,
                CONTEXT,
                EnumSet.of(ADOPTED, BLOCKED, NEEDS_ROUND, REJECTED, NO_QUORUM, INVALID),
                """
                agree reserve agree   | ADOPTED     | no block, 0 stand aside
                agree agree aside     | ADOPTED     | no block, 1 stand aside
                agree agree block     | ADOPTED     | no block, 1 stand aside
                agree agree block!    | BLOCKED     | 1 block with a reason
                agree agree object    | BLOCKED     | 1 block with a reason
                agree aside aside     | NEEDS_ROUND | 2 stand aside, at most 1 may
                agree aside block     | NEEDS_ROUND | 2 stand aside, at most 1 may
                aside abstain abstain | REJECTED    | nobody agreed
                - - -                 | REJECTED    | nobody agreed
                agree agree ~block!   | ADOPTED     | recused
                agree x x             | NO_QUORUM   | 1 present, 2 needed
                ~agree                | INVALID     | Nobody is entitled
                """);
    }

    /** A quarter of those who do not abstain: one of four, none of three. */
    @Test
    void consensusWithAShareStandingAside() {
        Consensus quarter =
                new Consensus(AtMost.of(Fraction.of(1, 4)), BlockRule.withReason(), java.util.Optional.empty());
        holds(quarter, CONTEXT, EnumSet.of(ADOPTED, NEEDS_ROUND), """
                agree agree agree aside         | ADOPTED     | 1 stand aside
                agree agree abstain aside       | NEEDS_ROUND | 1 stand aside, at most 1/4 may
                6*agree 2*aside                 | ADOPTED     | 2 stand aside
                5*agree 3*aside                 | NEEDS_ROUND | 3 stand aside
                """);
    }

    /** Fewer than half of those who do not abstain: one of three and of four, two of five; also of any size. */
    @Test
    void consensusWithFewerThanAShareStandingAside() {
        Consensus half =
                new Consensus(AtMost.fewerThan(Fraction.HALF), BlockRule.withReason(), java.util.Optional.empty());
        assertThat(half.name()).isEqualTo("consensus (fewer than 1/2 stand aside)");
        holds(half, CONTEXT, EnumSet.of(ADOPTED, NEEDS_ROUND), """
                agree agree aside           | ADOPTED     | 1 stand aside
                agree agree aside aside     | NEEDS_ROUND | 2 stand aside, fewer than 1/2 may
                3*agree 2*aside             | ADOPTED     | 2 stand aside
                agree abstain aside         | NEEDS_ROUND | 1 stand aside, fewer than 1/2 may
                """);
        AtMost limit = AtMost.fewerThan(Fraction.HALF);
        assertThat(limit.allows(500, 1001)).isTrue();
        assertThat(limit.allows(501, 1002)).isFalse();
        assertThat(limit.allows(0, 0)).isTrue();
        assertThat(AtMost.FORM.read(AtMost.FORM.write(limit))).isEqualTo(limit);
        assertThatThrownBy(() -> AtMost.fewerThan(Fraction.of(0, 1))).hasMessageContaining("Maybe AtMost.of(0)");
        assertThatThrownBy(() -> AtMost.FORM.read(new org.iltlib.form.Node.Text("fewer than 0")))
                .isInstanceOf(org.iltlib.form.FormException.class);
    }

    @Test
    void aBlockThatMustStateHarmAndRemedy() {
        holds(
                new Consensus(1).withBlocks(BlockRule.withRemedy()),
                CONTEXT,
                EnumSet.of(ADOPTED, BLOCKED, NEEDS_ROUND),
                """
                agree agree block!        | ADOPTED     | no block, 1 stand aside
                agree agree object        | BLOCKED     | 1 block with harm and remedy
                agree aside block!        | NEEDS_ROUND | 2 stand aside
                """);
    }

    /** Two blocks at least; nine tenths of the others override: 9 of 10, 18 of 20, all of 9. */
    @Test
    void severalBlocksThatTheOthersMayOverride() {
        holds(
                new Consensus(1).withBlocks(BlockRule.several()),
                CONTEXT,
                EnumSet.of(ADOPTED, BLOCKED, NEEDS_ROUND),
                """
                9*agree block!              | ADOPTED     | Blocks: 1 with a reason, 2 needed
                9*agree aside block!        | NEEDS_ROUND | 2 stand aside
                9*agree - 2*block!          | ADOPTED     | 9 of the 10 who do not block are in favour, 9 needed; the blocks are overridden
                8*agree 2*- 2*block!        | BLOCKED     | 8 of the 10 who do not block are in favour, 9 needed; the blocks stand
                8*agree abstain 2*block!    | BLOCKED     | 8 of the 9
                9*agree 2*block!            | ADOPTED     | the blocks are overridden
                8*agree aside block! object | BLOCKED     | 2 block by 2 or more, overridden by at least 9/10
                17*agree reserve 2*- 2*block! | ADOPTED   | 18 of the 20
                """);
    }

    /** Ten members: four fifths are eight, a tenth is the blocker alone. */
    @Test
    void aBlockThatTheTeamMustConfirm() {
        Consensus rule = new Consensus(1).withBlocks(BlockRule.confirmed());
        VotingContext eight =
                given(Groundwork.builder().addBlockTests(new BlockTest(person(9), among(0, 8), Set.of())));
        VotingContext seven =
                given(Groundwork.builder().addBlockTests(new BlockTest(person(9), among(0, 7), Set.of())));
        holds(rule, DATED, EnumSet.of(ADOPTED, NEEDS_ROUND), """
                9*agree block!   | NEEDS_ROUND | 1 block and the team has not been asked whether it is one
                10*agree         | ADOPTED     | no block
                """);
        holds(rule, eight, EnumSet.of(ADOPTED, BLOCKED), """
                9*agree block    | BLOCKED     | 8 of 10 confirm it, 1 support it; it stands
                9*agree block x  | BLOCKED     | 8 of 10 confirm it
                9*agree block -  | ADOPTED     | 8 of 11 confirm it, 1 support it; it counts as standing aside
                """);
        holds(rule, seven, EnumSet.of(ADOPTED, NEEDS_ROUND), """
                9*agree block        | ADOPTED     | 7 of 10 confirm it, 1 support it; it counts as standing aside
                8*agree aside block  | NEEDS_ROUND | 2 stand aside
                """);
        VotingContext twelve =
                given(Groundwork.builder().addBlockTests(new BlockTest(person(10), among(0, 11), Set.of())));
        VotingContext backed =
                given(Groundwork.builder().addBlockTests(new BlockTest(person(10), among(0, 11), Set.of(person(0)))));
        holds(
                rule,
                twelve,
                EnumSet.of(ADOPTED),
                "10*agree block | ADOPTED | 11 of 11 confirm it, 1 support it; it counts");
        holds(
                rule,
                backed,
                EnumSet.of(BLOCKED),
                "10*agree block | BLOCKED | 11 of 11 confirm it, 2 support it; it stands");
    }

    @Test
    void blocksThatAreUsedUpOrResolvedCountAsStandingAside() {
        Consensus twoAYear = new Consensus(1).withBlocksAllowed(2);
        String rows = "agree agree block! | %s | %s";
        holds(twoAYear, DATED, EnumSet.of(BLOCKED), rows.formatted("BLOCKED", "1 block with a reason"));
        holds(
                twoAYear,
                given(Groundwork.builder().putBlocksBefore("p-002", 1)),
                EnumSet.of(BLOCKED),
                rows.formatted("BLOCKED", "1 block with a reason"));
        holds(
                twoAYear,
                given(Groundwork.builder().putBlocksBefore("p-002", 2)),
                EnumSet.of(ADOPTED),
                rows.formatted("ADOPTED", "counts as standing aside: 2 of 2 blocks allowed were used before"));
        holds(
                twoAYear,
                given(Groundwork.builder().addResolved(person(2))),
                EnumSet.of(ADOPTED),
                rows.formatted("ADOPTED", "counts as standing aside: it is resolved"));
    }

    private static Set<org.iltlib.base.PersonId> among(int from, int to) {
        Set<org.iltlib.base.PersonId> persons = new java.util.TreeSet<>();
        for (int i = from; i < to; i++) {
            persons.add(person(i));
        }
        return persons;
    }

    @Test
    void consent() {
        holds(Protocols.CONSENT, CONTEXT, EnumSet.of(INVALID), "agree agree | INVALID | needs a review date");
        holds(Protocols.CONSENT, DATED, EnumSet.of(ADOPTED, NEEDS_ROUND, REJECTED, NO_QUORUM, INVALID), """
                agree agree reserve  | ADOPTED     | no reasoned objection
                agree agree block    | ADOPTED     | no reasoned objection
                agree agree block!   | NEEDS_ROUND | an objection stands
                agree agree object   | NEEDS_ROUND | an objection stands
                agree agree -        | NEEDS_ROUND | 1 not heard
                agree agree abstain  | NEEDS_ROUND | 1 not heard
                agree agree x        | ADOPTED     | no reasoned objection
                block block          | REJECTED    | nobody consented
                agree x x            | NO_QUORUM   | 1 present, 2 needed
                ~agree               | INVALID     | Nobody is entitled
                """);
        holds(Protocols.CONSENT, DATED.toBuilder().round(3).build(), EnumSet.of(ESCALATED, ADOPTED), """
                agree agree object  | ESCALATED | an objection stands after the last round
                agree agree agree   | ADOPTED   | no reasoned objection
                """);
        holds(
                Protocols.CONSENT,
                given(Groundwork.builder().addResolved(person(2))),
                EnumSet.of(ADOPTED, NEEDS_ROUND),
                """
                agree agree object  | ADOPTED     | Resolved: 1 of 1 objections
                agree object object | NEEDS_ROUND | Resolved: 1 of 2 objections
                """);
    }

    /** The same hands under three readings of "1". */
    @Test
    void fistToFive() {
        holds(
                Protocols.FIST_TO_FIVE_CLASSIC,
                CONTEXT,
                EnumSet.of(ADOPTED, NEEDS_ROUND, BLOCKED, REJECTED, NO_QUORUM, INVALID),
                """
                1 3 4 4 5        | NEEDS_ROUND | 1 below 3
                3 3 4 4 5        | ADOPTED     | all 5 show 3 or more
                0! 5 5 5 5       | BLOCKED     | 1 with a reason
                0 5 5 5 5        | NEEDS_ROUND | 1 below 3
                2 5 5            | NEEDS_ROUND | 1 below 3
                abstain abstain  | REJECTED    | no votes counted
                3 - abstain      | ADOPTED     | all 1 show 3 or more
                5 x x            | NO_QUORUM   | 1 present, 2 needed
                ~5               | INVALID     | Nobody is entitled
                """);
        holds(
                Protocols.FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS,
                CONTEXT,
                EnumSet.of(ADOPTED, NEEDS_ROUND, BLOCKED, REJECTED, NO_QUORUM, INVALID),
                """
                1 3 4 4 5        | ADOPTED     | all 5 show 1 or more
                1 1 1            | ADOPTED     | all 3 show 1 or more
                0! 5 5 5 5       | BLOCKED     | 1 with a reason
                0 5 5 5 5        | NEEDS_ROUND | 1 below 1
                abstain          | REJECTED    | no votes counted
                5 x x            | NO_QUORUM   | 1 present, 2 needed
                ~5               | INVALID     | Nobody is entitled
                """);
        holds(
                Protocols.FIST_TO_FIVE_THEN_MAJORITY,
                CONTEXT.toBuilder().round(3).build(),
                EnumSet.of(ADOPTED, BLOCKED, REJECTED, NO_QUORUM, INVALID),
                """
                1 3 4 4 5        | ADOPTED   | 4 of 5 after 2 rounds
                1 1 3 3          | REJECTED  | 2 of 4 after 2 rounds
                0! 5 5 5 5       | BLOCKED   | 1 with a reason
                5 x x            | NO_QUORUM | 1 present, 2 needed
                ~5               | INVALID   | Nobody is entitled
                """);
    }

    /** Levels 5 and 6 mean other things in the two orders; what the rule asks for is a level, so the scale is told. */
    @Test
    void gradientsInBothOrders() {
        String rows = """
                L1 L2 L3 L5      | ADOPTED   | Support: 3 of 4 at level 3 or better, 3 needed
                L1 L2 L6 L5      | REJECTED  | 2 of 4
                L1 L2 L4 L4      | ADOPTED   | Support: 2 of 2
                L4 L4 abstain    | REJECTED  | no votes counted
                L1 L1 L1 L8      | ADOPTED   | 3 of 4
                L1 L1 L1 L8!     | BLOCKED   | 1 veto with a reason
                L1 L1 L9         | ADOPTED   | the position is not one of
                L1 x x           | NO_QUORUM | 1 present, 2 needed
                ~L1              | INVALID   | Nobody is entitled
                """;
        for (GradientScale scale : java.util.List.of(GradientScale.KANER_CURRENT, GradientScale.KANER_OLDER)) {
            holds(
                    new GradientsOfAgreement(scale, 3, Minimum.TWO_THIRDS),
                    CONTEXT,
                    EnumSet.of(ADOPTED, REJECTED, BLOCKED, NO_QUORUM, INVALID),
                    rows + "L1 L1 L5 | ADOPTED | gradients of agreement (" + scale.name());
        }
    }

    /** Whether an abstention counts in the base turns the same levels. */
    @Test
    void gradientsWithAbstentionsInTheBase() {
        GradientScale counted =
                GradientScale.KANER_CURRENT.toBuilder().abstentionsCount(true).build();
        String row = "L1 L2 L4 abstain | %s | %s";
        holds(
                new GradientsOfAgreement(counted, 3, Minimum.TWO_THIRDS),
                CONTEXT,
                EnumSet.of(REJECTED),
                row.formatted("REJECTED", "Abstain: 2, counted in the base"));
        holds(
                new GradientsOfAgreement(GradientScale.KANER_CURRENT, 3, Minimum.TWO_THIRDS),
                CONTEXT,
                EnumSet.of(ADOPTED),
                row.formatted("ADOPTED", "Abstain: 2, not counted in the base"));
    }

    @Test
    void aShowOfStandingDecidesNothing() {
        holds(Protocols.SHOW_OF_STANDING, CONTEXT, EnumSet.of(NEEDS_ROUND, NO_QUORUM, INVALID), """
                yes yes yes                   | NEEDS_ROUND | Shown: 3 × yes
                yes no 5 L2 up agree object - | NEEDS_ROUND | Shown: 1 × 5, 1 × agree, 1 × block, 1 × level 2, 1 × no, 1 × thumb up, 1 × yes
                abstain abstain               | NEEDS_ROUND | 2 × abstain
                - -                           | NEEDS_ROUND | Shown: nothing
                yes a>b                       | NEEDS_ROUND | the position is not one of show of standing
                yes x x                       | NO_QUORUM   | 1 present, 2 needed
                ~yes                          | INVALID     | Nobody is entitled
                """);
        org.assertj.core.api.Assertions.assertThat(Protocols.SHOW_OF_STANDING.isBinding())
                .isFalse();
        org.assertj.core.api.Assertions.assertThat(Protocols.CONSENT.isBinding())
                .isTrue();
    }

    /** A thumb sideways lives with it under one reading, and abstains under the other. */
    @Test
    void thumbsAsFingers() {
        holds(
                Protocols.THUMBS_CONSENSUS,
                CONTEXT,
                EnumSet.of(ADOPTED, NEEDS_ROUND, BLOCKED, REJECTED, NO_QUORUM, INVALID),
                """
                up side side     | ADOPTED     | Thumbs: 1 up, 2 sideways, 0 down, read as 5, 3, 0
                up up down       | NEEDS_ROUND | 1 below 3
                up up down!      | BLOCKED     | 1 with a reason
                abstain          | REJECTED    | no votes counted
                up up 0!         | ADOPTED     | the position is not one of
                up x x           | NO_QUORUM   | 1 present, 2 needed
                ~up              | INVALID     | Nobody is entitled
                """);
    }
}
