package org.iltlib.analytics.alignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Assumptions;

/** The published prerequisite map of mathematics standards, where the shared data are. */
public final class CoherenceMap {
    /** What the tests need of a standard. */
    public record Row(String code, String grade, String parent) {
        /** The code as an id. */
        public StandardId id() {
            return StandardId.of(code);
        }
    }

    private CoherenceMap() {}

    /** The text of a file beside those of the map. */
    static String text(String name) throws IOException {
        Optional<Path> found = Stream.of(
                        Path.of("../../shared/data"),
                        Path.of(Optional.ofNullable(System.getenv("ILT_SHARED")).orElse("none"), "data"))
                .map(root -> root.resolve("curriculum/coherence-map/" + name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no test data: set ILT_SHARED to the folder that holds it");
        return Files.readString(found.orElseThrow());
    }

    private static List<List<String>> cells(String name) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : text(name).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n')) {
                cell.append(c);
            } else {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(cells));
                    cells.clear();
                }
            }
        }
        return rows;
    }

    /** The 480 standards. */
    public static List<Row> rows() throws IOException {
        List<List<String>> cells = cells("standards.csv");
        List<String> head = cells.get(0);
        return cells.stream()
                .skip(1)
                .map(row -> new Row(
                        row.get(head.indexOf("code")),
                        row.get(head.indexOf("grade")),
                        row.get(head.indexOf("parent_code"))))
                .toList();
    }

    /** The grade of each standard; high school counts as grade 9. */
    public static Map<StandardId, GradeLevel> grades() throws IOException {
        Map<StandardId, GradeLevel> grades = new LinkedHashMap<>();
        rows().forEach(row -> grades.put(row.id(), GradeLevel.parse("HS".equals(row.grade()) ? "9" : row.grade())));
        return grades;
    }

    /** The graph as published. */
    public static PrerequisiteGraph raw() throws IOException {
        return PrerequisiteGraph.of(
                rows().stream().map(Row::id).toList(),
                cells("prerequisite_edges.csv").stream()
                        .skip(1)
                        .map(row -> new Prerequisite(StandardId.of(row.get(2)), StandardId.of(row.get(3))))
                        .toList());
    }

    /** The graph with each part a step towards its whole. */
    public static PrerequisiteGraph whole() throws IOException {
        Map<StandardId, StandardId> parts = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> !row.parent().isEmpty())
                .forEach(row -> parts.put(row.id(), StandardId.of(row.parent())));
        return raw().withParts(parts);
    }
}
