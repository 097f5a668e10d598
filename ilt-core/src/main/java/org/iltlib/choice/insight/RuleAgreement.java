package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.choice.single.Tournament;

/**
 * One profile counted by many rules: who wins under which. Where all agree, the choice of the rule did not decide.
 * Immutable.
 *
 * @param profile the ballots
 * @param counts the counts, in the order of the rules
 * @param refused why a rule could not count them, by the name of the rule
 */
public record RuleAgreement(Profile profile, List<Count> counts, Map<String, String> refused) {
    /**
     * Rules with the same winners.
     *
     * @param winners the names of the winners
     * @param rules the names of the rules
     * @param why what one of them, the first, says for it
     */
    public record Camp(List<String> winners, List<String> rules, String why) {
        /** Copies. */
        public Camp {
            winners = List.copyOf(winners);
            rules = List.copyOf(rules);
        }
    }

    /** Copies. */
    public RuleAgreement {
        counts = List.copyOf(counts);
        refused = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /** By {@linkplain SingleWinnerRules#all() every rule}. */
    public static RuleAgreement of(Profile profile) {
        return of(profile, SingleWinnerRules.all());
    }

    /** By these rules. */
    public static RuleAgreement of(Profile profile, List<SingleWinnerRule> rules) {
        List<Count> counts = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (SingleWinnerRule rule : rules) {
            try {
                counts.add(rule.count(profile));
            } catch (IllegalArgumentException e) {
                refused.put(rule.ruleName(), String.valueOf(e.getMessage()));
            }
        }
        return new RuleAgreement(profile, counts, refused);
    }

    /** The rules by their winners, most rules first; of equally many, as first met. */
    public List<Camp> camps() {
        Map<List<String>, List<Count>> byWinners = new LinkedHashMap<>();
        for (Count count : counts) {
            byWinners
                    .computeIfAbsent(count.winnerNames(), winners -> new ArrayList<>())
                    .add(count);
        }
        List<Camp> camps = new ArrayList<>();
        byWinners.forEach((winners, members) ->
                camps.add(new Camp(winners, members.stream().map(Count::rule).toList(), reason(members.get(0)))));
        camps.sort(Comparator.comparingInt((Camp camp) -> camp.rules().size()).reversed());
        return camps;
    }

    private static String reason(Count count) {
        List<Explanation> steps = count.why().steps();
        return count.rule() + ": " + (steps.isEmpty() ? count.why() : steps.get(steps.size() - 1)).claim();
    }

    /** Whether all rules that could count have the same winners. */
    public boolean isUnanimous() {
        return camps().size() <= 1;
    }

    /** How far they agree, with what stands behind it: the pairwise winner or the cycle, and a line for each camp. */
    public Explanation why() {
        List<Camp> camps = camps();
        Explanation why = camps.size() <= 1
                ? Explanation.of("All %s rules that could count agree.", counts.size())
                : Explanation.of("%s rules have %s different answers.", counts.size(), camps.size());
        Margins margins = Margins.of(profile);
        Optional<Integer> best = margins.findCondorcetWinner();
        why = best.isPresent()
                ? why.because("%s", profile.alternatives().get(best.get()) + " beats every other in pairs.")
                : why.because(
                        "%s",
                        "Nobody beats every other in pairs. The smallest set that beats all outside: "
                                + String.join(
                                        ", ",
                                        Tournament.smith(margins).stream()
                                                .map(profile.alternatives()::get)
                                                .toList())
                                + ".");
        for (Camp camp : camps) {
            why = why.because(Explanation.of(
                            "%s", String.join(", ", camp.winners()) + " by " + String.join(", ", camp.rules()) + ".")
                    .because("%s", camp.why()));
        }
        for (Map.Entry<String, String> rule : refused.entrySet()) {
            why = why.because("%s", rule.getKey() + " did not count: " + rule.getValue());
        }
        return why;
    }
}
