package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressorTest {
    private static final Dimension GRADE = Dimension.flat("grade", List.of("3", "4", "5"));
    private static final Dimension LEARNER = Dimension.flat("learner", List.of("Y", "N"));
    private static final Map<List<String>, Long> COUNTS = Map.of(
            List.of("3", "Y"), 12L,
            List.of("3", "N"), 58L,
            List.of("4", "Y"), 7L,
            List.of("4", "N"), 61L,
            List.of("5", "Y"), 14L,
            List.of("5", "N"), 50L);

    private static LinkedCells golden() {
        LinkedCells.Builder cells = LinkedCells.builder();
        CrossTable.of(List.of(GRADE, LEARNER), COUNTS).addTo(cells);
        return cells.build();
    }

    @Test
    void theCheapestPatternHides132StudentsAndNot138() {
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(golden());
        assertThat(safe.isCheapest()).isTrue();
        assertThat(safe.withheldStudents()).isEqualTo(132);
        assertThat(safe.withheld()).isEqualTo(4);
        assertThat(safe.count(place(safe, "grade 3, learner Y")).value()).contains(12L);
        assertThat(safe.count(place(safe, "all")).value()).contains(202L);
        assertThat(safe.attack())
                .extracting(Exposure::toString)
                .contains("grade 4, learner Y: 1 to 20, at least 10 must be possible: safe");
    }

    @Test
    void theFewestCellsMayBeOtherThanTheFewestStudents() {
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA)
                .withCost(SuppressionCost.CELLS)
                .protect(golden());
        assertThat(safe.withheld()).isEqualTo(4);
        assertThat(safe.isSafe()).isTrue();
    }

    @Test
    void whatIsKnownAlreadyCannotBeWithheldAndIsSaid() {
        LinkedCells.Builder cells = LinkedCells.builder();
        int learners = cells.cell("learners", CountKind.GROUP, 7);
        int others = cells.cell("others", CountKind.GROUP, 61);
        int all = cells.cell("all", CountKind.GROUP, 68);
        cells.known(others).known(all).sum(all, learners, others);
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells.build());
        assertThat(safe.isSafe()).isFalse();
        Exposure exposure = safe.attack().get(0);
        assertThat(exposure.verdict()).isEqualTo(Exposure.Verdict.GIVEN_AWAY);
        assertThat(exposure.least()).isEqualTo(7);
        assertThat(exposure.because()).containsExactly("68 (all) = ? (learners) + 61 (others)");
    }

    private static SafeCells protect(long[][] counts) {
        List<String> rows =
                IntStream.range(0, counts.length).mapToObj(i -> "r" + i).toList();
        List<String> columns =
                IntStream.range(0, counts[0].length).mapToObj(i -> "c" + i).toList();
        Map<List<String>, Long> all = new HashMap<>();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                all.put(List.of(rows.get(row), columns.get(column)), counts[row][column]);
            }
        }
        LinkedCells.Builder cells = LinkedCells.builder();
        CrossTable.of(List.of(Dimension.flat("row", rows), Dimension.flat("column", columns)), all)
                .addTo(cells);
        return Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells.build());
    }

    @Test
    void aTableOfOneRowHidesATotalToo() {
        SafeCells safe = protect(new long[][] {{5, 40}});
        assertThat(safe.isSafe()).isTrue();
        assertThat(safe.count(place(safe, "column c0")).isReported()).isFalse();
        assertThat(safe.attack()).allMatch(exposure -> exposure.most().orElse(Long.MAX_VALUE) >= 10);
    }

    @Test
    void aLargeTableIsSafeAsWell() {
        long[][] counts = new long[6][6];
        for (int i = 0; i < 36; i++) {
            counts[i / 6][i % 6] = i * 37L % 23;
        }
        SafeCells safe = protect(counts);
        assertThat(safe.isSafe()).isTrue();
        assertThat(safe.attack()).allMatch(exposure -> exposure.most().orElse(Long.MAX_VALUE) > exposure.least());
    }

    @Test
    void aTableWithoutSmallCellsIsShownWhole() {
        assertThat(protect(new long[][] {{12, 0}, {30, 11}}).withheld()).isZero();
    }

    @Test
    void aThirdDimensionAndNestedCodesAreProtectedTogether() {
        Dimension unit = Dimension.tree(
                "unit", "district", Map.of("north", "district", "south", "district", "n3", "north", "n4", "north"));
        LinkedCells.Builder cells = LinkedCells.builder();
        Map<List<String>, Long> counts = new HashMap<>();
        long next = 3;
        for (String leaf : unit.leavesUnder("district")) {
            for (String learner : List.of("Y", "N")) {
                for (String lunch : List.of("free", "paid")) {
                    counts.put(List.of(leaf, learner, lunch), next);
                    next = next * 7 % 61;
                }
            }
        }
        CrossTable.of(List.of(unit, LEARNER, Dimension.flat("lunch", List.of("free", "paid"))), counts)
                .addTo(cells);
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells.build());
        assertThat(safe.isSafe()).isTrue();
        assertThat(safe.withheld()).isPositive().isLessThan(safe.size());
        assertThat(safe.attack()).allMatch(exposure -> exposure.verdict() == Exposure.Verdict.SAFE);
    }

    @Test
    void aRoundedPercentageOfAKnownGroupIsTheCount() {
        // 43 % of 68 leaves 28.9 ≤ x < 29.58, hence exactly 29.
        CodedShare share = PrivacyPolicies.CALIFORNIA.code(29, 68).orElseThrow();
        assertThat(share).hasToString("43 %");
        assertThat(share.least()).isEqualTo(29);
        assertThat(share.most()).isEqualTo(29);
        LinkedCells.Builder cells = LinkedCells.builder();
        int with = cells.cell("proficient", CountKind.WITH, 29);
        cells.coded(with, share);
        int without = cells.cell("not", CountKind.WITHOUT, 39);
        cells.sum(cells.cell("tested", CountKind.GROUP, 68), with, without);
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells.build());
        assertThat(safe.share(with).value()).contains(share);
        assertThat(safe.count(with).isReported()).isFalse();
    }

    @Test
    void whatMattersMoreIsShown() {
        LinkedCells.Builder cells = LinkedCells.builder();
        CrossTable.of(List.of(GRADE, LEARNER), COUNTS).addTo(cells);
        cells.importance(cells.find("grade 5, learner N").orElseThrow(), 100);
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA)
                .withCost(SuppressionCost.IMPORTANCE)
                .protect(cells.build());
        assertThat(safe.count(place(safe, "grade 5, learner N")).isReported()).isTrue();
        assertThat(safe.count(place(safe, "grade 3, learner N")).isReported()).isFalse();
        assertThat(safe.isSafe()).isTrue();
    }

    /** A secret ballot of five by experience: no line of it tells how one person voted, and the sums do not either. */
    @Test
    void aSmallTallyIsAttackedLikeAnyTable() {
        LinkedCells.Builder cells = LinkedCells.builder();
        int yes = cells.cell("yes", CountKind.WITH, 4);
        int no = cells.cell("no", CountKind.WITHOUT, 1);
        cells.sum(cells.cell("ballots", CountKind.GROUP, 5), yes, no);
        SafeCells safe = Suppressor.of(PrivacyPolicies.SECRET_BALLOT).protect(cells.build());
        assertThat(safe.count(yes).isReported()).isFalse();
        assertThat(safe.count(no).isReported()).isFalse();
        assertThat(safe.count(place(safe, "ballots")).value()).contains(5L);
        assertThat(safe.isSafe()).isTrue();
    }

    @Test
    void aCodedShareToldBeforeNarrowsWhatIsPossible() {
        LinkedCells.Builder cells = LinkedCells.builder();
        int some = cells.cell("some", CountKind.GROUP, 4);
        int rest = cells.cell("rest", CountKind.GROUP, 60);
        int all = cells.cell("all", CountKind.GROUP, 64);
        cells.known(all).sum(all, some, rest).told(rest, new CountRange(58, 62));
        SafeCells safe = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells.build());
        assertThat(safe.isSafe()).isFalse();
        assertThat(safe.attack())
                .extracting(Exposure::toString)
                .contains("some: 2 to 6, at least 10 must be possible: given away");
        assertThatThrownBy(() -> LinkedCells.builder().told(0, new CountRange(3, 2)))
                .hasMessageContaining("3 to 2");
        assertThat(new CountRange(28, 30)).hasToString("28 to 30");
    }

    @Test
    void cellsThatContradictOneAnotherAreRefused() {
        LinkedCells.Builder cells = LinkedCells.builder();
        int one = cells.cell("one", CountKind.GROUP, 1);
        assertThatThrownBy(() -> cells.cell("one", CountKind.GROUP, 2)).hasMessageContaining("another count");
        assertThatThrownBy(() -> cells.sum(cells.cell("two", CountKind.GROUP, 2), one))
                .hasMessageContaining("do not add up");
        assertThatThrownBy(() -> GRADE.only(Set.of("9"))).hasMessageContaining("no leaf of grade");
        assertThatThrownBy(() -> CrossTable.of(List.of(), Map.of())).hasMessageContaining("Expected 1 to 4");
    }

    private static int place(SafeCells safe, String name) {
        return safe.find(name).orElseThrow();
    }

    /** Zeros are shown, so three withheld groups of 3 in all are 1 each; of 33 in all each can be 10. */
    @Test
    void whatIsWithheldBesideZerosIsNone() {
        for (int fourth : new int[] {0, 30}) {
            LinkedCells.Builder builder = LinkedCells.builder();
            int[] parts = new int[4];
            for (int i = 0; i < 3; i++) {
                parts[i] = builder.cell("group " + i, CountKind.GROUP, 1);
            }
            parts[3] = builder.cell("group 3", CountKind.GROUP, fourth);
            int all = builder.cell("all", CountKind.GROUP, 3L + fourth);
            SafeCells cells = Suppressor.of(PrivacyPolicies.PTAC_FLOOR)
                    .protect(builder.sum(all, parts).build());
            assertThat(cells.isSafe()).isTrue();
            assertThat(cells.count(all).isReported() && cells.count(parts[3]).isReported())
                    .isFalse();
        }
    }

    @Test
    void whatIsNotProvedWithinTheLimitOfWorkIsNotSafe() {
        LinkedCells.Builder builder = LinkedCells.builder();
        int few = builder.cell("few", CountKind.GROUP, 3);
        int many = builder.cell("many", CountKind.GROUP, 30);
        builder.sum(builder.cell("all", CountKind.GROUP, 33), few, many);
        LinkedCells cells = builder.build();
        boolean[] hidden = {true, true, false};
        assertThat(new CellAttack(cells, PrivacyPolicies.CALIFORNIA).isSafe(hidden))
                .isTrue();
        CellAttack brief = new CellAttack(cells, PrivacyPolicies.CALIFORNIA, 1);
        assertThat(brief.isSafe(hidden)).isFalse();
        assertThat(brief.isSpent()).isTrue();
    }

    /** Seven and three make up ten: the three know that they are not none, and so that the others are not ten. */
    @Test
    void aMemberOfOneSmallGroupLearnsOfAnotherUnlessMembersAreKeptOut() {
        LinkedCells.Builder builder = LinkedCells.builder();
        int seven = builder.cell("seven", CountKind.GROUP, 7);
        int three = builder.cell("three", CountKind.GROUP, 3);
        int both = builder.cell("both", CountKind.GROUP, 10);
        builder.sum(both, seven, three);
        LinkedCells cells = builder.build();
        PrivacyPolicy zerosToo = PrivacyPolicy.builder()
                .from(PrivacyPolicies.CALIFORNIA)
                .zeroShown(false)
                .build();
        assertThat(Suppressor.of(zerosToo).protect(cells).count(both).value()).contains(10L);
        SafeCells open = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells);
        assertThat(open.count(both).isReported()).isFalse();
        SafeCells closed =
                Suppressor.of(PrivacyPolicies.CALIFORNIA).withMembers().protect(cells);
        assertThat(closed.count(both).isReported()).isFalse();
        assertThat(closed.isSafe()).isTrue();
        assertThat(closed.attack().get(0).toString()).startsWith("seven: 1 to any number");
    }

    /** The seven learners know that they are not none; what must stay possible is that they are ten, and it does. */
    @Test
    void thatAMemberKnowsHisOwnGroupIsNotEmptyChangesNothing() {
        Dimension grade = Dimension.flat("grade", List.of("3", "4", "5"));
        Dimension learner = Dimension.flat("learner", List.of("Y", "N"));
        LinkedCells.Builder builder = LinkedCells.builder();
        CrossTable.of(
                        List.of(grade, learner),
                        Map.of(
                                List.of("3", "Y"), 12L,
                                List.of("3", "N"), 58L,
                                List.of("4", "Y"), 7L,
                                List.of("4", "N"), 61L,
                                List.of("5", "Y"), 14L,
                                List.of("5", "N"), 50L))
                .addTo(builder);
        LinkedCells cells = builder.build();
        SafeCells open = Suppressor.of(PrivacyPolicies.CALIFORNIA).protect(cells);
        SafeCells closed =
                Suppressor.of(PrivacyPolicies.CALIFORNIA).withMembers().protect(cells);
        for (int cell = 0; cell < cells.size(); cell++) {
            assertThat(closed.count(cell)).as(cells.name(cell)).isEqualTo(open.count(cell));
        }
        assertThat(closed.withheld()).isEqualTo(4);
    }
}
