package org.iltlib.team;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Explanation;

/**
 * What a policy found about a team: each rule in order, and the smallest repair.
 *
 * @param policy the policy
 * @param findings one for each rule, in the policy's order
 * @param repair the fewest seats to add, change or give up so that every rule that can be met by such changes holds;
 *     empty list if nothing needs repair; absent if there is none, or none was found within the limits of the search
 */
public record CompositionReport(PolicyPack policy, List<RuleFinding> findings, Optional<List<SeatChange>> repair) {

    /** Copies the findings and the repair. */
    public CompositionReport {
        findings = List.copyOf(findings);
        repair = repair.map(List::copyOf);
    }

    /** Whether no rule fails. Rules that could not be checked do not fail; see {@link #listFindings}. */
    public boolean passes() {
        return listFindings(RuleFinding.Status.FAIL).isEmpty();
    }

    /** The findings of that status, in order. */
    public List<RuleFinding> listFindings(RuleFinding.Status status) {
        return findings.stream().filter(finding -> finding.status() == status).toList();
    }

    /** All of it in words: the verdict, each rule with its reasons, the repair, the source. */
    public Explanation explanation() {
        int failing = listFindings(RuleFinding.Status.FAIL).size();
        Explanation text = Explanation.of(
                "%s: %s of %s rules fail.", policy.name(), failing == 0 ? "none" : failing, findings.size());
        for (RuleFinding finding : findings) {
            text = text.because(new Explanation(
                    Phrases.capital(finding.status().toString()) + ": "
                            + finding.explanation().claim(),
                    finding.explanation().steps()));
        }
        if (failing > 0) {
            text = text.because(explainRepair());
        }
        return text.because(
                "Source: %s, in force from %s, read on %s.",
                policy.source(), policy.effectiveFrom(), policy.checkedOn());
    }

    private Explanation explainRepair() {
        if (repair.isEmpty()) {
            return Explanation.of(
                    "No change of seats was found that meets all rules together; the search ended at its limit, and"
                            + " there may be one.");
        }
        List<SeatChange> changes = repair.get();
        if (changes.isEmpty()) {
            return Explanation.of("No change of seats is needed; what fails is not a matter of seats.");
        }
        Explanation text = Explanation.of(
                "Smallest repair: %s seat%s. No repair with fewer exists.",
                changes.size(), changes.size() == 1 ? "" : "s");
        for (SeatChange change : changes) {
            text = text.because(change.toString());
        }
        return text;
    }
}
