package org.iltlib.analytics.impact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Project STAR as the comparisons of these tests see it. */
record StarRows(List<Map<String, String>> rows) {
    static StarRows all() {
        return new StarRows(SharedFiles.rows("star.csv.gz"));
    }

    StarRows grade(String grade) {
        return new StarRows(
                rows.stream().filter(row -> grade.equals(row.get("gr"))).toList());
    }

    double[] column(ToDoubleFunction<Map<String, String>> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    /** 1 where the text is that one, 0 where it is another, NaN where it is missing. */
    double[] is(String column, String text) {
        return column(row -> {
            String found = row.getOrDefault(column, "");
            return found.isEmpty() ? Double.NaN : found.equals(text) ? 1 : 0;
        });
    }

    int[] codes(String... columns) {
        Map<String, Integer> seen = new HashMap<>();
        int[] codes = new int[rows.size()];
        for (int i = 0; i < codes.length; i++) {
            StringBuilder key = new StringBuilder();
            for (String column : columns) {
                key.append(rows.get(i).get(column)).append('|');
            }
            codes[i] = seen.computeIfAbsent(key.toString(), any -> seen.size());
        }
        return codes;
    }

    /** Small classes against the others, within school and grade. */
    Comparison small(String subject) {
        boolean[] treated = new boolean[rows.size()];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = "small".equals(rows.get(i).get("cltype"));
        }
        return Comparison.of(column(row -> SharedFiles.number(row, subject)), treated)
                .within(codes("sch", "gr"))
                .clusteredBy(codes("sch"));
    }
}
