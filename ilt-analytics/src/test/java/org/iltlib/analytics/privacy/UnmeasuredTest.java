package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnmeasuredTest {
    private static final Dimension GRADE = Dimension.flat("grade", List.of("3", "4"));
    private static final Suppressor TEN = Suppressor.of(PrivacyPolicies.CALIFORNIA);

    private static List<CrossTable> tabulate(TableRequest request, long measured) {
        if (request.measure().isEmpty()) {
            return List.of(CrossTable.of(List.of(GRADE), Map.of(List.of("3"), 70L, List.of("4"), 80L)));
        }
        return List.of(
                table("maths, n", CountKind.GROUP, measured, 60),
                table("maths", CountKind.WITH, measured - 30, 30),
                table("not maths", CountKind.WITHOUT, 30, 30));
    }

    private static CrossTable table(String measure, CountKind kind, long three, long four) {
        return CrossTable.of(List.of(GRADE), measure, kind, Map.of(List.of("3"), three, List.of("4"), four));
    }

    private static ReleaseNote note(String name, String measure) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name(name).population("students").data("a").date(LocalDate.of(2026, 11, 28));
        return note.policy("california")
                .addTables(TableRequest.of(measure, List.of("grade")))
                .build();
    }

    private static SafeCells second(long measured) {
        ReleaseNote first = note("first", "");
        SafeCells once = ReleaseLedger.EMPTY.protect(first, TEN, request -> tabulate(request, measured));
        ReleaseLedger ledger = ReleaseLedger.EMPTY.with(ReleaseLedger.EMPTY.release(first, once));
        return ledger.protect(note("second", "maths"), TEN, request -> tabulate(request, measured));
    }

    /** Of 70 in grade 3, 69 have a score: the one who has none would be known. */
    @Test
    void theOneWithoutAScoreIsNotGivenAwayByTwoTables() {
        SafeCells one = second(69);
        assertThat(one.isSafe()).isTrue();
        assertThat(one.count(one.find("maths, n: grade 3").orElseThrow()).isReported())
                .isFalse();
        SafeCells many = second(58);
        assertThat(many.isSafe()).isTrue();
        assertThat(many.withheld()).isZero();
        assertThatThrownBy(() -> second(71)).hasMessageContaining("More have a result in maths");
    }
}
