package org.iltlib.curriculum.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.iltlib.exchange.SharedFolder;
import org.junit.jupiter.api.Test;

class TeachingOrderTest {
    private static StandardId id(String id) {
        return StandardId.of(id);
    }

    private static Precedence edge(String before, String after) {
        return new Precedence(id(before), id(after));
    }

    @Test
    void aStandardThatIsTaughtBeforeWhatItNeedsIsAViolation() {
        TeachingOrder order = TeachingOrder.of(List.of(id("a"), id("b"), id("a"), id("c")));
        assertThat(order.listViolations(List.of(edge("c", "a"), edge("a", "b"), edge("b", "a"), edge("x", "a"))))
                .containsExactly(edge("c", "a"), edge("b", "a"));
        assertThat(order.listPresumed(List.of(edge("x", "a"), edge("x", "y"), edge("a", "b"))))
                .containsExactly(edge("x", "a"));
        assertThat(order.findPlace(id("c"))).contains(3);
        assertThat(order.findPlace(id("x"))).isEmpty();
    }

    @Test
    void aPartIsTaughtWithItsWholeAndAWholeWithTheLastOfItsParts() {
        Map<StandardId, StandardId> wholes = Map.of(id("w.a"), id("w"), id("w.b"), id("w"), id("w"), id("v"));
        TeachingOrder named = TeachingOrder.of(List.of(id("x"), id("w"), id("y"), id("w.b")));
        List<Precedence> edges = List.of(edge("y", "w.a"), edge("w.b", "x"), edge("w", "z"), edge("a", "w.a"));
        assertThat(named.listViolations(edges)).containsExactly(edge("w.b", "x"));
        assertThat(named.withParts(wholes).listViolations(edges)).containsExactly(edge("y", "w.a"), edge("w.b", "x"));
        assertThat(named.listPresumed(edges)).isEmpty();
        assertThat(named.withParts(wholes).listPresumed(edges)).containsExactly(edge("a", "w.a"));
        TeachingOrder byParts =
                TeachingOrder.of(List.of(id("w.b"), id("z"), id("w.a"))).withParts(wholes);
        assertThat(byParts.findPlace(id("w"))).contains(2);
        assertThat(byParts.findPlace(id("v"))).as("through the whole").contains(2);
        assertThat(byParts.listViolations(edges)).containsExactly(edge("w", "z"));
        assertThat(TeachingOrder.of(List.of(id("w.b"))).withParts(wholes).findPlace(id("w")))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named.withParts(Map.of(id("p"), id("q"), id("q"), id("p"))));
    }

    @Test
    void standardsOfOneUnitAreTaughtTogether() {
        Course course = Course.builder()
                .id(EntryId.of("course"))
                .framework(EntryId.of("math"))
                .title("Mathematics 6")
                .subject("mathematics")
                .grade(GradeLevel.of(6))
                .addUnits(unit("one", "b", "a"), unit("two", "c", "a"))
                .build();
        TeachingOrder order = TeachingOrder.of(course);
        assertThat(order.places()).containsEntry(id("a"), 0).containsEntry(id("c"), 1);
        assertThat(order.listViolations(List.of(edge("a", "b"), edge("b", "a"), edge("c", "a"))))
                .containsExactly(edge("c", "a"));
    }

    private static Unit unit(String id, String... standards) {
        return Unit.builder()
                .id(id)
                .title(id)
                .plannedDays(1)
                .addAllStandards(List.of(standards).stream().map(StandardId::of).toList())
                .build();
    }

    @Test
    void thePublishersArrowsAreTakenFromTheFramework() {
        Standard one = Standard.builder().id(id("a")).statement("Count").build();
        StandardsFramework framework = StandardsFramework.builder()
                .id(EntryId.of("math"))
                .title("Mathematics")
                .addItems(one)
                .addAssociations(
                        association("1", AssociationType.PRECEDES, "a", "b"),
                        association("2", AssociationType.PRECEDES, "a", "b"),
                        association("3", AssociationType.IS_RELATED_TO, "a", "c"),
                        association("4", AssociationType.PRECEDES, "a", "a"))
                .build();
        assertThat(Precedence.listOf(framework)).containsExactly(edge("a", "b"));
        assertThat(edge("a", "b")).hasToString("a → b");
        assertThatIllegalArgumentException().isThrownBy(() -> edge("a", "a"));
    }

    private static Association association(String id, AssociationType type, String from, String to) {
        return Association.builder()
                .id(id)
                .type(type)
                .origin(id(from))
                .destination(id(to))
                .build();
    }

    private record Row(String code, int grade) {}

    private static List<Row> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(SharedFolder.path("curriculum/coherence-map/standards.csv"))) {
            return csv.stream()
                    .map(row -> new Row(row.getField("code"), grade(row.getField("grade"))))
                    .toList();
        }
    }

    private static int grade(String text) {
        return text.equals("K") ? 0 : text.equals("HS") ? 9 : Integer.parseInt(text);
    }

    /** The numbers in a code filled up with zeros. */
    private static String numeric(String code) {
        return Pattern.compile("\\d+")
                .matcher(code)
                .replaceAll(match -> String.format(Locale.ROOT, "%04d", Integer.parseInt(match.group())));
    }

    private static long violations(Comparator<Row> order) throws IOException {
        List<StandardId> standards =
                rows().stream().sorted(order).map(row -> id(row.code())).toList();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(SharedFolder.path("curriculum/coherence-map/prerequisite_edges.csv"))) {
            List<Precedence> edges = csv.stream()
                    .map(row -> edge(row.getField("from_code"), row.getField("to_code")))
                    .toList();
            assertThat(edges).hasSize(757);
            return TeachingOrder.of(standards).listViolations(edges).size();
        }
    }

    /** Expected: the published acceptance numbers of the Coherence Map for three naive orders. */
    @Test
    void naiveOrdersOfTheCoherenceMapBreak94And92And110Arrows() throws IOException {
        assertThat(violations(Comparator.comparingInt(Row::grade).thenComparing(Row::code)))
                .isEqualTo(94);
        assertThat(violations(Comparator.comparingInt(Row::grade).thenComparing(row -> numeric(row.code()))))
                .isEqualTo(92);
        assertThat(violations(Comparator.comparing(Row::code))).isEqualTo(110);
    }
}
