package org.iltlib.analytics.suggestion.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.iltlib.analytics.suggestion.Abstention;
import org.iltlib.analytics.suggestion.IndexDesign;
import org.iltlib.analytics.suggestion.MatchFeatures;
import org.iltlib.analytics.suggestion.SmallFramework;
import org.iltlib.analytics.suggestion.Suggestion;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.analytics.suggestion.TextIndex;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.SuggestionReply;
import org.iltlib.record.Correction;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.record.Withdrawal;
import org.junit.jupiter.api.Test;

class AcceptanceLearningTest {
    private static final TextIndex INDEX = TextIndex.of(SmallFramework.of(), IndexDesign.withDefaults());
    private static final List<String> IDS = List.of("s1", "s2", "s2a", "s3", "s4");

    /** People accept the statement itself and reject a text about other things. */
    private static List<SuggestionReply> replies() {
        List<SuggestionReply> replies = new ArrayList<>();
        for (String id : IDS) {
            String statement =
                    SmallFramework.of().getStandard(StandardId.of(id)).statement();
            replies.add(reply(statement, id, true));
            replies.add(reply("A story of a walk in the wood with " + statement.substring(0, 7), id, false));
        }
        return replies;
    }

    private static SuggestionReply reply(String text, String standard, boolean accepted) {
        return SuggestionReply.builder()
                .id(EntryId.of("reply"))
                .framework(EntryId.of("framework"))
                .by(PersonId.of("p-001"))
                .text(text)
                .standard(StandardId.of(standard))
                .accepted(accepted)
                .build();
    }

    private static AcceptanceModel model() {
        return AcceptanceLearning.withDefaults()
                .withLeastOfEach(2)
                .of(INDEX, replies())
                .value()
                .orElseThrow();
    }

    @Test
    void withTooFewRepliesThereIsNoModel() {
        assertThat(AcceptanceLearning.withDefaults().of(INDEX, List.of()))
                .isEqualTo(Measured.missing(
                        MissingReason.TOO_FEW, "0 acceptances and 0 rejections on 0 standards; expected 10 of each"));
        assertThat(AcceptanceLearning.withDefaults().of(INDEX, replies()).isReported())
                .isFalse();
    }

    @Test
    void whatPeopleAcceptedIsForetold() {
        AcceptanceModel model = model();
        SuggestionReply yes = replies().get(0);
        SuggestionReply no = replies().get(1);
        assertThat(model.probability(INDEX.compare(yes.text(), yes.standard()))).isGreaterThan(0.7);
        assertThat(model.probability(INDEX.compare(no.text(), no.standard()))).isLessThan(0.3);
        assertThat(model.accepted()).isEqualTo(5);
        assertThat(model.rejected()).isEqualTo(5);
        assertThat(model.crossValidated()).hasSize(10);
        assertThat(model.separation(Separation.withSeed(7))
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        assertThat(model.brierScore()).isLessThan(model.brierScoreOfTheShare());
        assertThat(model.brierScoreOfTheShare()).isEqualTo(0.25);
        assertThat(model.explanation(new MatchFeatures(0.5, 0.5, 0.1)).toString())
                .contains("Learned from 5 acceptances and 5 rejections");
    }

    @Test
    void theOrderOfRepliesDoesNotMatter() {
        List<SuggestionReply> reversed = new ArrayList<>(replies());
        Collections.reverse(reversed);
        AcceptanceModel other = AcceptanceLearning.withDefaults()
                .withLeastOfEach(2)
                .of(INDEX, reversed)
                .value()
                .orElseThrow();
        assertThat(other.intercept()).isCloseTo(model().intercept(), within(1e-9));
        assertThat(other.passageWeight()).isCloseTo(model().passageWeight(), within(1e-9));
    }

    /** The answers on one standard are turned round: what is foretold of them stays the same. */
    @Test
    void whatIsForetoldOfAStandardDoesNotDependOnItsOwnReplies() {
        List<SuggestionReply> turned = replies().stream()
                .map(reply -> reply.standard().equals(StandardId.of("s3"))
                        ? reply.toBuilder().accepted(!reply.accepted()).build()
                        : reply)
                .toList();
        AcceptanceModel other = AcceptanceLearning.withDefaults()
                .withLeastOfEach(2)
                .of(INDEX, turned)
                .value()
                .orElseThrow();
        assertThat(scores(other, "s3")).isEqualTo(scores(model(), "s3"));
        assertThat(scores(other, "s1")).isNotEqualTo(scores(model(), "s1"));
        assertThat(other.separation(Separation.withSeed(1))
                        .value()
                        .orElseThrow()
                        .value())
                .isLessThan(1);
    }

    private static List<Double> scores(AcceptanceModel model, String standard) {
        return model.crossValidated().stream()
                .filter(one -> one.standard().equals(StandardId.of(standard)))
                .map(Foretold::score)
                .toList();
    }

    /**
     * Three standards with one reply each. A model that saw a pair would win it; what is left without the two is one reply,
     * which teaches no difference, so every pair is a tie.
     */
    @Test
    void aPairIsComparedByAModelThatSawNeitherOfItsStandards() {
        List<SuggestionReply> two = List.of(reply("a", "s1", true), reply("b", "s2", false), reply("c", "s3", true));
        PairWins wins =
                new LeaveOut(two, new double[][] {{1}, {0}, {0.5}}, new boolean[] {true, false, true}, 1).pairs();
        assertThat(wins.pairs()).isEqualTo(2);
        assertThat(wins.share()).isEqualTo(0.5);
    }

    @Test
    void aStrongerRidgeIsMoreCautious() {
        AcceptanceModel cautious = AcceptanceLearning.withDefaults()
                .withLeastOfEach(2)
                .withPenalty(100)
                .of(INDEX, replies())
                .value()
                .orElseThrow();
        assertThat(cautious.passageWeight()).isLessThan(model().passageWeight());
    }

    @Test
    void aCalibratedIndexKeepsTheOrderAndAddsChances() {
        AcceptanceModel model = ranked();
        CalibratedIndex calibrated = CalibratedIndex.of(INDEX, model);
        SuggestionQuery query = SuggestionQuery.of("Compare two fractions of shapes");
        List<Suggestion> listed = calibrated.suggest(query).listed();
        assertThat(listed)
                .extracting(Suggestion::label)
                .isEqualTo(INDEX.suggest(query).listed().stream()
                        .map(Suggestion::label)
                        .toList());
        assertThat(listed.get(0).probability())
                .isEqualTo(Measured.of(model.probability(
                        INDEX.compare(query.text(), listed.get(0).standard()))));
        assertThat(listed.get(1).probability())
                .isEqualTo(model.probability(
                        INDEX.compare(query.text(), listed.get(1).standard()), 2));
        assertThat(listed.get(1).probability().orElse(-1.0)).isBetween(0.0, 1.0);
        assertThat(model.probability(new MatchFeatures(0.5, 0.5, 0), 3))
                .as("nobody replied at rank 3")
                .isInstanceOf(Measured.Missing.class);
        assertThat(model.explanation(new MatchFeatures(0.5, 0.5, 0)).toString()).contains("each doubling of the rank");
        assertThat(calibrated.suggest(SuggestionQuery.of("")).abstention()).contains(Abstention.EMPTY_TEXT);
        assertThat(calibrated.size()).isEqualTo(5);
        assertThat(calibrated.method()).endsWith("learned from 10 replies");
    }

    /** Each statement is accepted at the first rank and rejected at the second, and as a pair without a rank. */
    private static AcceptanceModel ranked() {
        List<SuggestionReply> replies = new ArrayList<>(replies());
        for (int i = 0; i < IDS.size(); i++) {
            String text =
                    SmallFramework.of().getStandard(StandardId.of(IDS.get(i))).statement();
            SuggestionReply first = reply("Do this: " + text, IDS.get(i), true);
            replies.add(first.toBuilder().rank(1).build());
            SuggestionReply second = reply("Do this: " + text, IDS.get((i + 1) % IDS.size()), false);
            replies.add(second.toBuilder().rank(2).build());
        }
        return AcceptanceLearning.withDefaults()
                .withLeastOfEach(2)
                .ofSuggestions(INDEX, replies)
                .value()
                .orElseThrow();
    }

    @Test
    void onlyRepliesToSuggestionsOfKnownRankTeachTheChancesOfSuggestions() {
        AcceptanceModel model = ranked();
        assertThat(model.accepted()).isEqualTo(5);
        assertThat(model.rejected()).isEqualTo(5);
        assertThat(model.deepestRank()).contains(2);
        assertThat(model.rankWeight().orElseThrow()).isNegative();
        assertThat(model.quantitiesWeight()).isZero();
        assertThat(AcceptanceLearning.withDefaults()
                        .withLeastOfEach(2)
                        .ofSuggestions(INDEX, replies())
                        .isReported())
                .isFalse();
        CalibratedIndex unranked = CalibratedIndex.of(INDEX, model());
        assertThat(unranked.suggest(SuggestionQuery.of("Compare two fractions of shapes"))
                        .listed())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.probability())
                        .isEqualTo(Measured.missing(
                                MissingReason.NOT_COLLECTED,
                                "the replies learned from were not to suggestions of known rank")));
    }

    @Test
    void aPersonRepliesOnceToAPair() {
        List<SuggestionReply> twice = new ArrayList<>(replies());
        twice.add(replies().get(0).toBuilder().accepted(false).build());
        assertThatThrownBy(() ->
                        AcceptanceLearning.withDefaults().withLeastOfEach(2).of(INDEX, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p-001 replied more than once to standard \"s1\"");
        twice.set(10, replies().get(0).toBuilder().by(PersonId.of("p-002")).build());
        assertThat(AcceptanceLearning.withDefaults()
                        .withLeastOfEach(2)
                        .of(INDEX, twice)
                        .isReported())
                .as("two people may")
                .isTrue();
    }

    @Test
    void aRecordedJudgmentAcceptsWhatItNamesAndRejectsTheRest() {
        AlignmentJudgment judgment = AlignmentJudgment.builder()
                .rater(PersonId.of("p-002"))
                .role("teacher")
                .round(1)
                .item("item 1")
                .primary(StandardId.of("s1"))
                .addSecondary(StandardId.of("s2"))
                .rationale("It asks to round.")
                .build();
        Alignment alignment = Alignment.builder()
                .id(EntryId.of("alignment"))
                .framework(EntryId.of("small"))
                .assessment(EntryId.of("quiz"))
                .scale("DOK")
                .addJudgments(judgment)
                .build();
        assertThat(reply(alignment, judgment, "s1").accepted()).isTrue();
        assertThat(reply(alignment, judgment, "s2").accepted()).isTrue();
        SuggestionReply rejected = reply(alignment, judgment, "s3");
        assertThat(rejected.basedOn()).containsExactly(EntryId.of("small"), EntryId.of("alignment"));
        AlignmentJudgment other = judgment.toBuilder().round(2).build();
        assertThatThrownBy(() -> reply(alignment, other, "s3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p-002's judgment of item \"item 1\" in round 2 is not in alignment alignment");
        assertThat(rejected.accepted()).isFalse();
        assertThat(rejected.by()).isEqualTo(PersonId.of("p-002"));
        assertThat(rejected.rationale()).contains("It asks to round.");
    }

    private static SuggestionReply reply(Alignment alignment, AlignmentJudgment judgment, String standard) {
        return SuggestionReply.of(EntryId.of("reply"), alignment, judgment, "Round 7.", StandardId.of(standard));
    }

    @Test
    void onlyRepliesThatStandInTheRecordAreLearnedFrom() {
        SuggestionReply kept = recorded("reply-1", "s1");
        SuggestionReply wrong = recorded("reply-2", "s2");
        SuggestionReply right = recorded("reply-3", "s3");
        SuggestionReply taken = recorded("reply-4", "s4");
        TeamRecord record = TeamRecord.empty(TeamKey.of(TeamId.of("ilt"), SchoolYear.startingIn(2026)))
                .with(
                        Instant.parse("2026-11-02T12:00:00Z"),
                        PersonId.of("p-001"),
                        SmallFramework.of(),
                        kept,
                        wrong,
                        right,
                        Correction.builder()
                                .id(EntryId.of("correction"))
                                .corrected(wrong.id())
                                .replacement(right.id())
                                .reason("The wrong line was marked.")
                                .build(),
                        taken,
                        new Withdrawal(EntryId.of("withdrawal"), taken.id(), "It was another item."));
        assertThat(AcceptanceLearning.replies(record)).containsExactly(kept, right);
    }

    private static SuggestionReply recorded(String id, String standard) {
        return reply("Round 7.", standard, true).toBuilder()
                .id(EntryId.of(id))
                .framework(EntryId.of("small"))
                .build();
    }

    /** R: optim on the penalised likelihood with Platt's targets, columns standardised by their population spread. */
    @Test
    void theLogisticCurveIsThatOfR() {
        double[][] rows = {{.1, 1}, {.4, 3}, {.35, 2}, {.8, 5}, {.65, 1}, {.9, 4}, {.2, 4}, {.55, 2}};
        boolean[] yes = {false, false, true, true, false, true, false, true};
        assertThat(LogisticCurve.fit(rows, yes, 0.5))
                .containsExactly(new double[] {-1.532558754847, 2.283289278857, 0.150146779427}, within(1e-6));
    }

    @Test
    void answersThatAreAllAlikeGiveAFiniteCurve() {
        double[][] rows = {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}};
        double[] weights = LogisticCurve.fit(rows, new boolean[] {true, true, true}, 1);
        assertThat(LogisticCurve.chance(weights[0] + weights[1])).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> new AcceptanceLearning(0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AcceptanceLearning(1, 1)).isInstanceOf(IllegalArgumentException.class);
        List<SuggestionReply> stray = new ArrayList<>(replies());
        stray.add(reply("text", "h1", true));
        assertThatThrownBy(() ->
                        AcceptanceLearning.withDefaults().withLeastOfEach(2).of(INDEX, stray))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("h1");
    }
}
