package org.iltlib.analytics.voters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.base.Measured;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class RuleStudyTest {
    private static final int[][] SIX = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    /** Expected: every one of the 6ⁿ profiles counted here, ties by a fair lot. Three voters: 17/18. */
    @Test
    void smallImpartialCulturesAreThoseOfEnumeration() {
        assertThat(enumerated(3).exists()).isCloseTo(17.0 / 18, within(1e-12));
        for (int voters : new int[] {3, 5}) {
            Enumerated exact = enumerated(voters);
            RuleStudyResult found = RuleStudy.withDefaults()
                    .withVoters(voters)
                    .withElections(20_000)
                    .of(VoterModels.impartialCulture(3), 7);
            near(found.condorcetWinnerExists(), exact.exists());
            near(found.condorcetEfficiency("plurality"), exact.pluralityEfficiency());
            near(found.tied("plurality"), exact.pluralityTied());
            near(found.condorcetLoserElected("plurality"), exact.pluralityElectsLoser());
            assertThat(value(found.condorcetLoserElected("borda"))).isZero();
        }
    }

    /** Expected: G. T. Guilbaud (1952): 3/4 + 3/(2π) · arcsin(1/3) = 0.91226 for many voters. */
    @Test
    void manyVotersHaveACondorcetWinnerAsOftenAsGuilbaudFound() {
        double limit = 0.75 + 3 / (2 * Math.PI) * Math.asin(1.0 / 3);
        assertThat(limit).isCloseTo(0.91226, within(5e-6));
        RuleStudyResult found = RuleStudy.withDefaults()
                .withVoters(1_001)
                .withElections(4_000)
                .withRules(List.of(SingleWinnerRules.COPELAND))
                .of(VoterModels.impartialCulture(3), 1);
        near(found.condorcetWinnerExists(), limit);
    }

    /**
     * Expected: Condorcet and social utility efficiencies, in per cent, of 25 voters and 5 alternatives of Merrill's random
     * society, as the elsim project reproduces tables 1 and 3 of Merrill (1984) with 10,000 elections.
     */
    @Test
    void merrillsRandomSocietyIsReproduced() {
        RuleStudyResult found = RuleStudy.withDefaults()
                .withElections(5_000)
                .withRules(List.of(
                        SingleWinnerRules.PLURALITY,
                        SingleWinnerRules.TWO_ROUND,
                        SingleWinnerRules.IRV,
                        SingleWinnerRules.BORDA,
                        SingleWinnerRules.COOMBS,
                        SingleWinnerRules.BLACK))
                .of(VoterModels.impartialCulture(5), 1984);
        assertThat(value(found.condorcetWinnerExists())).isCloseTo(0.756, within(0.03));
        double[][] expected = {{61.8, 69.5}, {83.4, 80.4}, {89.1, 82.5}, {85.9, 94.4}, {91.0, 85.2}, {100, 92.1}};
        for (int r = 0; r < expected.length; r++) {
            String rule = found.rules().get(r);
            assertThat(value(found.condorcetEfficiency(rule))).as(rule).isCloseTo(expected[r][0] / 100, within(0.035));
            assertThat(value(found.utilityEfficiency(rule))).as(rule).isCloseTo(expected[r][1] / 100, within(0.035));
        }
    }

    @Test
    void rulesThatKeepTheCondorcetWinnerElectItAlwaysAndSoAgree() {
        RuleStudyResult found = RuleStudy.withDefaults().withElections(300).of(VoterModels.impartialCulture(4), 3);
        for (String rule : List.of("copeland", "schulze-margins")) {
            assertThat(value(found.condorcetEfficiency(rule))).isEqualTo(1);
        }
        assertThat(value(found.condorcetEfficiency("plurality"))).isLessThan(1);
        assertThat(value(found.agreement("copeland", "schulze-margins")))
                .isGreaterThanOrEqualTo(value(found.condorcetWinnerExists()));
        assertThat(value(found.agreement("borda", "borda"))).isEqualTo(1);
        assertThat(found.rules()).containsExactly("plurality", "irv", "borda", "copeland", "schulze-margins");
        assertThat(found.modelName()).isEqualTo("impartial culture");
        assertThat(found.voters()).isEqualTo(25);
        assertThat(found.elections()).isEqualTo(300);
    }

    /** By hand: gains 1 and 0 of possible 1 and 2 make 1/3; rests 2/3 and −2/3, so error √(8/9 · 2) ÷ 3 = 4/9. */
    @Test
    void utilityEfficiencyIsARatioOfSums() {
        RuleStudyResult two = new RuleStudyResult(
                "by hand",
                1,
                List.of("a"),
                List.of(
                        new RuleStudy.Election(
                                Optional.empty(), Optional.empty(), List.of(0), List.of(false), List.of(2.0, 0.0)),
                        new RuleStudy.Election(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(1),
                                List.of(false),
                                List.of(4.0, 2.0, 0.0))));
        Estimate ratio = two.utilityEfficiency("a").value().orElseThrow();
        assertThat(ratio.value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(ratio.standardError().orElseThrow()).isCloseTo(4.0 / 9, within(1e-12));
        assertThat(ratio.upper() - ratio.value()).isCloseTo(1.959964 * 4 / 9, within(1e-6));
        assertThat(two.condorcetEfficiency("a").value()).isEmpty();
    }

    @Test
    void oneVoterGetsTheBestAndGradesDoBetterThanFirstPlaces() {
        RuleStudy study = RuleStudy.withDefaults().withElections(400).withGradeRules(List.of(GradeRules.SCORE));
        RuleStudyResult one = study.withVoters(1).of(VoterModels.impartialCulture(3), 5);
        assertThat(value(one.utilityEfficiency("plurality"))).isEqualTo(1);
        RuleStudyResult many = study.of(VoterModels.spatial(5, 2, VoterModels.Spread.NORMAL), 5);
        assertThat(value(many.utilityEfficiency("score"))).isGreaterThan(value(many.utilityEfficiency("plurality")));
        assertThat(value(many.utilityEfficiency("score"))).isBetween(0.8, 1.0);
        assertThat(study.of(VoterModels.mallows(3, 0.5), 5).rules()).doesNotContain("score");
    }

    /** Expected: two voters against each other always tie, so a fair lot gains as often as it loses. */
    @Test
    void tiesAreSettledByAFairLotThatAllRulesShare() {
        VoterModel opposed = new VoterModel() {
            @Override
            public String modelName() {
                return "opposed";
            }

            @Override
            public int alternatives() {
                return 2;
            }

            @Override
            public Electorate draw(int voters, long seed) {
                return Electorate.ofUtilities(new double[][] {{2, 0}, {0, 1}});
            }
        };
        RuleStudyResult found =
                RuleStudy.withDefaults().withVoters(2).withElections(2_000).of(opposed, 9);
        assertThat(value(found.tied("borda"))).isEqualTo(1);
        assertThat(value(found.agreement("borda", "irv"))).isEqualTo(1);
        assertThat(value(found.utilityEfficiency("borda"))).isCloseTo(0, within(4 / Math.sqrt(2_000)));
    }

    @Test
    void withoutUtilitiesThereIsNoUtilityEfficiency() {
        RuleStudy study = RuleStudy.withDefaults().withElections(2).withVoters(3);
        RuleStudyResult ranked = study.of(VoterModels.mallows(3, 0.5), 5);
        assertThat(ranked.utilityEfficiency("irv").toString()).contains("the model has no utilities");
        RuleStudyResult alone = study.of(VoterModels.spatial(1, 1, VoterModels.Spread.NORMAL), 5);
        assertThat(alone.utilityEfficiency("irv").toString()).contains("all alternatives are worth the same");
    }

    @Test
    void theSameSeedGivesTheSameResultOnOneTwoAndSevenThreads() {
        VoterModel model = VoterModels.noisy(VoterModels.spatial(4, 2, VoterModels.Spread.UNIFORM), 0.4);
        RuleStudy study = RuleStudy.withDefaults().withElections(201).withVoters(8);
        String alone = written(study.withExecutor(Runnable::run).of(model, 17));
        for (int threads : new int[] {1, 2, 7}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                assertThat(written(study.withExecutor(pool).of(model, 17))).isEqualTo(alone);
            } finally {
                pool.shutdown();
            }
        }
        assertThat(written(study.of(model, 18))).isNotEqualTo(alone);
    }

    @Test
    void whatCannotBeStudiedIsRefused() {
        RuleStudy study = RuleStudy.withDefaults();
        assertThatThrownBy(() -> study.withElections(1)).hasMessageContaining("elections is 1");
        assertThatThrownBy(() -> study.withVoters(0)).hasMessageContaining("voters");
        assertThatThrownBy(() -> study.withRules(List.of())).hasMessageContaining("rules");
        assertThatThrownBy(() -> study.withRules(List.of(SingleWinnerRules.IRV, SingleWinnerRules.IRV)))
                .hasMessageContaining("rules");
        RuleStudyResult result = study.withElections(2).of(VoterModels.impartialCulture(3), 1);
        assertThatThrownBy(() -> result.tied("bordeaux")).hasMessageContaining("There is no rule bordeaux");
    }

    private static String written(RuleStudyResult result) {
        StringBuilder text = new StringBuilder(result.condorcetWinnerExists().toString());
        for (String rule : result.rules()) {
            text.append(result.condorcetEfficiency(rule))
                    .append(result.tied(rule))
                    .append(result.utilityEfficiency(rule))
                    .append(result.agreement(rule, result.rules().get(0)));
        }
        return text.toString();
    }

    /** Within four standard errors; the seed is fixed. */
    private static void near(Measured<Estimate> found, double exact) {
        Estimate estimate = found.value().orElseThrow();
        assertThat(estimate.value()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / estimate.n())));
    }

    private static double value(Measured<Estimate> found) {
        return found.value().orElseThrow().value();
    }

    private record Enumerated(
            double exists, double pluralityEfficiency, double pluralityTied, double pluralityElectsLoser) {}

    private static Enumerated enumerated(int voters) {
        int all = (int) Math.round(Math.pow(6, voters));
        double exists = 0;
        double elected = 0;
        double tied = 0;
        double loser = 0;
        for (int code = 0; code < all; code++) {
            int[][] above = new int[3][3];
            int[] firsts = new int[3];
            int rest = code;
            for (int v = 0; v < voters; v++, rest /= 6) {
                int[] order = SIX[rest % 6];
                firsts[order[0]]++;
                above[order[0]][order[1]]++;
                above[order[0]][order[2]]++;
                above[order[1]][order[2]]++;
            }
            int most = Math.max(firsts[0], Math.max(firsts[1], firsts[2]));
            int leaders = 0;
            for (int x = 0; x < 3; x++) {
                leaders += firsts[x] == most ? 1 : 0;
            }
            tied += leaders > 1 ? 1 : 0;
            for (int x = 0; x < 3; x++) {
                int y = (x + 1) % 3;
                int z = (x + 2) % 3;
                if (above[x][y] > above[y][x] && above[x][z] > above[z][x]) {
                    exists++;
                    elected += firsts[x] == most ? 1.0 / leaders : 0;
                }
                if (above[x][y] < above[y][x] && above[x][z] < above[z][x]) {
                    loser += firsts[x] == most ? 1.0 / leaders : 0;
                }
            }
        }
        return new Enumerated(exists / all, elected / exists, tied / all, loser / all);
    }
}
