package org.iltlib.analytics.impact.match;

import java.util.List;
import java.util.Map;
import org.iltlib.analytics.impact.SharedFiles;

/** The sample of the National Supported Work study, read in place: earnings in 1974 and 1975 are in thousands. */
final class Lalonde {
    static final List<String> INPUTS = List.of("age", "educ", "married", "nodegree", "re74", "re75", "black", "hispan");

    private final List<Map<String, String>> rows = SharedFiles.rows("lalonde.csv");

    double[] column(String name) {
        return rows.stream().mapToDouble(row -> SharedFiles.number(row, name)).toArray();
    }

    int[] codes(String name) {
        return rows.stream()
                .mapToInt(row -> (int) SharedFiles.number(row, name))
                .toArray();
    }

    boolean[] treated() {
        boolean[] treated = new boolean[rows.size()];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = "1".equals(rows.get(i).get("treat"));
        }
        return treated;
    }

    Candidates candidates() {
        Candidates candidates = Candidates.of(treated());
        for (String name : INPUTS) {
            candidates = candidates.with(name, column(name));
        }
        return candidates;
    }

    double[] outcome() {
        return column("re78");
    }
}
