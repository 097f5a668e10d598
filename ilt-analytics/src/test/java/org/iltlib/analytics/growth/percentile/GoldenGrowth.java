package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** The scores, matrices and percentiles of SGP 2.2-0.0 in the shared data; without them a test is skipped. */
public final class GoldenGrowth {
    private GoldenGrowth() {}

    static Path file(String name) {
        Path beside = Path.of("..", "..", "shared", "data", "achievement", name);
        Optional<Path> given = Optional.ofNullable(System.getenv("ILT_SHARED"))
                .map(root -> Path.of(root, "data", "achievement", name));
        Path found = Files.exists(beside) ? beside : given.orElse(beside);
        assumeThat(found)
                .as("shared data: expected beside the repository or under ILT_SHARED")
                .exists();
        return found;
    }

    /** A column of numbers; an empty field is not a number. */
    public static double[] column(String name, String column) {
        try {
            List<String> lines = Files.readAllLines(file(name));
            int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1)[at])
                    .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Node.Fields json(String name) {
        try {
            return (Node.Fields) CanonicalJson.read(Files.readString(file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Node.Fields fields(Node.Fields fields, String name) {
        return (Node.Fields) fields.find(name).orElseThrow();
    }

    /** The 600 students in grade 6 with so many earlier scores; {@code decimal} or {@code integer}. */
    public static GrowthCohort cohort(String kind, int priors) {
        String name = "sgp_scores_" + kind + ".csv";
        List<double[]> earlier = IntStream.rangeClosed(1, priors)
                .mapToObj(back -> column(name, "SS" + (6 - back)))
                .toList();
        return GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(6), priors), column(name, "SS6"), earlier);
    }

    /** A stored matrix; the scale of each grade comes from its scores. */
    public static CoefficientMatrix matrix(Node.Fields stored, GradeLevel newest, List<ScoreRange> scales) {
        List<List<Double>> rows = table(stored, "coef");
        List<List<Double>> knots = table(stored, "knots");
        List<List<Double>> boundaries = table(stored, "boundaries");
        CoefficientMatrix.Builder matrix = CoefficientMatrix.builder()
                .subject(Subject.MATHEMATICS)
                .addYears(2025)
                .n(600)
                .scale(scales.get(0))
                .fit(PercentileFit.INDEPENDENT_SORTED);
        for (int back = knots.size(); back >= 0; back--) {
            matrix.addGrades(GradeLevel.of(newest.number() - back));
        }
        for (int k = 0; k < knots.size(); k++) {
            List<Double> ends = boundaries.get(k);
            matrix.addPriors(new ScoreKnots(knots.get(k), new ScoreRange(ends.get(0), ends.get(1)), scales.get(k + 1)));
        }
        for (int tau = 0; tau < CoefficientMatrix.QUANTILES; tau++) {
            int at = tau;
            matrix.addCoefficients(rows.stream().map(row -> row.get(at)).toList());
        }
        return matrix.build();
    }

    /** The stored matrices of the 600 students, orders 1 to 3 (integer scores: order 1). */
    public static GrowthMatrices matrices(String kind) {
        boolean decimal = kind.equals("decimal");
        Node.Fields all =
                fields(json(decimal ? "sgp_decimal_matrices.json" : "sgp_integer_matrix_order1.json"), "matrices");
        List<ScoreRange> scales = IntStream.rangeClosed(3, 6)
                .mapToObj(grade -> ScoreRange.of(column("sgp_scores_" + kind + ".csv", "SS" + (9 - grade))))
                .toList();
        List<CoefficientMatrix> found = new ArrayList<>();
        for (int order = 1; order <= (decimal ? 3 : 1); order++) {
            found.add(matrix(fields(all, "order" + order), GradeLevel.of(6), scales));
        }
        return new GrowthMatrices(found);
    }

    static List<List<Double>> table(Node.Fields fields, String name) {
        return ((Node.Items) fields.find(name).orElseThrow())
                .values().stream().map(GoldenGrowth::numbers).toList();
    }

    static List<Double> numbers(Node items) {
        return ((Node.Items) items)
                .values().stream()
                        .map(node -> ((Node.Numeral) node).value().doubleValue())
                        .toList();
    }
}
