package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.StandardId;
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

    private static PrerequisiteGraph raw() throws IOException {
        return CoherenceMap.raw();
    }

    private static PrerequisiteGraph whole() throws IOException {
        return CoherenceMap.whole();
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

    /** Text order, and numeric parts compared as numbers: "2" before "10". */
    @Test
    void naiveOrdersOfTheCoherenceMapTeachSomeThingsTooEarly() throws IOException {
        Comparator<CoherenceMap.Row> byCode = Comparator.comparing(CoherenceMap.Row::code);
        Comparator<CoherenceMap.Row> byGrade = Comparator.comparingInt(row ->
                List.of("K", "1", "2", "3", "4", "5", "6", "7", "8", "HS").indexOf(row.grade()));
        Comparator<CoherenceMap.Row> byNumber = Comparator.comparing(row -> padded(row.code()));
        PrerequisiteGraph graph = raw();
        assertThat(graph.listInversions(sorted(byGrade.thenComparing(byCode)))).hasSize(94);
        assertThat(graph.listInversions(sorted(byGrade.thenComparing(byNumber))))
                .hasSize(92);
        assertThat(graph.listInversions(sorted(byCode))).hasSize(110);
    }

    /** The arrows at the parts say what belongs together; 116 of them would make 94 inversions 210. */
    @Test
    void partsOfAStandardMayBeTaughtAfterItsName() throws IOException {
        Comparator<CoherenceMap.Row> byGrade = Comparator.comparingInt(row ->
                List.of("K", "1", "2", "3", "4", "5", "6", "7", "8", "HS").indexOf(row.grade()));
        List<StandardId> order = sorted(byGrade.thenComparing(CoherenceMap.Row::code));
        assertThat(whole().listInversions(order))
                .isEqualTo(raw().listInversions(order))
                .hasSize(94);
    }

    /** 1.NBT.B.2 needs K.NBT.A.1 in the published steps, and no arrow leads to 1.NBT.B.2.a itself. */
    @Test
    void aPartRestsOnWhatItsWholeNeeds() throws IOException {
        PrerequisiteGraph graph = whole();
        StandardId part = id("1.NBT.B.2.a");
        assertThat(graph.listAncestors(part)).isEmpty();
        assertThat(graph.listFoundations(part)).contains(id("K.NBT.A.1")).doesNotContain(part, id("1.NBT.B.2"));
        assertThat(graph.parts().keySet().stream()
                        .filter(one -> graph.listAncestors(one).isEmpty())
                        .filter(one -> graph.listNeeds(graph.parts().get(one)).stream()
                                .anyMatch(need -> !graph.isOneFamily(need, one)
                                        && !graph.parts()
                                                .get(one)
                                                .equals(graph.parts().get(need))))
                        .filter(one -> graph.listFoundations(one).isEmpty()))
                .isEmpty();
        for (StandardId one : graph.standards()) {
            assertThat(graph.listFoundations(one))
                    .containsAll(graph.listAncestors(one))
                    .doesNotContain(one);
        }
        PrerequisiteGraph small =
                graph("abwpqz", "aw", "pz", "zq").withParts(Map.of(id("p"), id("w"), id("q"), id("w")));
        assertThat(small.listFoundations(id("p"))).containsExactly(id("a"));
        assertThat(small.listFoundations(id("z"))).as("through the part").containsExactly(id("a"), id("p"));
        assertThat(small.listFoundations(id("w"))).containsExactly(id("a"), id("z"));
        assertThat(small.listFoundations(id("q"))).containsExactly(id("a"), id("p"), id("z"));
    }

    @Test
    void theOrderOfTheStepsDoesNotMatter() {
        List<String> steps = List.of("ab", "bd", "ac", "cd", "ad", "xd", "ax", "bx");
        PrerequisiteGraph graph = graph("abcdx", steps.toArray(String[]::new));
        List<String> back = new ArrayList<>(steps);
        Collections.reverse(back);
        PrerequisiteGraph other = graph("abcdx", back.toArray(String[]::new));
        assertThat(other.longestChain()).isEqualTo(graph.longestChain());
        assertThat(other.listRedundant()).isEqualTo(graph.listRedundant()).hasToString("[a > d, a > x, b > d]");
        PrerequisiteGraph two = graph("abcd", "ab", "bd", "ac", "cd");
        assertThat(two.longestChain())
                .isEqualTo(graph("abcd", "cd", "ac", "bd", "ab").longestChain());
    }

    private static String padded(String code) {
        return Pattern.compile("\\d+")
                .matcher(code)
                .replaceAll(number -> "0".repeat(6 - number.group().length()) + number.group());
    }

    private static List<StandardId> sorted(Comparator<CoherenceMap.Row> order) throws IOException {
        return CoherenceMap.rows().stream()
                .sorted(order)
                .map(CoherenceMap.Row::id)
                .toList();
    }

    /** 7 and 14 as published, 9 and 14 with the parts; grade spans K, 1–8, HS of the published steps. */
    @Test
    void theCoherenceMapHasItsPublishedDegreesAndGradeSpans() throws IOException {
        assertThat(most(raw(), true)).isEqualTo(7);
        assertThat(most(raw(), false)).isEqualTo(14);
        assertThat(most(whole(), true)).isEqualTo(9);
        assertThat(most(whole(), false)).isEqualTo(14);
        assertThat(raw().edges().size() - raw().listRedundant().size()).isEqualTo(603);
        Map<StandardId, GradeLevel> grades = CoherenceMap.grades();
        Map<Integer, Integer> spans = new TreeMap<>();
        raw().edges()
                .forEach(edge -> spans.merge(
                        grades.get(edge.after()).number()
                                - grades.get(edge.before()).number(),
                        1,
                        Integer::sum));
        assertThat(spans).isEqualTo(Map.of(0, 387, 1, 258, 2, 78, 3, 30, 4, 1, 5, 3));
    }

    private static int most(PrerequisiteGraph graph, boolean needs) {
        return graph.standards().stream()
                .mapToInt(one -> (needs ? graph.listNeeds(one) : graph.listNeededBy(one)).size())
                .max()
                .orElse(0);
    }

    /** The thirteen wholes without a step of their own, as listed with the data. */
    @Test
    void thirteenStandardsSeemToNeedNothingUntilTheirPartsAreKnown() throws IOException {
        PrerequisiteGraph raw = raw();
        assertThat(CoherenceMap.rows().stream()
                        .map(CoherenceMap.Row::parent)
                        .filter(parent -> !parent.isEmpty())
                        .distinct()
                        .filter(parent -> raw.listIsolated().contains(id(parent)))
                        .sorted())
                .containsExactly(
                        "3.MD.C.7",
                        "4.NF.B.3",
                        "5.MD.C.5",
                        "6.NS.C.6",
                        "6.NS.C.7",
                        "7.NS.A.1",
                        "A-REI.B.4",
                        "A-SSE.B.3",
                        "F-BF.A.1",
                        "F-IF.C.7",
                        "F-IF.C.8",
                        "K.CC.B.4",
                        "S-ID.B.6");
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
