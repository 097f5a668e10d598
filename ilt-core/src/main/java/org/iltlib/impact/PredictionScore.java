package org.iltlib.impact;

import java.util.Collection;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How a prediction turned out.
 *
 * @param prediction the prediction
 * @param confidence the probability that was given to it beforehand, a share
 * @param cameTrue whether it came true
 */
public record PredictionScore(EntryId prediction, double confidence, boolean cameTrue) {
    /** The written form. */
    public static final Form<PredictionScore> FORM = Form.of(
            "prediction",
            EntryId.FORM,
            PredictionScore::prediction,
            "confidence",
            Forms.NUMBER,
            PredictionScore::confidence,
            "cameTrue",
            Forms.FLAG,
            PredictionScore::cameTrue,
            PredictionScore::new);

    /** Checks the confidence. */
    public PredictionScore {
        Checks.share(confidence, "confidence");
    }

    /**
     * The squared distance of the confidence from what happened: 0 is best, 1 worst, 0.25 what a coin would get (Brier
     * 1950, doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2).
     */
    public double brier() {
        double miss = (cameTrue ? 1 : 0) - confidence;
        return miss * miss;
    }

    /** The mean Brier score; missing if there are no predictions. */
    public static Measured<Double> meanBrier(Collection<PredictionScore> scores) {
        return mean(scores.stream().mapToDouble(PredictionScore::brier).sum(), scores.size());
    }

    /** Mean confidence less the share that came true: above zero is overconfident; missing if there are none. */
    public static Measured<Double> overconfidence(Collection<PredictionScore> scores) {
        return mean(
                scores.stream()
                        .mapToDouble(score -> score.confidence - (score.cameTrue ? 1 : 0))
                        .sum(),
                scores.size());
    }

    private static Measured<Double> mean(double sum, int n) {
        return n == 0 ? Measured.missing(MissingReason.TOO_FEW, "no predictions") : Measured.of(sum / n);
    }
}
