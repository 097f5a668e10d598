package org.iltlib.curriculum.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.version.CarriedLink.Mark;
import org.iltlib.curriculum.version.StandardChange.Kind;
import org.junit.jupiter.api.Test;

class FrameworkDiffTest {
    private static Standard standard(String id, String code, String statement) {
        return Standard.builder()
                .id(StandardId.of(id))
                .code(code)
                .statement(statement)
                .addGrades(GradeLevel.of(3))
                .build();
    }

    private static Standard below(Standard one, String parent) {
        return one.toBuilder().parent(StandardId.of(parent)).build();
    }

    private static Association replaced(String from, String to) {
        return Association.builder()
                .id(from + " by " + to)
                .type(AssociationType.REPLACED_BY)
                .origin(StandardId.of(from))
                .destination(StandardId.of(to))
                .build();
    }

    private static StandardsFramework framework(String id, List<Standard> items, Association... associations) {
        return StandardsFramework.builder()
                .id(EntryId.of(id))
                .title(id)
                .addAllItems(items)
                .addAssociations(associations)
                .build();
    }

    private static final StandardsFramework OLD = framework(
            "old",
            List.of(
                    standard("d", "3.OA", "Operations"),
                    standard("n", "3.NF", "Fractions"),
                    below(standard("same", "3.OA.1", "Multiply"), "d"),
                    below(standard("word", "3.OA.2", "Divide"), "d"),
                    below(standard("move", "3.OA.3", "Halve"), "d"),
                    below(standard("code", "3.OA.4", "Double"), "d"),
                    below(standard("gone", "3.OA.5", "Recite"), "d"),
                    below(standard("split", "3.OA.6", "Add and subtract"), "d"),
                    below(standard("m1", "3.NF.1", "Name halves"), "n"),
                    below(standard("m2", "3.NF.2", "Name thirds"), "n"),
                    below(standard("old-id", "3.NF.3", "Order"), "n"),
                    below(standard("old-words", "3.NF.4", "Compare"), "n")));
    private static final StandardsFramework NEW = framework(
            "new",
            List.of(
                    standard("n", "3.NF", "Fractions"),
                    standard("d", "3.OA", "Operations"),
                    below(standard("same", "3.OA.1", "Multiply"), "d"),
                    below(standard("word", "3.OA.2", "Divide within 100"), "d"),
                    below(standard("move", "3.OA.3", "Halve"), "n"),
                    below(standard("code", "3.OA.40", "Double"), "d"),
                    below(standard("s1", "3.OA.6a", "Add"), "d"),
                    below(standard("s2", "3.OA.6b", "Subtract"), "d"),
                    below(standard("m", "3.NF.12", "Name unit fractions"), "n"),
                    below(standard("new-id", "3.nf.3", "Order"), "n"),
                    below(standard("new-words", "3.NF.9", "Compare"), "n"),
                    below(standard("fresh", "3.NF.5", "Estimate"), "n")),
            replaced("split", "between"),
            replaced("between", "s1"),
            replaced("split", "s2"),
            replaced("m1", "m"),
            replaced("m2", "m"));
    private static final FrameworkDiff DIFF = FrameworkDiff.between(OLD, NEW, CodePolicy.COMMON_CORE);

    private static StandardChange change(String id) {
        return DIFF.changes().stream()
                .filter(one ->
                        one.before().stream().anyMatch(old -> old.id().value().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCameWentMovedWasRecodedSplitOrMergedIsTold() {
        assertThat(DIFF)
                .hasToString("3 unchanged, 1 added, 1 removed, 1 changed, 1 moved, 2 re-coded,"
                        + " 2 re-identified, 1 split, 2 merged; associations: 5 came, 0 went");
        assertThat(change("word").kinds()).containsExactly(Kind.REWORDED);
        assertThat(change("word").differences()).containsExactly("statement Divide → Divide within 100");
        assertThat(change("move").kinds()).containsExactly(Kind.MOVED);
        assertThat(change("code")).hasToString("3.OA.4: re-coded");
        assertThat(change("gone").kinds()).containsExactly(Kind.REMOVED);
        assertThat(change("split").after()).extracting(one -> one.id().value()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(change("split").by()).containsOnly(MatchedBy.REPLACED_BY);
        assertThat(change("m1").kinds()).containsExactly(Kind.MERGED);
        assertThat(change("old-id").by()).containsExactly(MatchedBy.CODE);
        assertThat(change("old-words").by()).containsExactly(MatchedBy.STATEMENT);
        assertThat(change("old-words").kinds()).containsExactlyInAnyOrder(Kind.RECODED, Kind.REIDENTIFIED);
        assertThat(DIFF.listOf(Kind.ADDED)).extracting(StandardChange::toString).containsExactly("3.NF.5: added");
        assertThat(FrameworkDiff.between(OLD, OLD, CodePolicy.EXACT).isEmpty()).isTrue();
        assertThat(DIFF.isEmpty()).isFalse();
    }

    @Test
    void everyLinkIsCarriedSplitMergedOrNeedsReview() {
        Migration migration = Migration.of(DIFF.succession());
        List<StandardId> links = OLD.items().stream().map(Standard::id).toList();

        assertThat(migration.carry(links)).extracting(CarriedLink::standard).isEqualTo(links);
        assertThat(migration.carry(StandardId.of("same"))).hasToString("same → same: carried");
        assertThat(migration.carry(StandardId.of("old-id"))).hasToString("old-id → new-id: carried");
        assertThat(migration.carry(StandardId.of("word")))
                .hasToString("word → word: needs review (its statement changed)");
        assertThat(migration.carry(StandardId.of("split")).mark()).isEqualTo(Mark.SPLIT);
        assertThat(migration.carry(StandardId.of("m2"))).hasToString("m2 → m: merged");
        assertThat(migration.carry(StandardId.of("gone")))
                .hasToString("gone → nothing: needs review (nothing takes its place)");
        assertThat(migration.carry(StandardId.of("never")).reason()).contains("it is not in the earlier version");
    }

    @Test
    void backwardsASplitIsAMergeAndAMergeASplit() {
        Migration back = Migration.of(DIFF.succession().inverse());

        assertThat(back.carry(StandardId.of("s1")).mark()).isEqualTo(Mark.MERGED);
        assertThat(back.carry(StandardId.of("m")).mark()).isEqualTo(Mark.SPLIT);
        assertThat(back.carry(StandardId.of("fresh")).mark()).isEqualTo(Mark.NEEDS_REVIEW);
    }

    @Test
    void whatIsSplitIntoAStandardThatOthersBecameTooNeedsReview() {
        StandardsFramework young = framework(
                "new",
                List.of(standard("s1", "1", "Add"), standard("m", "2", "All")),
                replaced("split", "s1"),
                replaced("split", "m"),
                replaced("gone", "m"));
        Migration migration = Migration.of(Succession.between(OLD, young, CodePolicy.EXACT));

        assertThat(migration.carry(StandardId.of("split")).reason().orElseThrow())
                .contains("m takes the place of others");
    }

    @Test
    void aLinkNeedsReviewIfAPartOfWhatReplacesItIsNotInTheLaterVersion() {
        StandardsFramework young = framework(
                "new",
                List.of(standard("s1", "1", "Add and subtract")),
                replaced("split", "s1"),
                replaced("split", "s99"));
        Succession succession = Succession.between(OLD, young, CodePolicy.EXACT);

        assertThat(succession.missing(StandardId.of("split"))).containsExactly(StandardId.of("s99"));
        assertThat(Migration.of(succession).carry(StandardId.of("split")))
                .hasToString("split → s1: needs review"
                        + " (it was replaced by s99 as well, which is not in the later version)");
        StandardsFramework without = framework("new", List.of(), replaced("split", "x"), replaced("x", "s99"));
        assertThat(Migration.of(Succession.between(OLD, without, CodePolicy.EXACT))
                        .carry(StandardId.of("split")))
                .hasToString(
                        "split → nothing: needs review (it was replaced by s99, which is not in the later version)");
    }

    @Test
    void aFrameworkThatHoldsReplacedStandardsDoesNotDifferFromItself() {
        List<Standard> items = List.of(
                standard("2", "a", "Two"),
                standard("4", "b", "Four"),
                standard("5", "c", "Five"),
                standard("6", "d", "Six"));
        StandardsFramework same =
                framework("f", items, replaced("2", "4"), replaced("5", "4"), replaced("6", "4"), replaced("6", "5"));

        assertThat(FrameworkDiff.between(same, same, CodePolicy.EXACT)).hasToString("4 unchanged");
        StandardsFramework news = framework(
                "f",
                items,
                replaced("2", "4"),
                replaced("5", "4"),
                replaced("6", "4"),
                replaced("6", "5"),
                replaced("2", "5"));
        assertThat(Succession.between(same, news, CodePolicy.EXACT).successors(StandardId.of("2")))
                .as("what is new counts")
                .containsOnlyKeys(StandardId.of("5"));
    }

    @Test
    void manyStandardsOnOneChainTakeLinearTimeAndTangledOnesAreRefused() {
        List<Standard> items = new ArrayList<>();
        List<Association> chain = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            items.add(standard("x" + i, "c" + i, "S" + i));
            chain.add(replaced("x" + i, "x" + (i + 1)));
        }
        StandardsFramework old = framework("old", items);
        StandardsFramework young =
                framework("new", List.of(standard("x50000", "9", "Last")), chain.toArray(Association[]::new));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(
                                Succession.between(old, young, CodePolicy.EXACT).predecessors(StandardId.of("x50000")))
                        .hasSize(50_000));
        List<Association> star = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            star.add(replaced("x" + i, "hub"));
            star.add(replaced("hub", "y" + i));
        }
        StandardsFramework tangled = framework("new", List.of(), star.toArray(Association[]::new));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Succession.between(old, tangled, CodePolicy.EXACT))
                .withMessageContaining("more than 1000000 steps");
    }

    @Test
    void replacementsThatGoRoundAreRefused() {
        StandardsFramework young =
                framework("new", List.of(), replaced("same", "x"), replaced("x", "y"), replaced("y", "same"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Succession.between(OLD, young, CodePolicy.EXACT))
                .withMessageContaining("round to itself");
    }

    @Test
    void aChainOfReplacementsAsLongAsAFrameworkIsFollowed() {
        List<Association> chain = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            chain.add(replaced(i == 0 ? "same" : "x" + i, "x" + (i + 1)));
        }
        StandardsFramework young =
                framework("new", List.of(standard("x100000", "9", "Last")), chain.toArray(Association[]::new));

        assertThat(Succession.between(OLD, young, CodePolicy.EXACT).successors(StandardId.of("same")))
                .isEqualTo(Map.of(StandardId.of("x100000"), MatchedBy.REPLACED_BY));
    }

    @Test
    void judgmentsAreCarriedOnlyIfEachObjectiveIs() {
        AlignmentJudgment judgment = AlignmentJudgment.builder()
                .rater(PersonId.of("p-01"))
                .role("teacher")
                .round(1)
                .item("1")
                .primary(StandardId.of("old-id"))
                .addSecondary(StandardId.of("same"))
                .build();
        Alignment alignment = Alignment.builder()
                .id(EntryId.of("a"))
                .framework(OLD.id())
                .assessment(EntryId.of("test"))
                .scale("DOK")
                .addJudgments(
                        judgment,
                        judgment.toBuilder()
                                .item("2")
                                .addSecondary(StandardId.of("gone"))
                                .build(),
                        AlignmentJudgment.builder()
                                .rater(PersonId.of("p-01"))
                                .role("teacher")
                                .round(1)
                                .item("3")
                                .build())
                .build();

        Migration.Carried carried = Migration.of(DIFF.succession()).carry(alignment, EntryId.of("b"));

        assertThat(carried.carried().framework()).isEqualTo(NEW.id());
        assertThat(carried.carried().judgments())
                .extracting(AlignmentJudgment::item)
                .containsExactly("1", "3");
        assertThat(carried.carried().judgments().get(0).listObjectives())
                .containsExactly(StandardId.of("new-id"), StandardId.of("same"));
        assertThat(carried.pending()).extracting(AlignmentJudgment::item).containsExactly("2");
        assertThat(carried.links()).hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(DIFF.succession().inverse()).carry(alignment, EntryId.of("b")))
                .withMessageContaining("the earlier version");
    }
}
