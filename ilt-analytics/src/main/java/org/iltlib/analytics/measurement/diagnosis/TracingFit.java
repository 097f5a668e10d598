package org.iltlib.analytics.measurement.diagnosis;

import java.util.Comparator;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * Where the search for a {@link SkillModel} ended, from each start.
 *
 * @param ends the ends, in the order of the starts
 */
public record TracingFit(List<End> ends) {
    /** Copies. */
    public TracingFit {
        ends = List.copyOf(Checks.notEmpty(ends, "ends"));
    }

    /**
     * An end.
     *
     * @param model the model
     * @param logLikelihood the natural logarithm of the likelihood of the answers
     * @param atRest whether the last step changed no chance by the tolerance
     */
    public record End(SkillModel model, double logLikelihood, boolean atRest) {}

    /** The likeliest end; the first of equals. */
    public End best() {
        return ends.stream().max(Comparator.comparingDouble(End::logLikelihood)).orElseThrow();
    }

    /** The likeliest model. */
    public SkillModel model() {
        return best().model();
    }

    /**
     * Whether the answers leave the model open: another end is as likely as the best, within 0.01 of the logarithm, and one
     * of its chances lies more than 0.05 away. Then no single number of the model is to be relied on.
     */
    public boolean isOpen() {
        SkillModel best = model();
        double least = best().logLikelihood() - 0.01;
        return ends.stream().anyMatch(end -> end.logLikelihood() >= least && distance(end.model(), best) > 0.05);
    }

    private static double distance(SkillModel one, SkillModel other) {
        double most = Math.abs(one.known() - other.known());
        most = Math.max(most, Math.abs(one.learning() - other.learning()));
        most = Math.max(most, Math.abs(one.guess() - other.guess()));
        most = Math.max(most, Math.abs(one.slip() - other.slip()));
        return Math.max(most, Math.abs(one.forgetting() - other.forgetting()));
    }

    /** How many starts ended within 1e-6 of the likeliest; few of them mean that the answers hardly tell one model from another. */
    public long agreeing() {
        double best = best().logLikelihood();
        return ends.stream().filter(end -> end.logLikelihood() >= best - 1e-6).count();
    }
}
