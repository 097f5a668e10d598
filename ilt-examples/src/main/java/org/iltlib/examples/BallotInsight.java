package org.iltlib.examples;

import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.insight.Paradox;
import org.iltlib.choice.insight.ParadoxReport;
import org.iltlib.choice.insight.ParadoxSearch;
import org.iltlib.choice.insight.ParadoxWitness;
import org.iltlib.choice.insight.RuleAgreement;
import org.iltlib.choice.insight.VictoryMargin;
import org.iltlib.choice.insight.VictoryMargins;
import org.iltlib.choice.single.GradeRule;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRule;

/** What a result rests on, in words: agreement of the rules, margin of victory, paradoxes. */
final class BallotInsight {
    private BallotInsight() {}

    static String of(SingleWinnerRule rule, Profile profile) {
        StringBuilder text = new StringBuilder();
        RuleAgreement agreement = RuleAgreement.of(profile);
        text.append("Agreement: ").append(agreement.why()).append('\n');
        text.append("Margin of victory: ").append(margin(rule, profile)).append('\n');
        ParadoxReport report = ParadoxSearch.withDefaults().of(rule, profile);
        for (Paradox paradox : Paradox.values()) {
            text.append("Paradox ").append(paradox).append(": ");
            text.append(report.find(paradox).map(ParadoxWitness::story).orElse(report.tried(paradox) + "."))
                    .append('\n');
        }
        return text.toString();
    }

    private static String margin(SingleWinnerRule rule, Profile profile) {
        try {
            return words(VictoryMargins.withDefaults().of(rule, profile));
        } catch (IllegalArgumentException e) {
            return "not known. " + e.getMessage();
        }
    }

    static String of(GradeRule rule, GradeProfile profile) {
        StringBuilder text = new StringBuilder("Agreement of the rules by grades:\n");
        for (GradeRule other : GradeRules.all()) {
            List<String> winners = other.count(profile).winnerNames();
            text.append("  ").append(other.ruleName()).append(": ");
            text.append(winners.stream().collect(Collectors.joining(", "))).append('\n');
        }
        String margin;
        try {
            margin = words(VictoryMargins.withDefaults().of(rule, profile));
        } catch (IllegalArgumentException e) {
            margin = "not known. " + e.getMessage();
        }
        return text.append("Margin of victory: ").append(margin).append('\n').toString();
    }

    private static String words(VictoryMargin margin) {
        return margin + " (" + margin.how() + ").";
    }
}
