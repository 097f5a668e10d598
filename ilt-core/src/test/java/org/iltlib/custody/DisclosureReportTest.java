package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.custody.School.CLERK;
import static org.iltlib.custody.School.MEMBER;
import static org.iltlib.custody.School.NOW;
import static org.iltlib.custody.School.TENANT;
import static org.iltlib.custody.School.VENDOR;
import static org.iltlib.custody.School.counsellor;
import static org.iltlib.custody.School.custody;
import static org.iltlib.custody.School.disclosure;
import static org.iltlib.custody.School.fill;

import java.time.ZoneId;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.RecordStore;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class DisclosureReportTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final RecordStore view = new MemoryStore().forTenant(TENANT);
    private final School.Hands clock = new School.Hands();
    private final Custody custody = custody(view, clock);
    private final DatasetId rows = fill(view);

    @Test
    void aParentReadsWhoReceivedTheDataInOrderOfTheDates() {
        custody.contact(MEMBER, counsellor());
        clock.now = NOW.plusSeconds(3 * 86_400);
        custody.contact(MEMBER, AccessRequest.of(VENDOR, "vendor", "marketing", "would like to offer tutoring"));
        custody.disclose(
                disclosure("disclosure/late", Holding.of(rows)).toBuilder()
                        .at(NOW.plusSeconds(86_400))
                        .party("Reading lab")
                        .addRedisclosureTo("its printing contractor")
                        .build(),
                CLERK);
        custody.disclose(disclosure("disclosure/first", Holding.of(MEMBER)), CLERK);
        custody.disclose(
                disclosure("disclosure/asked", Holding.ofTenant()).toBuilder()
                        .at(NOW.plusSeconds(2 * 86_400))
                        .party("A newspaper")
                        .fields(List.of())
                        .requestOnly(true)
                        .build(),
                CLERK);
        custody.disclose(
                disclosure("disclosure/onward", Holding.of(rows)).toBuilder()
                        .at(NOW.plusSeconds(4 * 86_400))
                        .party("The printing contractor")
                        .onwardFrom(EntryId.of("disclosure/late"))
                        .build(),
                CLERK);
        custody.disclose(disclosure("disclosure/other", Holding.of(PersonId.of("p-77"))), CLERK);

        DisclosureReport report = custody.disclosures(List.of(Holding.of(MEMBER), Holding.of(rows)));
        assertThat(report.explain(CHICAGO).toString()).isEqualTo("""
                        Who received these data or asked for them:
                          On 2026-10-12, State education agency received: grade, reading score.
                            What for: audit of the reading programme.
                            Why they need it: audits the programme.
                            What allows it: 34 CFR 99.31(a)(3).
                            They may not pass it on.
                          On 2026-10-13, Reading lab received: grade, reading score.
                            What for: audit of the reading programme.
                            Why they need it: audits the programme.
                            What allows it: 34 CFR 99.31(a)(3).
                            They may pass it on to: its printing contractor.
                          On 2026-10-14, A newspaper asked for these data and did not receive them.
                            What for: audit of the reading programme.
                            Why they need it: audits the programme.
                            What allows it: 34 CFR 99.31(a)(3).
                          On 2026-10-15, p-9 (vendor) asked and was refused.
                            Why they said they need it: would like to offer tutoring.
                            The purpose is not registered.
                          On 2026-10-16, The printing contractor received: grade, reading score.
                            What for: audit of the reading programme.
                            Why they need it: audits the programme.
                            What allows it: 34 CFR 99.31(a)(3).
                            It was passed on from an earlier disclosure.
                            They may not pass it on.""");
    }

    @Test
    void theDayIsTheDayOfTheReadersZone() {
        custody.disclose(
                disclosure("d", Holding.of(MEMBER)).toBuilder()
                        .at(java.time.Instant.parse("2026-10-12T03:00:00Z"))
                        .build(),
                CLERK);
        assertThat(custody.disclosures(List.of(Holding.of(MEMBER)))
                        .explain(CHICAGO)
                        .toString())
                .contains("On 2026-10-11");
    }

    @Test
    void aDisclosureInATeamsOwnRecordIsFoundAndCitesWhatWasDisclosed() {
        Disclosure disclosure = disclosure("disclosure/1", Holding.of(MEMBER)).toBuilder()
                .addEntries(EntryId.of("n0"))
                .build();
        TeamRecord record = view.append(Note.chain(1).with(NOW, CLERK, disclosure));
        assertThat(record.listCiting(EntryId.of("n0"))).hasSize(1);
        assertThat(DisclosureReport.of(view, List.of(Holding.of(MEMBER))).disclosures())
                .containsExactly(disclosure);
    }

    @Test
    void nothingDisclosedIsSaid() {
        custody.contact(MEMBER, counsellor());
        assertThat(custody.disclosures(List.of(Holding.of(MEMBER)))
                        .explain(CHICAGO)
                        .toString())
                .isEqualTo("Nobody outside the school has received these data or asked for them.");
        assertThatThrownBy(() -> custody.disclosures(List.of())).hasMessageContaining("concerning is empty");
    }

    @Test
    void aDisclosureWithoutFieldsOrWithoutAnyoneIsRefused() {
        assertThatThrownBy(() -> disclosure("d")).hasMessageContaining("concerning is empty");
        assertThatThrownBy(() -> disclosure("d", Holding.of(MEMBER)).toBuilder()
                        .fields(List.of())
                        .build())
                .hasMessageContaining("Maybe it was a request only");
    }
}
