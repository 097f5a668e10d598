package org.iltlib.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.iltlib.analytics.deciding.ExperimentResult;
import org.iltlib.analytics.deciding.ProtocolExperiment;
import org.iltlib.analytics.deciding.TeamModel;
import org.iltlib.analytics.voters.RuleStudy;
import org.iltlib.analytics.voters.RuleStudyResult;
import org.iltlib.analytics.voters.VoterModel;
import org.iltlib.analytics.voters.VoterModels;
import org.iltlib.base.Measured;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.finding.Estimate;

/**
 * What the study found.
 *
 * @param seed the seed of chance
 * @param teams the procedures on the same teams
 * @param variants the procedures on fewer teams under other assumptions, by what is assumed
 * @param rules the rules on voters of each model
 */
record StudyFindings(
        long seed, ExperimentResult teams, Map<String, ExperimentResult> variants, List<RuleStudyResult> rules) {
    static final int ALTERNATIVES = 5;
    static final int VOTERS = 25;

    static StudyFindings of(int teams, long seed, Executor executor) {
        ProtocolExperiment experiment = ProtocolExperiment.withDefaults().withExecutor(executor);
        ProtocolExperiment smaller = experiment.withTeams(Math.max(50, teams / 4));
        Map<String, ExperimentResult> variants = new LinkedHashMap<>();
        assumptions()
                .forEach((words, model) ->
                        variants.put(words, smaller.withModel(model).of(seed)));
        RuleStudy study = RuleStudy.withDefaults()
                .withVoters(VOTERS)
                .withElections(Math.max(50, teams / 2))
                .withRules(List.of(
                        SingleWinnerRules.PLURALITY,
                        SingleWinnerRules.TWO_ROUND,
                        SingleWinnerRules.IRV,
                        SingleWinnerRules.BORDA,
                        SingleWinnerRules.COPELAND,
                        SingleWinnerRules.SCHULZE_MARGINS))
                .withGradeRules(List.of(GradeRules.SCORE))
                .withExecutor(executor);
        return new StudyFindings(
                seed,
                experiment.withTeams(teams).of(seed),
                variants,
                models().stream().map(model -> study.of(model, seed)).toList());
    }

    private static Map<String, TeamModel> assumptions() {
        Map<String, TeamModel> variants = new LinkedHashMap<>();
        variants.put("as assumed", TeamModel.withDefaults());
        variants.put("no pressure", TeamModel.builder().pressure(0).build());
        variants.put("shared errors", TeamModel.builder().sharedError(0.7).build());
        variants.put("many concerns", TeamModel.builder().concerns(0.6).build());
        variants.put("no concerns", TeamModel.builder().concerns(0).build());
        variants.put("hard to mend", TeamModel.builder().mendable(0.1).build());
        return variants;
    }

    private static List<VoterModel> models() {
        VoterModel plane = VoterModels.spatial(ALTERNATIVES, 2, VoterModels.Spread.NORMAL);
        return List.of(
                VoterModels.impartialCulture(ALTERNATIVES),
                VoterModels.impartialAnonymousCulture(ALTERNATIVES),
                VoterModels.urn(ALTERNATIVES, 0.1),
                VoterModels.mallows(ALTERNATIVES, 0.8),
                VoterModels.mixture(
                        List.of(
                                VoterModels.mallows(new int[] {0, 1, 2, 3, 4}, 0.5),
                                VoterModels.mallows(new int[] {4, 2, 3, 1, 0}, 0.5)),
                        0.55,
                        0.45),
                VoterModels.plackettLuce(3, 2.5, 2, 1.5, 1),
                plane,
                VoterModels.noisy(plane, 0.5),
                VoterModels.singlePeakedWalsh(ALTERNATIVES),
                VoterModels.singleCrossing(ALTERNATIVES));
    }

    /** A short name for a model, for a row of a chart. */
    static String name(RuleStudyResult result) {
        return result.modelName().startsWith("mixture") ? "two camps (Mallows 0.5, 55 : 45)" : result.modelName();
    }

    /** One line for each model, rule and measure; missing ones have none. */
    String rulesCsv() {
        StringBuilder csv = new StringBuilder("model,rule,measure,value,lower,upper,level,n\n");
        for (RuleStudyResult result : rules) {
            line(csv, result, "", "Condorcet winner exists", result.condorcetWinnerExists());
            for (String rule : result.rules()) {
                line(csv, result, rule, "Condorcet efficiency", result.condorcetEfficiency(rule));
                line(csv, result, rule, "social utility efficiency", result.utilityEfficiency(rule));
                line(csv, result, rule, "tied", result.tied(rule));
                line(csv, result, rule, "Condorcet loser elected", result.condorcetLoserElected(rule));
                line(csv, result, rule, "same winner as schulze-margins", result.agreement(rule, "schulze-margins"));
            }
        }
        return csv.toString();
    }

    private static void line(
            StringBuilder csv, RuleStudyResult result, String rule, String measure, Measured<Estimate> reading) {
        reading.value()
                .ifPresent(e -> csv.append('"' + name(result) + "\"," + rule + "," + measure + "," + e.value() + ","
                        + e.lower() + "," + e.upper() + "," + e.level() + "," + e.n() + "\n"));
    }
}
