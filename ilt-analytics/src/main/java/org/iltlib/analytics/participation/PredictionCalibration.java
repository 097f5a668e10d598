package org.iltlib.analytics.participation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.decision.Prediction;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.PredictionScore;

/**
 * How good a team's predictions are: the mean Brier score ({@link PredictionScore#meanBrier}) in three parts,
 * {@code reliability − resolution + uncertainty}, by the confidences given, and how often ranges held. Immutable. Source:
 * A. H. Murphy (1973), doi:10.1175/1520-0450(1973)012&lt;0595:ANVPOT&gt;2.0.CO;2.
 *
 * @param scores the predictions that were checked
 */
public record PredictionCalibration(List<PredictionScore> scores) {
    /** Copies. */
    public PredictionCalibration {
        scores = List.copyOf(scores);
    }

    /** For each confidence given, the share that came true, with Wilson's interval. */
    public SortedMap<Double, Measured<Estimate>> shares() {
        SortedMap<Double, Measured<Estimate>> shares = new TreeMap<>();
        scores.forEach(score -> shares.computeIfAbsent(
                score.confidence(),
                confidence -> WilsonInterval.withDefaults().of(cameTrue(confidence), given(confidence))));
        return shares;
    }

    private long given(double confidence) {
        return scores.stream().filter(score -> score.confidence() == confidence).count();
    }

    private long cameTrue(double confidence) {
        return scores.stream()
                .filter(score -> score.confidence() == confidence && score.cameTrue())
                .count();
    }

    private double base() {
        return (double) scores.stream().filter(PredictionScore::cameTrue).count() / scores.size();
    }

    /** The mean squared distance of confidence from the share that came true at it; 0 is best. */
    public Measured<Double> reliability() {
        return mean(confidence -> (double) cameTrue(confidence) / given(confidence) - confidence);
    }

    /** The mean squared distance of the share at each confidence from the share of all; more is better. */
    public Measured<Double> resolution() {
        return mean(confidence -> (double) cameTrue(confidence) / given(confidence) - base());
    }

    /** What the matters themselves leave open: the share that came true times the share that did not. */
    public Measured<Double> uncertainty() {
        return scores.isEmpty()
                ? Measured.missing(MissingReason.TOO_FEW, "no predictions")
                : Measured.of(base() * (1 - base()));
    }

    private interface Distance {
        double at(double confidence);
    }

    private Measured<Double> mean(Distance distance) {
        if (scores.isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "no predictions");
        }
        double sum = 0;
        for (double confidence : shares().keySet()) {
            double off = distance.at(confidence);
            sum += given(confidence) * off * off;
        }
        return Measured.of(sum / scores.size());
    }

    /**
     * How often the range of a prediction held, with Wilson's interval; to be held beside the level that was given.
     *
     * @param predictions the predictions; those without a range are left out
     * @param observed what was observed for each, in order
     * @return missing if none has a range
     */
    public static Measured<Estimate> rangeCoverage(List<Prediction> predictions, List<Double> observed) {
        Checks.require(
                predictions.size() == observed.size(),
                "There are %s predictions and %s observations. Expected as many.",
                predictions.size(),
                observed.size());
        long held = 0;
        long ranges = 0;
        for (int i = 0; i < observed.size(); i++) {
            double value = Checks.finite(observed.get(i), "observed");
            ranges += predictions.get(i).range().isPresent() ? 1 : 0;
            held += predictions
                            .get(i)
                            .range()
                            .filter(range -> range.covers(value))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return ranges == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no prediction with a range")
                : WilsonInterval.withDefaults().of(held, ranges);
    }
}
