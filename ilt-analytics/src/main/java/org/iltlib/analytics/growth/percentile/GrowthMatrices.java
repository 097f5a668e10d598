package org.iltlib.analytics.growth.percentile;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The coefficients of a grade, on one earlier score, on two, and so on: all it takes to score students of any year. An
 * order that could not be fitted is not there. Immutable; can be stored and cited.
 *
 * @param matrices by order, ascending, at least one, of one subject and grade
 */
public record GrowthMatrices(List<CoefficientMatrix> matrices) {
    /** The written form. */
    public static final Form<GrowthMatrices> FORM =
            Form.of("matrices", Forms.listOf(CoefficientMatrix.FORM), GrowthMatrices::matrices, GrowthMatrices::new);

    /** Checks that the matrices belong together. */
    public GrowthMatrices {
        matrices = List.copyOf(Checks.notEmpty(matrices, "matrices"));
        for (int i = 1; i < matrices.size(); i++) {
            CoefficientMatrix before = matrices.get(i - 1);
            CoefficientMatrix after = matrices.get(i);
            Checks.require(
                    before.order() < after.order(),
                    "Order %s stands behind order %s. Expected ascending orders, each once.",
                    after.order(),
                    before.order());
            List<GradeLevel> grades = after.grades();
            Checks.require(
                    before.subject().equals(after.subject())
                            && before.grades()
                                    .equals(grades.subList(
                                            grades.size() - before.grades().size(), grades.size())),
                    "%s does not belong to %s.",
                    before,
                    after);
        }
    }

    /** Those matrices. */
    public static GrowthMatrices of(CoefficientMatrix... matrices) {
        return new GrowthMatrices(List.of(matrices));
    }

    /** The subject. */
    public Subject subject() {
        return matrices.get(0).subject();
    }

    /** The grade whose growth is told. */
    public GradeLevel grade() {
        List<GradeLevel> grades = matrices.get(0).grades();
        return grades.get(grades.size() - 1);
    }

    /** The matrix of that order, if there is one. */
    public Optional<CoefficientMatrix> find(int order) {
        return matrices.stream().filter(matrix -> matrix.order() == order).findFirst();
    }

    /** The matrix of the highest order that so many earlier scores allow, if there is one. */
    public Optional<CoefficientMatrix> findHighest(int earlierScores) {
        return matrices.stream()
                .filter(matrix -> matrix.order() <= earlierScores)
                .reduce((low, high) -> high);
    }

    /** Such as {@code mathematics, grade 6: orders [1, 2, 3]}. */
    @Override
    public String toString() {
        return subject() + ", " + grade() + ": orders "
                + matrices.stream().map(CoefficientMatrix::order).toList();
    }
}
