package org.iltlib.analytics.alignment.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PorterChance;
import org.iltlib.analytics.alignment.PorterNull;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.alignment.WebbVerdict;
import org.iltlib.analytics.alignment.WorkedPanel;
import org.iltlib.analytics.measurement.IntraclassCorrelation;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.AlignmentRemark;
import org.iltlib.curriculum.Centrality;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static Alignment alignment(List<AlignmentJudgment> judgments) {
        return Alignment.builder()
                .id(EntryId.of("a"))
                .framework(EntryId.of("f"))
                .assessment(EntryId.of("t"))
                .scale("DOK")
                .addAllJudgments(judgments)
                .build();
    }

    private static AlignmentJudgment judgment(String rater, String item, int demand) {
        return AlignmentJudgment.builder()
                .rater(PersonId.of(rater))
                .role("teacher")
                .round(1)
                .item(item)
                .primary(StandardId.of("o"))
                .demand(demand)
                .build();
    }

    /** The worked example: 14 of 24 pairs name the same demand, 18 of 24 the same objective; uncodable twice agrees. */
    @Test
    void pairsOfRatersAgreeAsInTheWorkedExample() {
        PanelAgreement agreement = PanelAgreement.of(DemandScale.DOK, WorkedPanel.judgments());
        assertThat(agreement.demand()).isEqualTo(Measured.of(Ratio.of(7, 12)));
        assertThat(agreement.objective()).isEqualTo(Measured.of(Ratio.of(3, 4)));
        assertThat(agreement.raters()).isEqualTo(3);
        assertThat(agreement.items()).isEqualTo(8);
        PanelAgreement wide =
                PanelAgreement.of(DemandScale.DOK, WorkedPanel.judgments(), objective -> WorkedPanel.STANDARD);
        assertThat(wide.standard()).isEqualTo(Measured.of(Ratio.of(22, 24)));
    }

    /** Sums of fractions differ in their last bits when their order does; so the order must not be that of the judgments. */
    @Test
    void theOrderOfJudgmentsChangesNoBit() {
        Random chance = new Random(5);
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int rater = 0; rater < 5; rater++) {
            for (int item = 0; item < 23; item++) {
                judgments.add(judgment("p-" + rater, "item-" + item, 1 + chance.nextInt(4)).toBuilder()
                        .primary(StandardId.of("o" + chance.nextInt(3)))
                        .build());
            }
        }
        judgments.removeIf(one -> chance.nextInt(6) == 0);
        PanelAgreement agreement = PanelAgreement.of(DemandScale.DOK, judgments);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(judgments, chance);
            assertThat(PanelAgreement.of(DemandScale.DOK, judgments)).isEqualTo(agreement);
        }
    }

    /**
     * Shrout and Fleiss (1979), table 4, of 6 targets and 4 judges, on a scale of ten levels: .17, .29, .71, .44, .62 and
     * .91 as printed.
     */
    @Test
    void theSixFormsOfTheClassicalTableAreFound() {
        DemandScale ten = new DemandScale("ten", true, List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
        int[][] table = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int item = 0; item < table.length; item++) {
            for (int rater = 0; rater < 4; rater++) {
                judgments.add(judgment("p-" + rater, "item-" + item, table[item][rater]));
            }
        }
        double[] expected = {.1657, .2898, .7148, .4428, .6201, .9093};
        PanelAgreement agreement = PanelAgreement.of(ten, judgments);
        for (IntraclassCorrelation.Form form : IntraclassCorrelation.Form.values()) {
            int place = List.of(IntraclassCorrelation.Form.values()).indexOf(form);
            assertThat(agreement
                            .demandCorrelation()
                            .get(form)
                            .value()
                            .orElseThrow()
                            .value())
                    .as("%s", form)
                    .isCloseTo(expected[place], within(5e-5));
        }
    }

    /**
     * Two raters, six items, by hand. Four of six agree, one half by chance, so kappa is (4/6 − 1/2) / (1/2). Of twelve
     * ratings six are 1 and six are 2, and of the twelve ordered pairs four disagree, so alpha is 1 − 11 · 4 / (2 · 6 · 6).
     */
    @Test
    void kappaAndAlphaAreThoseOfTheDefinition() {
        int[] one = {1, 1, 2, 2, 1, 2};
        int[] other = {1, 2, 2, 2, 1, 1};
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int i = 0; i < one.length; i++) {
            judgments.add(judgment("p-1", "item-" + i, one[i]));
            judgments.add(judgment("p-2", "item-" + i, other[i]));
        }
        PanelAgreement agreement = PanelAgreement.of(DemandScale.SEC_SCIENCE, judgments);
        assertThat(agreement.demandKappa().orElse(0.0)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(agreement.demandAlpha().orElse(0.0)).isCloseTo(1 - 11.0 * 4 / 72, within(1e-12));
        assertThat(agreement.objectiveKappa().isReported()).isFalse();
        assertThat(agreement.objective()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(agreement.demandCorrelation().values()).noneMatch(Measured::isReported);
    }

    @Test
    void aRaterJudgesAnItemOnce() {
        assertThatThrownBy(() ->
                        PanelAgreement.of(DemandScale.DOK, List.of(judgment("p-1", "i", 1), judgment("p-1", "i", 2))))
                .hasMessageContaining("listRound");
        assertThatThrownBy(() -> PanelAgreement.of(DemandScale.DOK, List.of(judgment("p-1", "i", 9))))
                .hasMessageContaining("Expected 1 to 4");
        PanelAgreement alone = PanelAgreement.of(DemandScale.DOK, List.of(judgment("p-1", "i", 1)));
        assertThat(alone.objective().isReported()).isFalse();
    }

    @Test
    void theFourCriteriaStandBesideTheAgreement() {
        WebbReport report =
                WebbReport.of(alignment(WorkedPanel.judgments()), 1, List.of(WorkedPanel.standard(Optional.empty())));
        WebbReport.Line line = report.lines().get(0);
        assertThat(line.result().balanceVerdict()).isEqualTo(Measured.of(WebbVerdict.YES));
        assertThat(line.agreement().value().orElseThrow().demand()).isEqualTo(Measured.of(Ratio.of(7, 12)));
        assertThat(report.agreement().objective()).isEqualTo(Measured.of(Ratio.of(3, 4)));
        assertThat(report.uncodable()).containsExactly(java.util.Map.entry("item-8", 2));
        assertThatThrownBy(() -> WebbReport.of(alignment(WorkedPanel.judgments()), 2, List.of()))
                .hasMessageContaining("Nobody judged in round 2");
        assertThatThrownBy(() -> WebbReport.of(
                        alignment(WorkedPanel.judgments()).toBuilder()
                                .scale("SEC science")
                                .build(),
                        1,
                        List.of()))
                .hasMessageContaining("no order");
        assertThatThrownBy(() -> WebbReport.of(
                        alignment(WorkedPanel.judgments()).toBuilder()
                                .scale("ours")
                                .build(),
                        1,
                        List.of()))
                .hasMessageContaining("not declared");
        assertThatThrownBy(() -> WebbReport.of(
                        alignment(WorkedPanel.judgments()),
                        1,
                        List.of(
                                WorkedPanel.standard(Optional.empty()),
                                new org.iltlib.analytics.alignment.WebbStandard(
                                        StandardId.of("z"),
                                        WorkedPanel.standard(Optional.empty()).objectives(),
                                        Optional.empty()))))
                .hasMessageContaining("belongs to");
    }

    /** By hand: rater shares of four cells against 1/4 each give 1/2, 3/4 and 3/4; R: t.test(c(.5, .75, .75))$conf.int. */
    @Test
    void theIndexHasAnIntervalOverRatersAndItsAgreement() {
        ContentMatrix intended = ContentMatrix.of(DemandScale.DOK, List.of("o"));
        for (int level = 1; level <= 4; level++) {
            intended = intended.with("o", level, Ratio.ONE);
        }
        int[][] demands = {{1, 1, 2, 2}, {1, 2, 3, 3}, {1, 2, 2, 4}};
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int rater = 0; rater < 3; rater++) {
            for (int item = 0; item < 4; item++) {
                judgments.add(judgment("p-" + rater, "item-" + item, demands[rater][item]));
            }
        }
        PorterReport report =
                PorterReport.of(alignment(judgments), 1, intended, objective -> Optional.of(objective.value()));
        assertThat(report.byRater().values()).extracting(Object::toString).containsExactly("1/2", "3/4", "3/4");
        assertThat(report.index().value().orElseThrow().value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(report.index().value().orElseThrow().lower()).isCloseTo(0.3081122, within(1e-6));
        assertThat(report.index().value().orElseThrow().upper()).isEqualTo(1);
        assertThat(report.together()).isEqualTo(Measured.of(Ratio.of(3, 4)));
        assertThat(report.byTopic()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(report.byDemand()).isEqualTo(Measured.of(Ratio.of(3, 4)));
        assertThat(report.agreement().demand()).isEqualTo(Measured.of(Ratio.of(5, 12)));
        assertThat(report.against(new PorterNull.UniformItems(4, 4, 4), PorterChance.seeded(2))
                        .value()
                        .orElseThrow()
                        .observed())
                .as("the mean over raters, since chance is asked of items and not of hits")
                .isEqualTo(Ratio.of(2, 3));
        ContentMatrix other = ContentMatrix.of(DemandScale.BLOOM, List.of("o"));
        assertThatThrownBy(() -> PorterReport.of(alignment(judgments), 1, other, any -> Optional.empty()))
                .hasMessageContaining("declared crosswalk");
    }

    /** .67 and .50 as published are two thirds and one half; nothing is rounded up to them. */
    @Test
    void theBandsOfRangeAreExact() {
        assertThat(AchieveReport.Range.of(Ratio.of(2, 3))).isEqualTo(AchieveReport.Range.GOOD);
        assertThat(AchieveReport.Range.of(Ratio.of(133, 200))).isEqualTo(AchieveReport.Range.ACCEPTABLE);
        assertThat(AchieveReport.Range.of(Ratio.of(1, 2))).isEqualTo(AchieveReport.Range.ACCEPTABLE);
        assertThat(AchieveReport.Range.of(Ratio.of(99, 200))).isEqualTo(AchieveReport.Range.INSUFFICIENT);
    }

    /** One rater names an objective of s, another finds that the item fits s in general: they agree on s. */
    @Test
    void anObjectiveAndItsStandardInGeneralAreTheSameStandard() {
        AlignmentJudgment inGeneral = judgment("p-2", "i", 1).toBuilder()
                .primary(Optional.empty())
                .generic(WorkedPanel.STANDARD)
                .build();
        AlignmentJudgment named =
                judgment("p-1", "i", 1).toBuilder().primary(StandardId.of("a")).build();
        PanelAgreement agreement = WebbReport.of(
                        alignment(List.of(named, inGeneral)), 1, List.of(WorkedPanel.standard(Optional.empty())))
                .agreement();
        assertThat(agreement.standard()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(agreement.objective()).isEqualTo(Measured.of(Ratio.ZERO));
    }

    @Test
    void theProtocolCountsCodesAndKeepsTheWords() {
        AlignmentJudgment clear = judgment("p-1", "i", 2).toBuilder()
                .content(Centrality.CLEAR)
                .performance(Centrality.SOMEWHAT)
                .build();
        AlignmentJudgment same = judgment("p-2", "i", 3).toBuilder()
                .content(Centrality.CLEAR)
                .performance(Centrality.CLEAR)
                .sourceOfChallenge("long reading")
                .build();
        Alignment told = alignment(List.of(clear, same, judgment("p-1", "j", 1))).toBuilder()
                .addRemarks(new AlignmentRemark(PersonId.of("p-2"), "balance", "Too many details."))
                .build();
        AchieveReport report = AchieveReport.of(told, 1, List.of(StandardId.of("o"), StandardId.of("q")));
        assertThat(report.content()).containsEntry(Centrality.CLEAR, 2).containsEntry(Centrality.INCONSISTENT, 0);
        assertThat(report.clearContent()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(report.clearPerformance()).isEqualTo(Measured.of(Ratio.of(1, 2)));
        assertThat(report.contentAgreement()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(report.performanceAgreement()).isEqualTo(Measured.of(Ratio.ZERO));
        assertThat(report.appropriateChallenge()).isEqualTo(Ratio.of(2, 3));
        assertThat(report.challenge()).containsOnlyKeys(1, 2, 3);
        assertThat(report.rangeBand()).isEqualTo(AchieveReport.Range.ACCEPTABLE);
        assertThat(report.missed()).containsExactly(StandardId.of("q"));
        assertThat(report.remarks()).extracting(AlignmentRemark::text).containsExactly("Too many details.");
        AchieveReport bare =
                AchieveReport.of(alignment(List.of(judgment("p-1", "i", 1))), 1, List.of(StandardId.of("o")));
        assertThat(bare.clearContent().isReported()).isFalse();
        assertThat(bare.contentAgreement().isReported()).isFalse();
    }

    /** Half of grade 3's tasks at level 2 or above is exactly the floor; grade 4 has no task at all. */
    @Test
    void eachGradeIsHeldAgainstItsFloor() {
        List<AlignmentJudgment> judgments =
                List.of(judgment("p-1", "3-a", 1), judgment("p-1", "3-b", 2), judgment("p-1", "5-a", 1));
        Minimum half = Minimum.atLeast(Fraction.HALF);
        List<GradeLevel> grades = List.of(GradeLevel.of(3), GradeLevel.of(4), GradeLevel.of(5), GradeLevel.of(6));
        RigorReport report = RigorReport.of(
                alignment(judgments),
                1,
                grades,
                item -> Optional.of(GradeLevel.parse(item.substring(0, 1))),
                List.of(
                        new DemandFloor(GradeLevel.of(3), 2, half),
                        new DemandFloor(GradeLevel.of(4), 2, half),
                        new DemandFloor(GradeLevel.of(5), 2, half)));
        assertThat(report.lines().get(0).byLevel()).containsExactly(1, 1, 0, 0);
        assertThat(report.lines().get(0).met()).isEqualTo(Measured.of(true));
        assertThat(report.lines().get(0).atFloor()).isEqualTo(Measured.of(Ratio.of(1, 2)));
        assertThat(report.lines().get(1).met().isReported()).isFalse();
        assertThat(report.lines().get(3).atFloor().isReported()).isFalse();
        assertThat(report.listBelowFloor()).containsExactly(GradeLevel.of(4), GradeLevel.of(5));
        assertThatThrownBy(() -> RigorReport.of(
                        alignment(judgments),
                        1,
                        List.of(GradeLevel.of(3)),
                        any -> Optional.empty(),
                        List.of(new DemandFloor(GradeLevel.of(4), 2, half))))
                .hasMessageContaining("not asked for");
    }
}
