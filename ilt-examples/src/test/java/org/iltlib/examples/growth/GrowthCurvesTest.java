package org.iltlib.examples.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Labels at the ends of lines that all but meet there. */
class GrowthCurvesTest {
    private static final Pattern LABEL =
            Pattern.compile("y=\"(-?[0-9.]+)\" text-anchor=\"start\"[^>]*>(5|25|50|75|95)<");

    private static List<Double> heights(Double... last) {
        GrowthCurves curves = new GrowthCurves(
                "Growth chart",
                List.of(
                        new GrowthCurves.Point(400, List.of(400.0, 420.0, 440.0, 460.0, 480.0)),
                        new GrowthCurves.Point(600, List.of(last))),
                List.of());
        List<Double> heights = new ArrayList<>();
        Matcher label = LABEL.matcher(curves.toSvg());
        while (label.find()) {
            heights.add(Double.parseDouble(label.group(1)));
        }
        return heights;
    }

    @Test
    void labelsKeepApartAndInside() {
        for (List<Double> heights : List.of(
                heights(600.0, 600.0, 600.0, 600.0, 600.0),
                heights(500.0, 501.0, 502.0, 600.0, 600.0),
                heights(400.0, 400.0, 400.0, 400.0, 401.0))) {
            assertThat(heights).hasSize(5).allMatch(height -> height >= 20 && height <= 340);
            for (int line = 1; line < 5; line++) {
                assertThat(heights.get(line - 1) - heights.get(line)).isGreaterThanOrEqualTo(12.9);
            }
        }
    }
}
