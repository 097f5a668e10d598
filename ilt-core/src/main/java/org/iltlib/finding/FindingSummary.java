package org.iltlib.finding;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * Findings taken together. A summary that names no strength is {@link Incomplete}: a team that sees only what fails
 * does not know what to build on.
 */
public sealed interface FindingSummary {

    /** All findings, in the order in which they were given. */
    List<Finding> findings();

    /**
     * A summary that names at least one strength and everything else that was found.
     *
     * @param findings all findings
     */
    record Complete(List<Finding> findings) implements FindingSummary {
        /** Copies the list and checks that a strength is in it. */
        public Complete {
            findings = List.copyOf(findings);
            Checks.require(
                    findings.stream().anyMatch(finding -> finding.standing() == Standing.STRENGTH),
                    "findings holds no strength. Maybe use FindingSummary.of.");
        }
    }

    /**
     * A summary that cannot stand as it is.
     *
     * @param findings all findings
     * @param reason what is lacking, in words
     */
    record Incomplete(List<Finding> findings, String reason) implements FindingSummary {
        /** Copies the list and checks the reason. */
        public Incomplete {
            findings = List.copyOf(findings);
            Checks.text(reason, "reason");
        }
    }

    /** The summary of these findings: complete if at least one of them is a strength. */
    static FindingSummary of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Incomplete(findings, "there are no findings");
        }
        return findings.stream().anyMatch(finding -> finding.standing() == Standing.STRENGTH)
                ? new Complete(findings)
                : new Incomplete(findings, "no strength is named among " + findings.size() + " findings");
    }

    /** The findings of that standing, in order. */
    default List<Finding> listOf(Standing standing) {
        return findings().stream()
                .filter(finding -> finding.standing() == standing)
                .toList();
    }
}
