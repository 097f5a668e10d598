package org.iltlib.analytics.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.iltlib.analytics.stats.WelchTest;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.evidence.survey.Construct;
import org.iltlib.evidence.survey.Instrument;
import org.iltlib.evidence.survey.ResponseOption;
import org.iltlib.evidence.survey.Survey;
import org.iltlib.evidence.survey.SurveyItem;
import org.iltlib.evidence.survey.SurveyResponse;
import org.iltlib.evidence.survey.SurveyResponses;
import org.iltlib.evidence.survey.SurveyScale;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Standing;
import org.junit.jupiter.api.Test;

/** Twelve answers to three items, the second reversed; R's numbers are for the answers turned in its direction. */
class SurveyReadingTest {
    private static final int[][] ANSWERS = {
        {4, 1, 3}, {3, 2, 3}, {2, 4, 2}, {4, 2, 4}, {1, 3, 2}, {3, 1, 4},
        {2, 3, 3}, {4, 1, 4}, {3, 3, 2}, {1, 4, 2}, {3, 2, 4}, {2, 2, 3}
    };
    private static final Instrument PULSE = Instrument.builder()
            .id(EntryId.of("instrument"))
            .name("Pulse")
            .version("1")
            .source("the school")
            .licence("the school's own")
            .addOptions(
                    ResponseOption.of(1, "never"),
                    ResponseOption.of(2, "at times"),
                    ResponseOption.of(3, "mostly"),
                    ResponseOption.of(4, "always"))
            .addScales(
                    SurveyScale.of(
                            "support",
                            Construct.SUPPORT,
                            SurveyItem.of("s1", "one"),
                            SurveyItem.reversed("s2", "two"),
                            SurveyItem.of("s3", "three")),
                    SurveyScale.of("mood", Construct.MORALE, SurveyItem.of("m1", "four")))
            .build();

    private static Survey survey(int invited) {
        return Survey.builder()
                .id(EntryId.of("survey"))
                .instrument(PULSE.id())
                .unit(OrgUnitId.of("maple-grove"))
                .audience("staff")
                .opened(LocalDate.of(2027, 3, 1))
                .closed(LocalDate.of(2027, 3, 12))
                .invited(invited)
                .build();
    }

    private static SurveyResponse row(int[] answers) {
        return SurveyResponse.of(Map.of("s1", answers[0], "s2", answers[1], "s3", answers[2]));
    }

    /** The first seven in one team, the other five in another. */
    private static SurveyResponses twelve() {
        List<SurveyResponse> rows = new ArrayList<>();
        for (int i = 0; i < ANSWERS.length; i++) {
            rows.add(row(ANSWERS[i]).in("team", i < 7 ? "lower" : "upper"));
        }
        return SurveyResponses.of(PULSE, survey(20), rows);
    }

    private static SurveyResponses teams(Map<String, Integer> sizes) {
        List<SurveyResponse> rows = new ArrayList<>();
        sizes.forEach((team, size) -> {
            for (int i = 0; i < size; i++) {
                rows.add(row(ANSWERS[i % 12]).in("team", team).in("site", team.substring(0, 1)));
            }
        });
        return SurveyResponses.of(PULSE, survey(58), rows);
    }

    /** R 4: alpha by its formula with var(), qf() for Feldt's interval, t.test() for the mean. */
    @Test
    void aScaleHasMeanIntervalAndReliability() {
        ScaleScore score = SurveyReading.withDefaults().scale(twelve(), "support");
        Estimate mean = score.mean().value().orElseThrow();
        assertThat(mean.value()).isCloseTo(2.7777777777777777, within(1e-12));
        assertThat(mean.lower()).isCloseTo(2.1971816873205534, within(1e-9));
        assertThat(mean.upper()).isCloseTo(3.3583738682350024, within(1e-9));
        Estimate alpha = score.alpha().value().orElseThrow();
        assertThat(alpha.value()).isCloseTo(0.8951612903225807, within(1e-12));
        assertThat(alpha.lower()).isCloseTo(0.7225074366159909, within(1e-7));
        assertThat(alpha.upper()).isCloseTo(0.9672076361886852, within(1e-7));
        assertThat(score.isReliable(0.8)).isTrue();
        assertThat(score.isReliable(0.9)).isFalse();
        assertThat(score.responseRate()).isEqualTo(Fraction.of(12, 20));
    }

    /** By hand: (12 · 25/9 + 8 · 1) ÷ 20 = 2.0667, (12 · 25/9 + 8 · 4) ÷ 20 = 3.2667. */
    @Test
    void theSilentCouldMoveTheMeanSoFar() {
        ScaleScore score = SurveyReading.withDefaults().scale(twelve(), "support");
        assertThat(score.least().orElse(0.0)).isCloseTo(2.066666666666667, within(1e-12));
        assertThat(score.most().orElse(0.0)).isCloseTo(3.266666666666667, within(1e-12));
        assertThat(score.explain().toString()).startsWith("support: 2.778").contains("Response rate 60.0 %.");
    }

    @Test
    void aReliabilityThatIsUndefinedIsMissing() {
        SurveyReading reading = SurveyReading.withDefaults();
        assertThat(reading.scale(twelve(), "mood").alpha()).isInstanceOf(Measured.Missing.class);
        assertThat(reading.scale(twelve(), "mood").mean()).isInstanceOf(Measured.Missing.class);
        List<SurveyResponse> alike = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            alike.add(row(new int[] {3, 2, 3}));
        }
        ScaleScore score = reading.scale(SurveyResponses.of(PULSE, survey(6), alike), "support");
        assertThat(score.alpha().toString()).contains("all totals are the same");
        assertThat(score.isReliable(0.1)).isFalse();
    }

    @Test
    void fewerThanPromisedShowNothingAtAll() {
        SurveyResponses four = teams(Map.of("K-2", 4));
        ScaleScore score = SurveyReading.withDefaults().scale(four, "support");
        assertThat(score.mean()).isInstanceOf(Measured.Suppressed.class);
        assertThat(score.alpha()).isInstanceOf(Measured.Suppressed.class);
        assertThat(score.least()).isInstanceOf(Measured.Suppressed.class);
        Finding finding = score.finding(EntryId.of("finding"), EntryId.of("survey"));
        assertThat(finding.estimate()).isInstanceOf(Measured.Suppressed.class);
        assertThat(finding.standing()).isEqualTo(Standing.NEUTRAL);
        assertThat(finding.basedOn()).containsExactly(EntryId.of("survey"));
    }

    /** Fixture: "specials" has four. */
    @Test
    void specialsOfFourAreSuppressedAndCannotBeWorkedOut() {
        SurveyResponses responses = teams(Map.of("K-2", 13, "3-5", 11, "6-8", 10, "specials", 4));
        SortedMap<String, Measured<Estimate>> means =
                SurveyReading.withDefaults().byGroup(responses, "support", "team");
        assertThat(means.get("specials"))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "promise of the survey, fewer than 5"));
        assertThat(means.get("6-8"))
                .isEqualTo(
                        Measured.suppressed(SuppressionReason.PROTECTS_ANOTHER, "promise of the survey, fewer than 5"));
        assertThat(means.get("K-2").isReported()).isTrue();
        assertThat(SurveyReading.withDefaults()
                        .gaps(responses, "support", "team")
                        .get("specials"))
                .isInstanceOf(Measured.Suppressed.class);
        assertThat(SurveyReading.withDefaults()
                        .byGroup(responses, "support", "room")
                        .keySet())
                .containsExactly("(not known)");
    }

    /** Sites N (N1 of 4, N2 of 9) and S (S1, S2 of 8): N2 shields N1 in their site, and nothing else is hidden. */
    @Test
    void aSmallTeamIsHiddenFromItsRollUpsToo() {
        SurveyResponses responses = teams(Map.of("N1", 4, "N2", 9, "S1", 8, "S2", 8));
        SortedMap<String, Measured<Estimate>> means =
                SurveyReading.withDefaults().inTree(responses, "support", "site", "team");
        assertThat(means.keySet()).containsExactly("N", "N / N1", "N / N2", "S", "S / S1", "S / S2");
        assertThat(means.entrySet().stream()
                        .filter(mean -> !mean.getValue().isReported())
                        .map(Map.Entry::getKey))
                .containsExactly("N / N1", "N / N2");
        SortedMap<String, Measured<Estimate>> alone = SurveyReading.withDefaults()
                .inTree(teams(Map.of("N1", 4, "S1", 8, "S2", 9)), "support", "site", "team");
        assertThat(alone.entrySet().stream()
                        .filter(mean -> mean.getValue().isReported())
                        .map(Map.Entry::getKey))
                .containsExactly("S / S2");
    }

    /** R 4: t.test(lower, upper), Welch. */
    @Test
    void aGapIsOfAGroupAndAllOthers() {
        WelchTest.Result gap = SurveyReading.withDefaults()
                .gaps(twelve(), "support", "team")
                .get("lower")
                .value()
                .orElseThrow();
        assertThat(gap.difference().lower()).isCloseTo(-1.233224279118836, within(1e-9));
        assertThat(gap.difference().upper()).isCloseTo(1.3856052314997880, within(1e-9));
        assertThat(gap.pValue()).isCloseTo(0.8969578543595396, within(1e-9));
    }

    @Test
    void aTrendBreaksWhereTheInstrumentIsAnother() {
        SurveyReading reading = SurveyReading.withDefaults().withLevel(0.9);
        SurveyResponses fall = twelve();
        Instrument second = PULSE.toBuilder().version("2").build();
        SurveyResponses later = SurveyResponses.of(second, survey(20), fall.rows());
        List<SurveyReading.Point> points = reading.trend(List.of(fall, fall, later), "support");
        assertThat(points.get(0).change()).isInstanceOf(Measured.Missing.class);
        assertThat(points.get(1).change().map(change -> change.difference().value()))
                .isEqualTo(Measured.of(0.0));
        assertThat(points.get(2).change().toString()).contains("a break in the series");
        assertThat(points.get(2).mean().isReported()).isTrue();
        assertThat(reading.trend(List.of(fall, teams(Map.of("K-2", 4))), "support")
                        .get(1)
                        .change())
                .isInstanceOf(Measured.Suppressed.class);
    }

    /**
     * The two teams withheld count as one: 18, 9 and 11 answered of 20, 18 and 20. In fractions by hand, X² is 8.2039; the
     * sum of the multivariate hypergeometric probabilities of all tables with at least as much is 0.02060.
     */
    @Test
    void silenceThatFallsUnevenlyShows() {
        Survey survey = survey(58).toBuilder()
                .putInvitedByGroup("team", Map.of("K-2", 20, "3-5", 18, "6-8", 16, "specials", 4))
                .build();
        SurveyResponses answered = SurveyResponses.of(
                PULSE,
                survey,
                teams(Map.of("K-2", 18, "3-5", 9, "6-8", 8, "specials", 3)).rows());
        NonResponse.Result result = new NonResponse(20_000, 3).of(answered, "team");
        assertThat(result.statistic()).isCloseTo(8.203947368421053, within(1e-12));
        assertThat(result.probability().orElse(1.0)).isCloseTo(0.0206, within(0.004));
        assertThat(result.rates().get("K-2").map(Estimate::value)).isEqualTo(Measured.of(0.9));
        assertThat(result.rates().get("specials")).isInstanceOf(Measured.Suppressed.class);
        assertThat(new NonResponse(20_000, 3).of(answered, "team")).isEqualTo(result);
        assertThatThrownBy(() -> NonResponse.withDefaults().of(answered, "room"))
                .hasMessageContaining("how many were asked by \"room\"");
    }

    @Test
    void neitherTheStatisticNorAnythingElseTellsHowManyOfAWithheldGroupAnswered() {
        Survey survey = survey(58).toBuilder()
                .putInvitedByGroup("team", Map.of("K-2", 20, "3-5", 18, "6-8", 16, "specials", 4))
                .build();
        NonResponse check = NonResponse.withDefaults();
        assertThat(check.of(
                        SurveyResponses.of(
                                PULSE,
                                survey,
                                teams(Map.of("K-2", 18, "3-5", 9, "6-8", 8, "specials", 3))
                                        .rows()),
                        "team"))
                .isEqualTo(check.of(
                        SurveyResponses.of(
                                PULSE,
                                survey,
                                teams(Map.of("K-2", 18, "3-5", 9, "6-8", 10, "specials", 1))
                                        .rows()),
                        "team"));
        Survey small = survey(8).toBuilder()
                .putInvitedByGroup("team", Map.of("lower", 4, "upper", 4))
                .build();
        NonResponse.Result none = check.of(
                SurveyResponses.of(
                        PULSE, small, teams(Map.of("lower", 4, "upper", 1)).rows()),
                "team");
        assertThat(none.probability()).isInstanceOf(Measured.Suppressed.class);
        assertThat(none.statistic()).isZero();
    }

    @Test
    void moreAnswersThanWereAskedAreRefused() {
        Survey survey = survey(24).toBuilder()
                .putInvitedByGroup("team", Map.of("lower", 4, "upper", 20))
                .build();
        SurveyResponses answered = SurveyResponses.of(
                PULSE, survey, teams(Map.of("lower", 9, "upper", 2)).rows());
        assertThatThrownBy(() -> NonResponse.withDefaults().of(answered, "team"))
                .hasMessageContaining("More of \"lower\" answered than the 4 who were asked");
    }

    @Test
    void whoWasNotAskedCannotAnswer() {
        Survey survey = survey(20).toBuilder()
                .putInvitedByGroup("team", Map.of("lower", 20))
                .build();
        SurveyResponses answered = SurveyResponses.of(PULSE, survey, twelve().rows());
        assertThatThrownBy(() -> NonResponse.withDefaults().of(answered, "team"))
                .hasMessageContaining("Somebody of \"upper\" answered");
        SurveyResponses nobody = SurveyResponses.of(PULSE, survey, List.of());
        assertThat(NonResponse.withDefaults().of(nobody, "team").probability()).isInstanceOf(Measured.Missing.class);
        assertThat(NonResponse.withDefaults().of(nobody, "team").statistic()).isZero();
        assertThatThrownBy(() -> new NonResponse(99, 1)).hasMessageContaining("draws is 99");
    }
}
