package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected counts on the coherence map were computed for its published data with another program. */
class PrerequisiteGraphTest {
    private static StandardId id(String text) {
        return StandardId.of(text);
    }

    private static PrerequisiteGraph graph(String standards, String... steps) {
        return PrerequisiteGraph.of(
                Arrays.stream(standards.split("", -1))
                        .filter(one -> !one.isEmpty())
                        .map(StandardId::of)
                        .toList(),
                Arrays.stream(steps)
                        .map(step -> new Prerequisite(id(step.substring(0, 1)), id(step.substring(1))))
                        .toList());
    }

    /** What the tests need of a standard. */
    private record Row(String code, String grade, String parent) {}

    private static String text(String name) throws IOException {
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

    private static List<Row> rows() throws IOException {
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

    private static PrerequisiteGraph raw() throws IOException {
        return PrerequisiteGraph.of(
                rows().stream().map(row -> id(row.code())).toList(),
                cells("prerequisite_edges.csv").stream()
                        .skip(1)
                        .map(row -> new Prerequisite(id(row.get(2)), id(row.get(3))))
                        .toList());
    }

    private static PrerequisiteGraph whole() throws IOException {
        Map<StandardId, StandardId> parts = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> !row.parent().isEmpty())
                .forEach(row -> parts.put(id(row.code()), id(row.parent())));
        assertThat(parts).hasSize(116);
        return raw().withParts(parts);
    }

    @Test
    void theCoherenceMapHasItsPublishedShape() throws IOException {
        PrerequisiteGraph graph = raw();
        assertThat(graph.standards()).hasSize(480);
        assertThat(graph.edges()).hasSize(757);
        assertThat(graph.longestChain()).hasSize(31);
        assertThat(graph.countReachable()).isEqualTo(19_762);
        assertThat(graph.listRedundant()).hasSize(154);
        assertThat(graph.listWithoutPrerequisite()).hasSize(119);
        assertThat(graph.listWithoutSuccessor()).hasSize(175);
        assertThat(graph.listIsolated()).hasSize(84);
        assertThat(graph.listComponents()).hasSize(87).anyMatch(one -> one.size() == 391);
    }

    @Test
    void thePartsOfAStandardTieTheCoherenceMapTogether() throws IOException {
        PrerequisiteGraph graph = whole();
        assertThat(graph.edges()).hasSize(873);
        assertThat(graph.longestChain()).hasSize(32);
        assertThat(graph.countReachable()).isEqualTo(26_986);
        assertThat(graph.listRedundant()).hasSize(177);
        assertThat(graph.listWithoutPrerequisite()).hasSize(100);
        assertThat(graph.listWithoutSuccessor()).hasSize(98);
        assertThat(graph.listIsolated()).hasSize(10);
        assertThat(graph.listComponents()).hasSize(12).anyMatch(one -> one.size() == 468);
    }

    @ParameterizedTest
    @CsvSource({
        "7.RP.A.2, 75, 94, 100, 98",
        "8.EE.B.5, 76, 27, 105, 28",
        "F-IF.A.1, 77, 48, 106, 50",
        "7.NS.A.3, 102, 41, 122, 49",
        "K.CC.A.1, 0, 225, 0, 236",
        "6.RP.A.3, 0, 96, 94, 100",
        "4.NF.B.3, 0, 0, 56, 0",
        "A-REI.B.4, 0, 0, 148, 0"
    })
    void aStandardNeedsWhatItsPartsNeed(String code, int above, int below, int allAbove, int allBelow)
            throws IOException {
        assertThat(raw().listAncestors(id(code))).hasSize(above);
        assertThat(raw().listDescendants(id(code))).hasSize(below);
        assertThat(whole().listAncestors(id(code))).hasSize(allAbove);
        assertThat(whole().listDescendants(id(code))).hasSize(allBelow);
    }

    @Test
    void naiveOrdersOfTheCoherenceMapTeachSomeThingsTooEarly() throws IOException {
        Comparator<Row> byCode = Comparator.comparing(Row::code);
        Comparator<Row> byGrade = Comparator.comparingInt(row ->
                List.of("K", "1", "2", "3", "4", "5", "6", "7", "8", "HS").indexOf(row.grade()));
        PrerequisiteGraph graph = raw();
        assertThat(graph.listInversions(sorted(byGrade.thenComparing(byCode)))).hasSize(94);
        assertThat(graph.listInversions(sorted(byCode))).hasSize(110);
    }

    private static List<StandardId> sorted(Comparator<Row> order) throws IOException {
        return rows().stream().sorted(order).map(row -> id(row.code())).toList();
    }

    @Test
    void aCircleIsRefusedByName() {
        assertThatThrownBy(() -> graph("abcd", "ab", "bc", "cb", "cd"))
                .hasMessageContaining("b > c > b")
                .hasMessageContaining("wrong way round");
        assertThatThrownBy(() -> graph("a", "aa")).hasMessageContaining("its own prerequisite");
        assertThatThrownBy(() -> graph("a", "ab")).hasMessageContaining("not in the graph");
    }

    @Test
    void aStepThatFollowsFromOthersIsRedundant() {
        PrerequisiteGraph graph = graph("abcd", "ab", "bc", "ac", "ac");
        assertThat(graph.edges()).hasSize(3);
        assertThat(graph.listRedundant()).hasToString("[a > c]");
        assertThat(graph.longestChain()).containsExactly(id("a"), id("b"), id("c"));
        assertThat(graph.listIsolated()).containsExactly(id("d"));
        assertThat(graph.listInversions(List.of(id("c"), id("a"), id("d")))).hasToString("[a > c]");
        assertThat(graph("").longestChain()).isEmpty();
    }

    @Test
    void theOwnPartsOfAStandardAreNotItsPrerequisites() {
        PrerequisiteGraph graph = graph("apqw", "ap").withParts(Map.of(id("p"), id("w"), id("q"), id("p")));
        assertThat(graph.listAncestors(id("w"))).containsExactly(id("a"));
        assertThat(graph.listDescendants(id("q"))).containsExactly(id("p"), id("w"));
    }
}
