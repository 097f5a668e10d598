package org.iltlib.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class FeedbackLedgerTest {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);

    private static Feedback feedback(int number) {
        return Feedback.builder()
                .id(EntryId.of("feedback-" + number))
                .source(number % 3 == 0 ? StakeholderGroup.PARENT : StakeholderGroup.STUDENT)
                .unit("fractions")
                .theme("theme " + number)
                .severity(Feedback.Severity.SUGGESTION)
                .voices(1)
                .received(DAY)
                .build();
    }

    private static Disposition.Builder disposition(int number, Disposition.Status status) {
        Disposition.Builder builder = Disposition.builder()
                .id(EntryId.of("disposition-" + number + "-" + status))
                .feedback(EntryId.of("feedback-" + number))
                .status(status)
                .on(DAY.plusDays(7));
        return switch (status) {
            case CHANGED -> builder.addChanges(EntryId.of("decision-" + number % 2));
            case KEPT -> builder.reason("the state sets it");
            case PENDING -> builder.due(DAY.plusDays(21));
        };
    }

    /** Fixture: 47 themes, each with a disposition, 12 of which led to change: 25.5 %. */
    private static FeedbackLedger maple() {
        List<Feedback> said = new ArrayList<>();
        List<Disposition> done = new ArrayList<>();
        for (int i = 0; i < 47; i++) {
            said.add(feedback(i));
            if (i < 12) {
                done.add(disposition(i, Disposition.Status.PENDING).build());
                done.add(disposition(i, Disposition.Status.CHANGED)
                        .reportedBack(DAY.plusDays(10 + i))
                        .build());
            } else {
                done.add(disposition(i, i < 40 ? Disposition.Status.KEPT : Disposition.Status.PENDING)
                        .build());
            }
        }
        return FeedbackLedger.of(said, done);
    }

    @Test
    void whatWasSaidIsTiedToUnitsAndThemes() {
        Feedback first = feedback(1).toBuilder().theme("too fast").build();
        Feedback second = feedback(2).toBuilder().theme("too fast").build();
        Feedback third =
                feedback(3).toBuilder().unit("decimals").theme("more games").build();
        FeedbackLedger ledger = FeedbackLedger.of(
                List.of(first, second, third),
                List.of(
                        disposition(1, Disposition.Status.CHANGED)
                                .reportedBack(DAY.plusDays(9))
                                .build(),
                        disposition(3, Disposition.Status.KEPT)
                                .reportedBack(DAY.plusDays(9))
                                .build()));
        assertThat(ledger.byUnit().keySet()).containsExactly("decimals", "fractions");
        assertThat(ledger.byUnit())
                .hasEntrySatisfying(
                        "fractions", own -> assertThat(own.changedShare()).isEqualTo(Measured.of(Fraction.of(1, 2))));
        assertThat(ledger.listSilentUnits(List.of("ratios", "fractions", "area")))
                .containsExactly("ratios", "area");
        assertThat(ledger.byTheme())
                .hasEntrySatisfying("too fast", own -> assertThat(own.items()).hasSize(2));
        // "too fast" was answered to one of two, so it is not answered; it led to a change all the same.
        assertThat(ledger.answeredThemes()).isEqualTo(Measured.of(Fraction.of(1, 2)));
        assertThat(ledger.changedThemes()).isEqualTo(Measured.of(Fraction.of(1, 2)));
        FeedbackLedger none = FeedbackLedger.of(List.of(), List.of());
        assertThat(none.answeredThemes().isReported()).isFalse();
        assertThat(none.changedThemes().isReported()).isFalse();
    }

    @Test
    void ofFortySevenThemesTwelveLedToChange() {
        FeedbackLedger ledger = maple();
        assertThat(ledger.changedShare()).isEqualTo(Measured.of(Fraction.of(12, 47)));
        assertThat(ledger.listWithoutDisposition()).isEmpty();
        assertThat(ledger.answeredShare()).isEqualTo(Measured.of(Fraction.of(12, 47)));
        assertThat(ledger.listUnanswered()).hasSize(35);
        assertThat(ledger.medianDaysToAnswer()).isEqualTo(Measured.of(15L));
        assertThat(ledger.explain().toString())
                .startsWith("Of 47 things said, 12 led to a change, 28 were kept with a reason, 7 are pending, 0 wait.")
                .contains("You said (parents, fractions): theme 3");
    }

    @Test
    void aFeedbackIsTracedToItsChangeAndBack() {
        FeedbackLedger ledger = maple();
        assertThat(ledger.listChanges(EntryId.of("feedback-3"))).containsExactly(EntryId.of("decision-1"));
        assertThat(ledger.listChanges(EntryId.of("feedback-30"))).isEmpty();
        assertThat(ledger.listBehind(EntryId.of("decision-1")))
                .extracting(Feedback::theme)
                .containsExactly("theme 1", "theme 3", "theme 5", "theme 7", "theme 9", "theme 11");
        assertThat(ledger.bySource().get(StakeholderGroup.PARENT).items()).hasSize(16);
        assertThat(ledger.listOverdue(DAY.plusDays(21))).isEmpty();
        assertThat(ledger.listOverdue(DAY.plusDays(22))).hasSize(7);
    }

    @Test
    void whatNobodyDealtWithIsListed() {
        FeedbackLedger ledger = FeedbackLedger.of(List.of(feedback(1)), List.of());
        assertThat(ledger.listWithoutDisposition()).containsExactly(feedback(1));
        assertThat(ledger.medianDaysToAnswer()).isInstanceOf(Measured.Missing.class);
        assertThat(FeedbackLedger.of(List.of(), List.of()).changedShare()).isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> FeedbackLedger.of(List.of(feedback(1), feedback(1)), List.of()))
                .hasMessageContaining("given twice");
        assertThatThrownBy(() -> FeedbackLedger.of(
                        List.of(),
                        List.of(disposition(1, Disposition.Status.KEPT).build())))
                .hasMessageContaining("which is not here");
    }

    @Test
    void everyStatusHasWhatItNeeds() {
        Disposition.Builder changed = disposition(1, Disposition.Status.CHANGED);
        assertThat(changed.build().basedOn()).containsExactly(EntryId.of("feedback-1"), EntryId.of("decision-1"));
        assertThatThrownBy(() -> Disposition.builder()
                        .id(EntryId.of("d"))
                        .feedback(EntryId.of("f"))
                        .status(Disposition.Status.CHANGED)
                        .on(DAY)
                        .build())
                .hasMessageContaining("names 0 change(s)");
        assertThatThrownBy(() -> Disposition.builder()
                        .id(EntryId.of("d"))
                        .feedback(EntryId.of("f"))
                        .status(Disposition.Status.KEPT)
                        .on(DAY)
                        .build())
                .hasMessageContaining("there is no reason");
        assertThatThrownBy(
                        () -> disposition(1, Disposition.Status.KEPT).due(DAY).build())
                .hasMessageContaining("if and only if it is PENDING");
        assertThatThrownBy(() ->
                        disposition(1, Disposition.Status.PENDING).due(DAY).build())
                .hasMessageContaining("It is due on 2027-02-01, before 2027-02-08");
        assertThatThrownBy(() -> disposition(1, Disposition.Status.PENDING)
                        .reportedBack(DAY)
                        .build())
                .hasMessageContaining("Maybe it is settled");
        assertThatThrownBy(() -> feedback(1).toBuilder().wordsSha256("abc").build())
                .hasMessageContaining("64 lower-case");
    }
}
