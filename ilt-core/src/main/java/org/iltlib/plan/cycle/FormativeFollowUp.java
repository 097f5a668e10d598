package org.iltlib.plan.cycle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.AssessmentPurpose;
import org.iltlib.evidence.Dataset;
import org.iltlib.finding.Finding;

/**
 * Whether teaching changed after formative assessments: formative is what is followed by something, not what is called
 * so (commonly told after P. Black and D. Wiliam, Developing the theory of formative assessment, 2009).
 *
 * @param followed the formative assessments that some adjustment goes back to, in order
 * @param notFollowed the others, in order
 */
public record FormativeFollowUp(List<EntryId> followed, List<EntryId> notFollowed) {
    /** Copies the lists. */
    public FormativeFollowUp {
        followed = List.copyOf(followed);
        notFollowed = List.copyOf(notFollowed);
    }

    /**
     * Of those assessments the formative ones. An adjustment goes back to an assessment if its trigger is the
     * assessment, a dataset of it, or a finding that rests on either. Linear.
     */
    public static FormativeFollowUp of(
            List<Assessment> assessments,
            List<Dataset> datasets,
            List<Finding> findings,
            List<InstructionalAdjustment> adjustments) {
        Set<EntryId> reached = new HashSet<>();
        adjustments.forEach(adjustment -> reached.add(adjustment.trigger()));
        for (Finding finding : findings) {
            if (reached.contains(finding.id())) {
                reached.addAll(finding.evidence());
            }
        }
        for (Dataset dataset : datasets) {
            if (reached.contains(dataset.id())) {
                dataset.assessment().ifPresent(reached::add);
            }
        }
        List<EntryId> formative = assessments.stream()
                .filter(assessment -> assessment.purpose() == AssessmentPurpose.FORMATIVE)
                .map(Assessment::id)
                .toList();
        return new FormativeFollowUp(
                formative.stream().filter(reached::contains).toList(),
                formative.stream().filter(id -> !reached.contains(id)).toList());
    }

    /** The followed over all formative ones, exact; missing if there are none. */
    public Measured<Fraction> share() {
        int all = followed.size() + notFollowed.size();
        return all == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "there are no formative assessments")
                : Measured.of(Fraction.of(followed.size(), all));
    }
}
