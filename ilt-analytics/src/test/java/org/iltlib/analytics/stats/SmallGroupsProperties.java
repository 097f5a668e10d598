package org.iltlib.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No withheld number follows from those shown: checked by elimination over all equations that a reader knows. */
class SmallGroupsProperties {
    private static final SuppressionPolicy FIVE = new SuppressionPolicy("five", LocalDate.of(2026, 11, 28), 5);

    @Property(tries = 500)
    void noWithheldGroupOfADistrictFollowsFromWhatIsShown(
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(min = 1, max = 4) List<@IntRange(min = 0, max = 14) Integer>> schools) {
        Map<String, Long> sizes = new TreeMap<>();
        Map<String, String> parents = new TreeMap<>();
        long all = 0;
        for (int school = 0; school < schools.size(); school++) {
            long sum = 0;
            for (int team = 0; team < schools.get(school).size(); team++) {
                long size = schools.get(school).get(team);
                sizes.put("t" + school + team, size);
                parents.put("t" + school + team, "s" + school);
                sum += size;
            }
            sizes.put("s" + school, sum);
            parents.put("s" + school, "district");
            all += sum;
        }
        sizes.put("district", all);
        SmallGroups.Shown shown = SmallGroups.of(FIVE).inTree(sizes, parents);
        sizes.forEach((group, size) ->
                assertThat(FIVE.hides(size) && shown.shows(group)).as(group).isFalse());
        List<String> unknown = List.copyOf(shown.hidden().keySet());
        List<double[]> equations = new ArrayList<>();
        for (String whole : new TreeMap<>(sizes).keySet()) {
            double[] row = new double[unknown.size()];
            if (unknown.contains(whole)) {
                row[unknown.indexOf(whole)] = 1;
            }
            parents.forEach((part, parent) -> {
                if (parent.equals(whole) && unknown.contains(part)) {
                    row[unknown.indexOf(part)] = -1;
                }
            });
            if (parents.containsValue(whole)) {
                equations.add(row);
            }
        }
        assertThat(determined(equations, unknown.size())).isEmpty();
        sizes.keySet().stream()
                .filter(shown::shows)
                .forEach(whole -> assertThat(FIVE.hides(withheld(whole, sizes, parents, shown)))
                        .as("%s less all that is shown in it", whole)
                        .isFalse());
    }

    /** The people of the group in no shown group below it: what a reader gets by subtraction. */
    private static long withheld(
            String whole, Map<String, Long> sizes, Map<String, String> parents, SmallGroups.Shown shown) {
        return parents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(whole) && !shown.shows(entry.getKey()))
                .mapToLong(entry -> parents.containsValue(entry.getKey())
                        ? withheld(entry.getKey(), sizes, parents, shown)
                        : sizes.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    /** The columns that the equations fix: after full elimination a row has that column alone. */
    private static List<Integer> determined(List<double[]> rows, int columns) {
        int rank = 0;
        for (int column = 0; column < columns; column++) {
            int pivot = rank;
            while (pivot < rows.size() && Math.abs(rows.get(pivot)[column]) < 1e-9) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            double[] lead = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, lead);
            for (int row = 0; row < rows.size(); row++) {
                double factor = rows.get(row)[column] / lead[column];
                for (int c = 0; row != rank && c < columns; c++) {
                    rows.get(row)[c] -= factor * lead[c];
                }
            }
            rank++;
        }
        List<Integer> found = new ArrayList<>();
        for (double[] row : rows) {
            List<Integer> filled = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                if (Math.abs(row[column]) > 1e-9) {
                    filled.add(column);
                }
            }
            if (filled.size() == 1) {
                found.addAll(filled);
            }
        }
        return found;
    }
}
