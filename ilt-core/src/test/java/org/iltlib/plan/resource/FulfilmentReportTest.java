package org.iltlib.plan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.choice.Rational;
import org.iltlib.finding.NeedArea;
import org.junit.jupiter.api.Test;

class FulfilmentReportTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 9, 21);
    private static final LocalDate FIRST_DAY = ASKED.plusDays(14);

    private static SupportRequest request(String id, int years) {
        return SupportRequest.builder()
                .id(EntryId.of(id))
                .unit(OrgUnitId.of("north"))
                .area(NeedArea.MATERIALS)
                .what("Fraction strips")
                .askedOn(ASKED)
                .neededBy(FIRST_DAY)
                .yearsTeaching(years)
                .build();
    }

    private static SupportFulfilment inHand(String request, int day) {
        return new SupportFulfilment(EntryId.of("f/" + request + day), EntryId.of(request), ASKED.plusDays(day));
    }

    /** By hand: a in hand on the day it is needed, b a day late, c never, d after the day of asking. */
    @Test
    void whatWasAskedForIsCountedByRateDaysAndTheDayItWasNeeded() {
        FulfilmentReport report = FulfilmentReport.of(
                List.of(request("a", 1), request("b", 9), request("c", 2), request("d", 9)),
                List.of(inHand("a", 14), inHand("b", 15), inHand("d", 40), inHand("b", 16)),
                ASKED.plusDays(30));
        assertThat(report.rate()).isEqualTo(Measured.of(Fraction.HALF));
        assertThat(report.inHandInTime()).isEqualTo(Measured.of(Fraction.of(1, 4)));
        assertThat(report.medianDays()).isEqualTo(Measured.of(Rational.of(29, 2)));
        assertThat(report.listOpen()).extracting(one -> one.id().value()).containsExactly("c", "d");
        FulfilmentReport novices = report.only(
                one -> one.yearsTeaching().filter(years -> years < 3).isPresent());
        assertThat(novices.rate()).isEqualTo(Measured.of(Fraction.HALF));
        assertThat(novices.explanation().toString()).contains("Fulfilled of 2 requests on 2026-10-21: 1/2.");
    }

    @Test
    void beforeTheDayItIsNeededNothingIsLate() {
        FulfilmentReport early = FulfilmentReport.of(List.of(request("a", 1)), List.of(), FIRST_DAY.minusDays(1));
        assertThat(early.inHandInTime().isReported()).isFalse();
        assertThat(early.medianDays().isReported()).isFalse();
        assertThat(FulfilmentReport.of(List.of(request("a", 1)), List.of(), FIRST_DAY)
                        .inHandInTime())
                .isEqualTo(Measured.of(Fraction.of(0, 1)));
        assertThat(FulfilmentReport.of(List.of(), List.of(), ASKED).rate().isReported())
                .isFalse();
    }

    @Test
    void aFulfilmentOfNothingAndANeedOfStudentsAreRefused() {
        assertThatThrownBy(() -> FulfilmentReport.of(List.of(), List.of(inHand("a", 1)), ASKED))
                .hasMessageContaining("request \"a\", which is not among them");
        assertThatThrownBy(() ->
                        request("a", 1).toBuilder().area(NeedArea.LANGUAGE).build())
                .hasMessageContaining("a need of students");
    }
}
