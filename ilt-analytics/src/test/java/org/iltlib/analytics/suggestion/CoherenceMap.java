package org.iltlib.analytics.suggestion;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/** Reads the Coherence Map's standards and the teachers' judgements in place; skips the test where they are absent. */
public final class CoherenceMap {
    private CoherenceMap() {}

    /** The rows of a file of the shared folder, by column name; quoted fields may hold commas and line ends. */
    public static List<Map<String, String>> rows(String name) {
        Path path = path(name);
        try {
            List<List<String>> lines = lines(Files.readString(path));
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> line : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < line.size(); i++) {
                    row.put(lines.get(0).get(i), line.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where that file of the shared folder is. */
    public static Path path(String name) {
        Path path = Path.of("../../shared/data/curriculum", name);
        String elsewhere = System.getenv("ILT_SHARED");
        if (!Files.exists(path) && elsewhere != null) {
            path = Path.of(elsewhere, "data/curriculum", name);
        }
        assumeTrue(Files.exists(path), "The shared folder with " + name + " is not here (see ILT_SHARED).");
        return path;
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c != '\r') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        if (!line.isEmpty() || !field.isEmpty()) {
            line.add(field.toString());
            lines.add(line);
        }
        return lines;
    }

    /** The 480 standards under their clusters and domains; ids are codes. */
    public static StandardsFramework framework() {
        return framework(UnaryOperator.identity());
    }

    /** The same with each statement changed. */
    public static StandardsFramework framework(UnaryOperator<String> change) {
        Map<StandardId, Standard> items = new LinkedHashMap<>();
        for (Map<String, String> row : rows("coherence-map/standards.csv")) {
            StandardId domain = StandardId.of(get(row, "grade") + " " + get(row, "domain_code"));
            StandardId cluster = StandardId.of(domain.value() + " " + get(row, "cluster_letter"));
            items.putIfAbsent(
                    domain, heading(domain, get(row, "domain_name"), row).build());
            items.putIfAbsent(
                    cluster,
                    heading(cluster, get(row, "cluster_name"), row)
                            .parent(domain)
                            .build());
            String parent = get(row, "parent_code");
            StandardId id = StandardId.of(get(row, "code"));
            items.put(
                    id,
                    heading(id, change.apply(get(row, "statement")), row)
                            .code(id.value())
                            .parent(parent.isEmpty() ? cluster : StandardId.of(parent))
                            .build());
        }
        return StandardsFramework.builder()
                .id(EntryId.of("coherence-map"))
                .title("Coherence Map")
                .items(items.values())
                .build();
    }

    private static Standard.Builder heading(StandardId id, String words, Map<String, String> row) {
        return Standard.builder().id(id).statement(words).addAllGrades(grades(get(row, "grade")));
    }

    /** A grade as the files spell it; {@code HS} is grades 9 to 12. */
    public static List<GradeLevel> grades(String grade) {
        return grade.equals("HS")
                ? GradeLevel.range(GradeLevel.of(9), GradeLevel.of(12)).toList()
                : List.of(GradeLevel.parse(grade));
    }

    /** The 138 judgements of problems by teachers. */
    public static List<TeacherJudgement> judgements() {
        return rows("mathfish/teacher_judgements.csv").stream()
                .map(row -> new TeacherJudgement(
                        get(row, "Problem/Activity Text"),
                        StandardId.of(get(row, "Standard").replaceFirst("^HS", "")),
                        get(row, "Grade"),
                        get(row, "Align?")))
                .toList();
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** What a teacher said of a problem. */
    public record TeacherJudgement(String text, StandardId standard, String grade, String verdict) {
        public boolean isFull() {
            return verdict.startsWith("Full");
        }

        public boolean isNone() {
            return verdict.startsWith("No Alignment");
        }
    }
}
