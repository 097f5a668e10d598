package org.iltlib.choice.committee;

import static org.iltlib.choice.committee.CommitteeAxiom.ANONYMITY;
import static org.iltlib.choice.committee.CommitteeAxiom.COMMITTEE_MONOTONICITY;
import static org.iltlib.choice.committee.CommitteeAxiom.EXTENDED_JUSTIFIED;
import static org.iltlib.choice.committee.CommitteeAxiom.EXTENDED_JUSTIFIED_PLUS;
import static org.iltlib.choice.committee.CommitteeAxiom.HOMOGENEITY;
import static org.iltlib.choice.committee.CommitteeAxiom.JUSTIFIED;
import static org.iltlib.choice.committee.CommitteeAxiom.NEUTRALITY;
import static org.iltlib.choice.committee.CommitteeAxiom.PARETO;
import static org.iltlib.choice.committee.CommitteeAxiom.PROPORTIONALLY_JUSTIFIED;
import static org.iltlib.choice.committee.CommitteeAxiom.SUPPORT_MONOTONICITY;
import static org.iltlib.choice.committee.CommitteeAxiom.UNANIMITY;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which rule keeps which axioms: those proved in the literature, and those that follow from the definition. */
final class CommitteeAxioms {
    private CommitteeAxioms() {}

    static Set<CommitteeAxiom> of(StandardCommitteeRules rule) {
        EnumSet<CommitteeAxiom> axioms = switch (rule) {
            case AV -> EnumSet.of(UNANIMITY, PARETO, COMMITTEE_MONOTONICITY, SUPPORT_MONOTONICITY);
            case SAV -> EnumSet.of(UNANIMITY, COMMITTEE_MONOTONICITY, SUPPORT_MONOTONICITY);
            case PAV ->
                EnumSet.of(
                        UNANIMITY,
                        PARETO,
                        JUSTIFIED,
                        PROPORTIONALLY_JUSTIFIED,
                        EXTENDED_JUSTIFIED,
                        EXTENDED_JUSTIFIED_PLUS,
                        SUPPORT_MONOTONICITY);
            case SLAV, GEOMETRIC -> EnumSet.of(UNANIMITY, PARETO, SUPPORT_MONOTONICITY);
            case CC, MONROE -> EnumSet.of(JUSTIFIED, SUPPORT_MONOTONICITY);
            case SEQUENTIAL_PAV, SEQUENTIAL_SLAV, REVERSE_SEQUENTIAL_PAV, CONSENSUS ->
                EnumSet.of(UNANIMITY, COMMITTEE_MONOTONICITY);
            case SEQUENTIAL_CC -> EnumSet.of(JUSTIFIED, COMMITTEE_MONOTONICITY);
            case LEXICOGRAPHIC_CC, ADAMS -> EnumSet.of(UNANIMITY, PARETO, JUSTIFIED, SUPPORT_MONOTONICITY);
            case PHRAGMEN, MAXIMIN_SUPPORT ->
                EnumSet.of(UNANIMITY, JUSTIFIED, PROPORTIONALLY_JUSTIFIED, COMMITTEE_MONOTONICITY);
            case LEXIMAX_PHRAGMEN -> EnumSet.of(UNANIMITY, JUSTIFIED, PROPORTIONALLY_JUSTIFIED, SUPPORT_MONOTONICITY);
            case EQUAL_SHARES, EQUAL_SHARES_AV ->
                EnumSet.of(UNANIMITY, JUSTIFIED, PROPORTIONALLY_JUSTIFIED, EXTENDED_JUSTIFIED, EXTENDED_JUSTIFIED_PLUS);
            case GREEDY_MONROE -> EnumSet.of(JUSTIFIED);
            case MINIMAX_AV, LEXICOGRAPHIC_MINIMAX_AV, MINIMAX_PHRAGMEN -> EnumSet.of(UNANIMITY, SUPPORT_MONOTONICITY);
            case EQUAL_SHARES_INCREMENT, ENESTROEM, PLURIBUS_HUGO -> EnumSet.of(UNANIMITY);
            case TRIVIAL -> EnumSet.of(COMMITTEE_MONOTONICITY, SUPPORT_MONOTONICITY);
        };
        if (rule != StandardCommitteeRules.GREEDY_MONROE) {
            axioms.addAll(EnumSet.of(ANONYMITY, NEUTRALITY));
            if (rule != StandardCommitteeRules.MONROE) {
                axioms.add(HOMOGENEITY);
            }
        }
        return Collections.unmodifiableSet(axioms);
    }
}
