package org.iltlib.team.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final PersonId ANA = PersonId.of("p-1");
    private static final PersonId BEN = PersonId.of("p-2");
    private static final PersonId CAM = PersonId.of("p-3");
    private static final Notice FIRST = Notice.builder()
            .id(EntryId.of("notice/1"))
            .team(EntryId.of("team"))
            .text("Every reading block starts with ten minutes of retrieval.")
            .on(DAY)
            .addAddressees(ANA, BEN)
            .addAbout(EntryId.of("decision"), EntryId.of("team"))
            .build();

    private static Acknowledgement read(Notice notice, PersonId person, LocalDate on) {
        return Acknowledgement.of(EntryId.of(notice.id() + "/" + person), notice.id(), person, on);
    }

    @Test
    void theNewWordingOfAnExpectationIsReadAnew() {
        Notice second = FIRST.toBuilder()
                .id(EntryId.of("notice/2"))
                .replaces(FIRST.id())
                .build();
        List<Acknowledgement> read = List.of(
                read(FIRST, ANA, DAY),
                read(FIRST, BEN, DAY.plusDays(3)),
                read(FIRST, CAM, DAY),
                read(second, BEN, DAY.plusDays(9)));
        assertThat(FIRST.reach(read, DAY.plusDays(2)).listMissed()).containsExactly(BEN);
        assertThat(FIRST.reach(read, DAY.plusDays(3)).share()).isEqualTo(Measured.of(Fraction.ONE));
        assertThat(FIRST.toBuilder()
                        .on(DAY.plusDays(5))
                        .build()
                        .reach(read, DAY.plusDays(9))
                        .reached())
                .isEmpty();
        assertThat(second.reach(read, DAY.plusDays(9)).reached()).containsExactly(BEN);
        assertThat(second.basedOn())
                .containsExactly(EntryId.of("team"), EntryId.of("decision"), EntryId.of("notice/1"));
    }

    @Test
    void aNoticeToNobodyIsRefused() {
        assertThatThrownBy(() -> FIRST.toBuilder().addressees(List.of()).build())
                .hasMessageContaining("addressees is empty");
        assertThatThrownBy(() -> FIRST.toBuilder().addAddressees(ANA).build()).hasMessageContaining("twice");
    }
}
