package org.iltlib.analytics.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.junit.jupiter.api.Test;

class SchoolGrowthTest {
    /** Students of grades 3 and 4 in schools of those sizes. */
    private static ScoreTable table(Map<String, Integer> sizes) throws IOException {
        StringBuilder text = new StringBuilder("id,school,grade,math\n");
        Random random = new Random(1);
        sizes.forEach((school, size) -> {
            for (int i = 0; i < size; i++) {
                for (int grade = 3; grade <= 4; grade++) {
                    text.append(school + i + "," + school + "," + grade + "," + (500 + 20 * grade + random.nextInt(60)))
                            .append('\n');
                }
            }
        });
        return ScoreTableReader.of(ScoreLayout.builder()
                        .student("id")
                        .unit("school")
                        .grade("grade")
                        .putScores("math", Subject.MATHEMATICS)
                        .build())
                .read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)))
                .table();
    }

    private static Map<String, Boolean> shown(Map<String, Integer> sizes) throws IOException {
        ScoreTable table = table(new TreeMap<>(sizes));
        Map<String, Boolean> shown = new TreeMap<>();
        for (String school : sizes.keySet()) {
            Measured<SchoolGrowth.Result> result = SchoolGrowth.withDefaults(SuppressionPolicy.NCES_2011_603)
                    .of(table, OrgUnitId.of(school))
                    .get(0)
                    .result();
            shown.put(school, result.isReported());
        }
        return shown;
    }

    @Test
    void theMeanOfTheOthersIsWithheldIfTheyAreFew() throws IOException {
        assertThat(shown(Map.of("big", 97, "tiny", 3))).isEqualTo(Map.of("big", false, "tiny", false));
    }

    /** The others' mean of one school and its own give the mean of all, from which those shown are taken off. */
    @Test
    void whatTheOtherSchoolsLeaveIsNoSmallGroup() throws IOException {
        assertThat(shown(Map.of("a", 40, "b", 30, "c", 20, "d", 4)))
                .isEqualTo(Map.of("a", true, "b", true, "c", false, "d", false));
        assertThat(shown(Map.of("a", 40, "b", 30, "c", 6, "d", 4)))
                .isEqualTo(Map.of("a", true, "b", true, "c", false, "d", false));
        assertThat(shown(Map.of("a", 40, "b", 30, "c", 2, "d", 4)))
                .isEqualTo(Map.of("a", true, "b", false, "c", false, "d", false));
    }
}
