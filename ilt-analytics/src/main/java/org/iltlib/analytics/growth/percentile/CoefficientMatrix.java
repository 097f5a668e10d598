package org.iltlib.analytics.growth.percentile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.quantile.FitCertificate;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The coefficients of one number of earlier scores, with all that it takes to score a student and to know where they came
 * from. Immutable; can be stored and cited.
 *
 * <p>Columns: the intercept, then for each earlier score, the newest first, the functions of its spline without the first.
 */
@Value.Immutable
public abstract class CoefficientMatrix {
    /** How many quantiles there are: .005, .015 … .995. */
    public static final int QUANTILES = 100;

    /** The written form. */
    public static final Form<CoefficientMatrix> FORM = Form.<CoefficientMatrix, Builder>built(
                    CoefficientMatrix::builder, Builder::build)
            .field("subject", Subject.FORM, CoefficientMatrix::subject, Builder::subject)
            .list("grades", GradeLevel.FORM, CoefficientMatrix::grades, Builder::addAllGrades)
            .list("years", Forms.INTEGER, CoefficientMatrix::years, Builder::addAllYears)
            .field("n", Forms.INTEGER, CoefficientMatrix::n, Builder::n)
            .list("priors", ScoreKnots.FORM, CoefficientMatrix::priors, Builder::addAllPriors)
            .field("scale", ScoreRange.FORM, CoefficientMatrix::scale, Builder::scale)
            .field("fit", Forms.enumOf(PercentileFit.class), CoefficientMatrix::fit, Builder::fit)
            .list(
                    "coefficients",
                    Forms.listOf(Forms.NUMBER),
                    CoefficientMatrix::coefficients,
                    Builder::addAllCoefficients)
            .list("objectives", Forms.NUMBER, CoefficientMatrix::objectives, Builder::addAllObjectives)
            .maybe("certificate", FitCertificate.FORM, CoefficientMatrix::certificate, Builder::certificate)
            .maybe("certified", Forms.TEXT, CoefficientMatrix::certified, Builder::certified);

    private static final double LARGEST = 1e100;

    CoefficientMatrix() {}

    /** The subject. */
    public abstract Subject subject();

    /** The grades of the scores, oldest first; the last is the grade whose growth is told. */
    public abstract List<GradeLevel> grades();

    /** The years whose students the coefficients were fitted on, by their newest score. */
    public abstract List<Integer> years();

    /** How many students they were fitted on. */
    public abstract int n();

    /** The knots of each earlier score, the newest first. */
    public abstract List<ScoreKnots> priors();

    /** The lowest and the highest obtainable newest score. */
    public abstract ScoreRange scale();

    /** How the quantiles were fitted. */
    public abstract PercentileFit fit();

    /** One row for each of {@value #QUANTILES} quantiles, ascending. */
    public abstract List<List<Double>> coefficients();

    /** The sum of the check function of the residuals, by quantile; empty for coefficients from elsewhere. */
    public abstract List<Double> objectives();

    /** The proof that the fit is the best; absent for coefficients from elsewhere. */
    public abstract Optional<FitCertificate> certificate();

    /**
     * What the certificate speaks of: the SHA-256 of fit, knots, coefficients and objectives, in hexadecimal. There if the
     * certificate is; whoever changes one of these must leave both out. It guards against mistakes, not against forgers.
     */
    public abstract Optional<String> certified();

    /** Checks that the parts fit together. */
    @Value.Check
    void check() {
        Checks.notEmpty(years(), "years");
        for (int i = 1; i < grades().size(); i++) {
            Checks.require(
                    grades().get(i - 1).compareTo(grades().get(i)) <= 0,
                    "%s is followed by %s. Expected the oldest grade first, and no fall.",
                    grades().get(i - 1),
                    grades().get(i));
        }
        Checks.notEmpty(priors(), "priors");
        Checks.require(
                grades().size() == priors().size() + 1,
                "There are %s grades and knots of %s earlier scores. Expected one grade more.",
                grades().size(),
                priors().size());
        Checks.positive(n(), "n");
        int columns = 1;
        for (ScoreKnots prior : priors()) {
            columns += prior.knots().size() + 3;
        }
        Checks.require(
                coefficients().size() == QUANTILES,
                "There are %s rows of coefficients. Expected %s. Maybe rows and columns are swapped.",
                coefficients().size(),
                QUANTILES);
        for (List<Double> row : coefficients()) {
            Checks.require(row.size() == columns, "A row has %s coefficients. Expected %s.", row.size(), columns);
            row.forEach(value -> Checks.require(
                    Math.abs(Checks.finite(value, "coefficient")) <= LARGEST,
                    "A coefficient is %s. Expected no more than %s.",
                    value,
                    LARGEST));
        }
        Checks.require(
                objectives().isEmpty() || objectives().size() == QUANTILES,
                "There are %s objectives. Expected none or %s.",
                objectives().size(),
                QUANTILES);
        for (double objective : objectives()) {
            Checks.require(
                    Checks.finite(objective, "objective") >= 0,
                    "An objective is %s. Expected zero or more.",
                    objective);
        }
        Checks.require(
                certified().equals(certificate().map(proof -> digest())),
                "The certificate is not of these coefficients. Maybe they were changed: leave it out then.");
    }

    /** This with a certificate of what it is now. */
    CoefficientMatrix with(FitCertificate proof) {
        return builder().from(this).certificate(proof).certified(digest()).build();
    }

    private String digest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(fit().name());
            for (ScoreKnots prior : priors()) {
                write(out, prior.knots());
                write(
                        out,
                        List.of(prior.boundaries().lowest(), prior.boundaries().highest()));
            }
            for (List<Double> row : coefficients()) {
                write(out, row);
            }
            write(out, objectives());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, and memory to write to.", e);
        }
    }

    private static void write(DataOutputStream out, List<Double> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (double number : numbers) {
            out.writeDouble(number + 0.0); // no minus zero
        }
    }

    /** The quantile of a row: .005 for row 0. */
    public static double tau(int row) {
        return (row + 0.5) / QUANTILES;
    }

    /** The number of earlier scores. */
    public int order() {
        return priors().size();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Such as {@code mathematics, grade 6 on 3 earlier scores, 600 students of [2025]}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s on %d earlier scores, %d students of %s",
                subject(),
                grades().get(grades().size() - 1),
                order(),
                n(),
                years());
    }

    /** Builds a matrix; every property but objectives, certificate and what it certifies must be set. */
    public static final class Builder extends ImmutableCoefficientMatrix.Builder {
        Builder() {}
    }
}
