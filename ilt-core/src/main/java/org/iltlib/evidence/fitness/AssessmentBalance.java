package org.iltlib.evidence.fitness;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.AssessmentPurpose;

/**
 * What a calendar of assessments comes to: how often each standard is assessed and for what, how the purposes are
 * balanced, how long students are tested and how soon teachers have the results. Counts and exact shares; linear in the
 * assessments and their standards.
 *
 * @param assessments the assessments, each once
 */
public record AssessmentBalance(List<Assessment> assessments) {
    /** Checks that none stands twice. */
    public AssessmentBalance {
        assessments = List.copyOf(assessments);
        Checks.distinct(assessments.stream().map(Assessment::id).toList(), "assessments");
    }

    /** How many there are for each purpose; purposes of none are left out. */
    public Map<AssessmentPurpose, Long> byPurpose() {
        Map<AssessmentPurpose, Long> counts = new EnumMap<>(AssessmentPurpose.class);
        assessments.forEach(assessment -> counts.merge(assessment.purpose(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** The share of those for that purpose, exact; missing if there are no assessments. */
    public Measured<Fraction> share(AssessmentPurpose purpose) {
        return assessments.isEmpty()
                ? Measured.missing(MissingReason.NOT_COLLECTED, "there are no assessments")
                : Measured.of(Fraction.of(byPurpose().getOrDefault(purpose, 0L), assessments.size()));
    }

    /** For each standard that is assessed, in order, how often for each purpose. */
    public Map<String, Map<AssessmentPurpose, Long>> byStandard() {
        Map<String, Map<AssessmentPurpose, Long>> counts = new TreeMap<>();
        for (Assessment assessment : assessments) {
            for (String standard : assessment.standards()) {
                counts.computeIfAbsent(standard, key -> new EnumMap<>(AssessmentPurpose.class))
                        .merge(assessment.purpose(), 1L, Long::sum);
            }
        }
        counts.replaceAll((standard, byPurpose) -> Collections.unmodifiableMap(byPurpose));
        return Collections.unmodifiableMap(counts);
    }

    /** Those of the standards, in the order given, that are never assessed for that purpose. */
    public List<String> listNever(AssessmentPurpose purpose, List<String> standards) {
        Map<String, Map<AssessmentPurpose, Long>> counts = byStandard();
        return standards.stream()
                .filter(standard -> !counts.getOrDefault(standard, Map.of()).containsKey(purpose))
                .toList();
    }

    /**
     * The minutes for which a student of that grade is tested, if he or she takes all that are given to the grade; 0 if
     * none is. Missing if one of them does not say how long it takes: a sum without it would flatter.
     */
    public Measured<Long> minutes(GradeLevel grade) {
        List<Assessment> given = assessments.stream()
                .filter(assessment -> assessment.grades().contains(grade))
                .toList();
        long silent = given.stream()
                .filter(assessment -> assessment.minutes().isEmpty())
                .count();
        return silent > 0
                ? Measured.missing(
                        MissingReason.NOT_COLLECTED, silent + " of " + given.size() + " do not say how long they take")
                : Measured.of(
                        given.stream().mapToLong(one -> one.minutes().orElse(0)).sum());
    }

    /** The days from giving to results of those for that purpose of which both are known, shortest first. */
    public List<Long> turnaroundDays(AssessmentPurpose purpose) {
        return assessments.stream()
                .filter(assessment -> assessment.purpose() == purpose)
                .flatMap(assessment -> assessment.turnaroundDays().stream().boxed())
                .sorted()
                .toList();
    }
}
