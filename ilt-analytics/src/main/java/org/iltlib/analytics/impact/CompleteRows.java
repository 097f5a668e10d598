package org.iltlib.analytics.impact;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The rows of a comparison that can be used, with dense codes, and what speaks against using them.
 *
 * @param outcome one number a row
 * @param treatment 1 for treated, 0 for not
 * @param strata where they are compared
 * @param clusters whose errors go together
 * @param scales within which spread is measured
 * @param names the covariates' names
 * @param columns the covariates, by column
 * @param leftOut how many rows lacked something
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers that never leave the package
record CompleteRows(
        double[] outcome,
        double[] treatment,
        GroupCodes strata,
        GroupCodes clusters,
        GroupCodes scales,
        List<String> names,
        double[][] columns,
        int leftOut) {
    static final int FEWEST_STUDENTS = 5;

    static CompleteRows of(Comparison comparison, int[] rows) {
        int n = rows.length;
        double[] outcome = new double[n];
        double[] treatment = new double[n];
        int[] stratum = new int[n];
        int[] cluster = new int[n];
        int[] scale = new int[n];
        double[][] columns = new double[comparison.covariates().size()][n];
        for (int i = 0; i < n; i++) {
            outcome[i] = comparison.outcome(rows[i]);
            treatment[i] = comparison.treated(rows[i]) ? 1 : 0;
            stratum[i] = comparison.stratum(rows[i]);
            cluster[i] = comparison.cluster(rows[i]);
            scale[i] = comparison.scale(rows[i]);
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = comparison.covariates().get(j).values()[rows[i]];
            }
        }
        return new CompleteRows(
                outcome,
                treatment,
                GroupCodes.of(stratum),
                GroupCodes.of(cluster),
                GroupCodes.of(scale),
                comparison.covariates().stream().map(Comparison.Covariate::name).toList(),
                columns,
                comparison.rows() - n);
    }

    int n() {
        return outcome.length;
    }

    int treatedCount() {
        int count = 0;
        for (double value : treatment) {
            count += value > 0 ? 1 : 0;
        }
        return count;
    }

    int controlCount() {
        return n() - treatedCount();
    }

    /** The covariates, and the treatment last. */
    double[][] design() {
        double[][] design = Arrays.copyOf(columns, columns.length + 1);
        design[columns.length] = treatment;
        return design;
    }

    /** Every student a unit. */
    GroupCodes students() {
        int[] own = new int[n()];
        for (int i = 0; i < own.length; i++) {
            own[i] = i;
        }
        return GroupCodes.of(own);
    }

    /** The parts of clusters that lie in one stratum. */
    GroupCodes clustersWithinStrata() {
        Map<Long, Integer> seen = new LinkedHashMap<>();
        int[] unit = new int[n()];
        for (int i = 0; i < unit.length; i++) {
            long key = ((long) clusters.get(i) << 32) | strata.get(i);
            Integer known = seen.putIfAbsent(key, seen.size());
            unit[i] = known == null ? seen.size() - 1 : known;
        }
        return GroupCodes.of(unit);
    }

    /** Why what one of these clusters has of its own cannot be told from the effect; empty if it can. */
    Optional<String> alone(GroupCodes together) {
        boolean[][] seen = new boolean[2][together.count()];
        int[] counts = new int[2];
        for (int i = 0; i < n(); i++) {
            int side = treatment[i] > 0 ? 1 : 0;
            counts[side] += seen[side][together.get(i)] ? 0 : 1;
            seen[side][together.get(i)] = true;
        }
        return counts[0] >= 2 && counts[1] >= 2
                ? Optional.empty()
                : Optional.of(
                        "one cluster with " + (counts[1] < 2 ? "treated" : "other") + " students; at least 2 needed, as"
                                + " what one cluster has of its own cannot be told from the effect");
    }

    /** Why nothing can be concluded from these rows, whatever the method; empty if nothing speaks against it. */
    <T> Optional<Measured<T>> refusal() {
        if (n() < FEWEST_STUDENTS) {
            return refuse(
                    MissingReason.TOO_FEW, n() + " students with all values; at least " + FEWEST_STUDENTS + " needed");
        } else if (treatedCount() == 0 || controlCount() == 0) {
            return refuse(
                    MissingReason.TOO_FEW, "nobody in the " + (treatedCount() == 0 ? "treated" : "other") + " group");
        } else if (clusters.count() < 2) {
            return refuse(
                    MissingReason.TOO_FEW, "one cluster; what clusters have in common cannot be told from chance");
        }
        for (double value : outcome) {
            if (value != outcome[0]) {
                return Optional.empty();
            }
        }
        return refuse(MissingReason.UNDEFINED, "the outcome is the same for everybody");
    }

    private static <T> Optional<Measured<T>> refuse(MissingReason reason, String detail) {
        return Optional.of(Measured.missing(reason, detail));
    }

    /** Why the column, the treatment being the last of the design, cannot be told from the others. */
    <T> Measured<T> deficient(int column) {
        boolean treatmentColumn = column == names.size();
        return Measured.missing(
                MissingReason.UNDEFINED,
                treatmentColumn
                        ? "the treatment does not vary within strata, or the covariates determine it"
                        : "the covariate \"" + names.get(column)
                                + "\" is determined by the strata and the covariates before it");
    }
}
