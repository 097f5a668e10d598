package org.iltlib.plan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class ResourceLedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    private static EntryId id(String value) {
        return EntryId.of(value);
    }

    private static LearningResource.Builder resource(String id) {
        LearningResource.Builder builder = LearningResource.builder();
        builder.id(id(id)).title("The " + id).addConcepts("fractions").addNeeds(id("need"));
        builder.addAuthors(PersonId.of("p-004"));
        builder.medium(LearningResource.Medium.PRINT).place("shelf").since(DAY);
        return builder;
    }

    private static LearningResource laterEdition(String id, String of) {
        return resource(id).revises(id(of)).build();
    }

    private static ResourceReview review(String id, String resource, String by, StakeholderGroup role, int rating) {
        ResourceReview.Builder builder = ResourceReview.builder();
        builder.id(id(id)).resource(id(resource)).by(PersonId.of(by)).role(role).rating(rating);
        return builder.says("as seen").on(DAY.plusDays(id.length())).build();
    }

    private static ResourceUse use(String id, String resource, String unit, Integer... students) {
        ResourceUse.Builder builder = ResourceUse.builder();
        for (Integer count : students) {
            builder.students(count);
        }
        builder.id(id(id)).resource(id(resource)).unit(OrgUnitId.of(unit));
        return builder.startsOn(DAY).endsOn(DAY).build();
    }

    private static List<Recordable> entries() {
        return new ArrayList<>(List.of(
                resource("cards").build(),
                resource("sheet").build(),
                resource("video").build(),
                resource("old").build(),
                laterEdition("new", "old"),
                review("r1", "cards", "p-1", StakeholderGroup.TEACHER, 2),
                review("r22", "cards", "p-1", StakeholderGroup.TEACHER, 5),
                review("r3", "cards", "p-2", StakeholderGroup.TEACHER, 4),
                review("r4", "cards", "p-3", StakeholderGroup.SPECIALIST, 3),
                use("u1", "cards", "room 4", 20),
                use("u2", "cards", "room 2", 22),
                use("u3", "cards", "room 4", 21),
                use("u4", "sheet", "room 4"),
                new ResourceEffect(id("e1"), id("cards"), id("finding"))));
    }

    /** By hand: of the teachers p-1 counts with the second look, (5 + 4) / 2. */
    @Test
    void ratingsAreByRoleAndTheLastLookCounts() {
        ResourceLedger ledger = ResourceLedger.of(entries());
        assertThat(ledger.ratings(id("cards")))
                .isEqualTo(Map.of(
                        StakeholderGroup.SPECIALIST, Rational.of(3), StakeholderGroup.TEACHER, Rational.of(9, 2)));
        assertThat(ledger.ratings(id("sheet"))).isEmpty();
        assertThat(ledger.listReviews(id("cards"))).hasSize(4);
    }

    @Test
    void usesAreCountedByClassAndStudentsOnlyWhereAllWereCounted() {
        ResourceLedger ledger = ResourceLedger.of(entries());
        assertThat(ledger.listUnits(id("cards"))).extracting(OrgUnitId::value).containsExactly("room 2", "room 4");
        assertThat(ledger.studentUses(id("cards"))).isEqualTo(Measured.of(63L));
        assertThat(ledger.studentUses(id("sheet")).toString()).contains("not counted");
        assertThat(ledger.studentUses(id("video")).toString()).contains("not used");
        assertThat(ledger.listUses(id("video"))).isEmpty();
    }

    @Test
    void whatLiesIdleOrWasNeverLookedAtIsNamedAndEarlierEditionsAreNot() {
        ResourceLedger ledger = ResourceLedger.of(entries());
        assertThat(ledger.unused()).extracting(LearningResource::title).containsExactly("The new", "The video");
        assertThat(ledger.unreviewed())
                .extracting(LearningResource::title)
                .containsExactly("The new", "The sheet", "The video");
        assertThat(ledger.usedUnreviewed()).extracting(LearningResource::title).containsExactly("The sheet");
        assertThat(ledger.usedWithoutEffect())
                .extracting(LearningResource::title)
                .containsExactly("The sheet");
        assertThat(ledger.listFindings(id("cards"))).containsExactly(id("finding"));
        assertThat(ledger.listForNeed(id("need"))).hasSize(4);
        assertThat(ledger.listForNeed(id("other"))).isEmpty();
        assertThat(ledger.resources()).hasSize(5);
        assertThat(ledger.explanation().toString())
                .contains("4 learning resources: 2 used, 1 reviewed.")
                .contains("The sheet is used and nobody reviewed it.")
                .contains("The video is not used.");
    }

    @Test
    void theOrderOfTheEntriesDoesNotMatter() {
        List<Recordable> reversed = entries();
        Collections.reverse(reversed);
        assertThat(ResourceLedger.of(reversed).explanation())
                .isEqualTo(ResourceLedger.of(entries()).explanation());
        assertThat(ResourceLedger.of(reversed).listReviews(id("cards")))
                .isEqualTo(ResourceLedger.of(entries()).listReviews(id("cards")));
    }

    @Test
    void aReviewOfWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> ResourceLedger.of(List.of(use("u", "nowhere", "room 1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("u is of \"nowhere\"");
        assertThatThrownBy(() -> ResourceLedger.of(entries()).ratings(id("x")))
                .hasMessageContaining("no learning resource \"x\"");
    }

    @Test
    void aResourceIsForSomethingAnswersANeedAndComesFromSomewhere() {
        LearningResource.Builder forNothing = LearningResource.builder();
        forNothing.id(id("a")).title("a").addNeeds(id("need")).source("a book");
        forNothing.medium(LearningResource.Medium.PRINT).place("shelf").since(DAY);
        assertThatThrownBy(forNothing::build).hasMessageContaining("no concept and no standard");
        LearningResource aBook =
                forNothing.addStandards(StandardId.of("4.NF.A.1")).build();
        assertThat(aBook.authors()).isEmpty();
        LearningResource.Builder fromNowhere = LearningResource.builder();
        fromNowhere.id(id("a")).title("a").addNeeds(id("need")).addConcepts("c");
        fromNowhere.medium(LearningResource.Medium.PRINT).place("shelf").since(DAY);
        assertThatThrownBy(fromNowhere::build).hasMessageContaining("neither author nor source");
        LearningResource.Builder circle = resource("a").build().toBuilder();
        circle.revises(id("a"));
        assertThatThrownBy(circle::build).hasMessageContaining("revises itself");
        assertThat(laterEdition("b", "a").basedOn()).containsExactly(id("need"), id("a"));
        assertThatThrownBy(() -> review("r", "a", "p-1", StakeholderGroup.TEACHER, 6))
                .hasMessageContaining("1 to 5");
        assertThatThrownBy(() -> use("u", "a", "room", 0)).hasMessageContaining("students");
        ResourceUse.Builder swapped = ResourceUse.builder();
        swapped.id(id("u"))
                .resource(id("a"))
                .unit(OrgUnitId.of("room"))
                .startsOn(DAY)
                .endsOn(DAY.minusDays(1));
        assertThatThrownBy(swapped::build).hasMessageContaining("swapped");
        assertThatThrownBy(() -> new ResourceEffect(id("e"), id("a"), id("a"))).hasMessageContaining("finding's id");
    }
}
