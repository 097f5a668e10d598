package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.choice.budget.BudgetRules;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.decision.options.BudgetChoice;
import org.iltlib.decision.options.CommitteeChoice;
import org.iltlib.decision.options.CriteriaChoice;
import org.iltlib.decision.options.Criterion;
import org.iltlib.decision.options.DefaultOptionChoice;
import org.iltlib.decision.options.DotVoting;
import org.iltlib.decision.options.RankedChoice;
import org.iltlib.decision.options.ScoredChoice;
import org.iltlib.decision.options.SeatChoice;
import org.iltlib.decision.options.SeatRule;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Papers;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.iltlib.people.StakeholderGroup;

/** Laws that hold whatever the protocol, on random rooms of random ballots in its own language. */
class EveryProtocolProperties {
    private static final VotingContext DATED =
            Members.CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 1, 15)).build();
    private static final List<String> OPTIONS = List.of("a", "b", "c", "d");
    private static final String VOTES = "yes no no! abstain - x ~yes p/yes p/no";
    private static final String STANCES = "agree reserve aside block block! object abstain - x ~block!";
    private static final String HANDS = "0 0! 1 2 3 4 5 abstain - x ~5";
    private static final String RANKINGS = "a>b>c>d b>a c=d>a d>c>b>a a=b c>a b d>a=b=c abstain - x ~a e>a";

    /**
     * A protocol, what a member may do, and the most that one can do in support.
     *
     * @param protocol the protocol
     * @param words the members of a room are drawn from these
     * @param support empty where no one ballot supports most
     */
    record Language(DecisionProtocol protocol, String words, String support) {}

    static List<Language> languages() {
        return List.of(
                new Language(Protocols.MAJORITY, VOTES, "yes"),
                new Language(Protocols.TWO_THIRDS, VOTES, "yes"),
                new Language(Protocols.UNANIMITY, VOTES, "yes"),
                new Language(Protocols.STRICT_UNANIMITY, VOTES, "yes"),
                new Language(Protocols.TWO_SIDED, VOTES, "yes"),
                new Language(Protocols.GENERAL_CONSENT, VOTES, "yes"),
                new Language(Protocols.SHOW_OF_STANDING, VOTES + " " + STANCES + " " + HANDS, "yes"),
                new Language(
                        new ConcurrentMajorities(
                                List.of(
                                        new ConcurrentMajorities.Part(StakeholderGroup.TEACHER, Threshold.MAJORITY),
                                        new ConcurrentMajorities.Part(StakeholderGroup.PARENT, Threshold.TWO_THIRDS)),
                                ConcurrentMajorities.WhenEmpty.WAIVED),
                        VOTES,
                        "yes"),
                new Language(Protocols.PRINCIPAL_RESERVED, VOTES + " P/yes P/yes P/no!", ""),
                new Language(
                        Delegated.builder()
                                .decider(org.iltlib.team.Office.PRINCIPAL)
                                .build(),
                        VOTES + " P/yes P/yes P/no!",
                        ""),
                new Language(Protocols.CONSENSUS, STANCES, "agree"),
                new Language(new Consensus(1).withBlocks(BlockRule.withRemedy()), STANCES, "agree"),
                new Language(new Consensus(1).withBlocks(BlockRule.several()), STANCES, ""),
                new Language(
                        new Consensus(AtMost.of(Fraction.of(1, 3)), BlockRule.withReason(), Optional.empty()),
                        STANCES,
                        "agree"),
                new Language(Protocols.CONSENT, STANCES, "agree"),
                new Language(Protocols.FIST_TO_FIVE_CLASSIC, HANDS, "5"),
                new Language(Protocols.FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS, HANDS, "5"),
                new Language(Protocols.FIST_TO_FIVE_THEN_MAJORITY, HANDS, "5"),
                new Language(Protocols.THUMBS_MAJORITY, "up side down down! - x ~up abstain", "up"),
                new Language(Protocols.THUMBS_CONSENSUS, "up side down down! - x ~up abstain", "up"),
                new Language(
                        new GradientsOfAgreement(GradientScale.KANER_CURRENT, 3, Minimum.TWO_THIRDS),
                        "L1 L2 L3 L4 L5 L6 L7 L8 L8! abstain - x ~L1",
                        "L1"),
                new Language(new RankedChoice(OPTIONS, SingleWinnerRules.SCHULZE_WINNING, List.of()), RANKINGS, ""),
                new Language(new RankedChoice(OPTIONS, SingleWinnerRules.IRV, List.of()), RANKINGS, ""),
                new Language(new SeatChoice(OPTIONS, SeatRule.MEEK, 2), RANKINGS, ""),
                new Language(new SeatChoice(OPTIONS, SeatRule.SCOTTISH_STV, 2), RANKINGS, ""),
                new Language(
                        DefaultOptionChoice.builder()
                                .options(OPTIONS)
                                .defaultOption("d")
                                .quorum(1)
                                .putRatios("a", Rational.of(2))
                                .build(),
                        RANKINGS,
                        ""),
                new Language(
                        new ScoredChoice(OPTIONS, GradeRules.STAR, 5), "a:5,b:1 b:3 c:5,d:2 a:9 abstain - x e:1", ""),
                new Language(
                        new CommitteeChoice(OPTIONS, CommitteeRules.PAV, 2),
                        "{a,b} {b} {c,d} {} {a,d} abstain - x {e}",
                        ""),
                new Language(
                        new BudgetChoice(
                                Map.of(
                                        "a", new BigDecimal("3"),
                                        "b", new BigDecimal("2.5"),
                                        "c", new BigDecimal("2.5"),
                                        "d", new BigDecimal("4")),
                                new BigDecimal("6"),
                                BudgetRules.EQUAL_SHARES_ADD1U),
                        "{a,b} {b} {c,d} {} a:4,d:1 abstain - x {e}",
                        ""),
                new Language(
                        DotVoting.builder().options(OPTIONS).dots(3).places(2).build(),
                        ".a:2,b:1 .b:3 .c:1,d:2 .a:4 . abstain - x .e:1",
                        ""),
                new Language(
                        CriteriaChoice.builder()
                                .options(OPTIONS)
                                .addCriteria(Criterion.of("impact", Rational.of(2)))
                                .build(),
                        "yes abstain - x",
                        ""));
    }

    private static Papers room(Language language, Random random) {
        String[] words = language.words().split(" ", -1);
        StringBuilder room = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            room.append(words[random.nextInt(words.length)]).append(' ');
        }
        return Papers.of(room.toString(), DATED);
    }

    private static String bytes(Outcome outcome) {
        return CanonicalJson.write(Outcome.FORM.write(outcome));
    }

    @Property(tries = 60)
    void theOrderOfBallotsNeverMattersAndAReplayGivesTheSameBytes(@ForAll long seed) {
        for (Language language : languages()) {
            Random random = new Random(seed);
            Papers papers = room(language, random);
            Outcome outcome = language.protocol().decide(papers.ballots(), papers.roll(), DATED);
            List<Ballot> shuffled = new ArrayList<>(papers.ballots());
            Collections.shuffle(shuffled, random);
            DecisionProtocol read = Protocols.form().read(Protocols.form().write(language.protocol()));
            assertThat(bytes(read.decide(shuffled, papers.roll(), DATED)))
                    .as(language.protocol().name())
                    .isEqualTo(bytes(outcome));
            assertThat(Outcome.FORM.read(CanonicalJson.read(bytes(outcome)))).isEqualTo(outcome);
        }
    }

    @Property(tries = 60)
    void whoIsCalledWhatNeverMatters(@ForAll long seed) {
        for (Language language : languages()) {
            Papers papers = room(language, new Random(seed));
            VotingRoll roll = papers.roll();
            VotingRoll renamed = VotingRoll.of(
                    roll.seats().stream()
                            .map(seat -> seat.toBuilder()
                                    .person(other(seat.person().orElseThrow()))
                                    .build())
                            .toList(),
                    roll.present().stream().map(EveryProtocolProperties::other).collect(Collectors.toSet()),
                    roll.recusals().stream()
                            .map(recusal -> org.iltlib.decision.vote.Recusal.of(
                                    other(recusal.person()), "works for the vendor"))
                            .toList());
            List<Ballot> ballots = papers.ballots().stream()
                    .map(ballot ->
                            ballot.toBuilder().person(other(ballot.person())).build())
                    .toList();
            Outcome before = language.protocol().decide(papers.ballots(), roll, DATED);
            Outcome after = language.protocol().decide(ballots, renamed, DATED);
            assertThat(List.of(after.status(), after.counts(), after.chosen(), after.tied()))
                    .as(language.protocol().name())
                    .isEqualTo(List.of(before.status(), before.counts(), before.chosen(), before.tied()));
        }
    }

    /** Where one ballot supports most. Reserved and delegated decisions are one person's; for options see below. */
    @Property(tries = 120)
    void moreSupportNeverTurnsAdoptedIntoSomethingElse(@ForAll long seed) {
        for (Language language : languages()) {
            Random random = new Random(seed);
            Papers papers = room(language, random);
            Outcome before = language.protocol().decide(papers.ballots(), papers.roll(), DATED);
            if (language.support().isEmpty() || !before.isAdopted()) {
                continue;
            }
            Position most =
                    Papers.of(language.support(), DATED).ballots().get(0).position();
            for (int i = 0; i < papers.ballots().size(); i++) {
                List<Ballot> more = new ArrayList<>(papers.ballots());
                more.set(i, Ballot.of(more.get(i).person(), DATED, most));
                assertThat(language.protocol()
                                .decide(more, papers.roll(), DATED)
                                .isAdopted())
                        .as("%s, ballot %s of %s", language.protocol().name(), i, papers.ballots())
                        .isTrue();
            }
        }
    }

    @Property(tries = 60)
    void chosenAndTiedAreOptionsAndNothingIsChosenWithoutABallotThatNamesIt(@ForAll long seed) {
        for (Language language : languages()) {
            Papers papers = room(language, new Random(seed));
            Outcome outcome = language.protocol().decide(papers.ballots(), papers.roll(), DATED);
            Set<String> named = papers.ballots().stream()
                    .flatMap(ballot -> ballot.position().options().stream())
                    .collect(Collectors.toSet());
            assertThat(OPTIONS.containsAll(outcome.chosen()) && OPTIONS.containsAll(outcome.tied()))
                    .isTrue();
            assertThat(outcome.chosen()).noneMatch(outcome.tied()::contains);
            if (!(language.protocol() instanceof SeatChoice)) {
                assertThat(named.containsAll(outcome.chosen()))
                        .as("%s: %s of %s", language.protocol().name(), outcome.chosen(), named)
                        .isTrue();
            }
        }
    }

    /**
     * Instant runoff lacks it: b is out first and a wins by its ballots; ten who put a above b now put it first, and c
     * stays to win. The classical example of 100 ballots, in the room.
     */
    @Example
    void moreSupportCanDefeatTheWinnerOfAnInstantRunoff() {
        DecisionProtocol rule = new RankedChoice(List.of("a", "b", "c"), SingleWinnerRules.IRV, List.of());
        Papers before = Papers.of("39*a>b>c 35*b>c>a 26*c>a>b", DATED);
        Papers after = Papers.of("49*a>b>c 25*b>c>a 26*c>a>b", DATED);
        assertThat(rule.decide(before.ballots(), before.roll(), DATED).chosen()).containsExactly("a");
        assertThat(rule.decide(after.ballots(), after.roll(), DATED).chosen()).containsExactly("c");
        assertThat(before.roll().listMembers()).contains(person(99));
    }

    /** Two overridden blocks stop nothing; when one of them is taken back the other counts as standing aside. */
    @Example
    void moreSupportCanCostAnOverride() {
        DecisionProtocol rule = new Consensus(0).withBlocks(BlockRule.several());
        Papers before = Papers.of("10*agree 2*block!", DATED);
        Papers after = Papers.of("11*agree block!", DATED);
        assertThat(rule.decide(before.ballots(), before.roll(), DATED).isAdopted())
                .isTrue();
        assertThat(rule.decide(after.ballots(), after.roll(), DATED).isAdopted())
                .isFalse();
    }

    private static PersonId other(PersonId id) {
        return PersonId.of(new StringBuilder(id.value()).reverse().toString());
    }
}
