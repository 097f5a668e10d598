package org.iltlib.custody;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.people.Contact;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;

/** A tenant with a policy, a member, a dataset and a log. */
final class School {
    static final TenantId TENANT = TenantId.of("district-7");
    static final PersonId COUNSELLOR = PersonId.of("p-1");
    static final PersonId CLERK = PersonId.of("p-2");
    static final PersonId MEMBER = PersonId.of("p-3");
    static final PersonId VENDOR = PersonId.of("p-9");
    static final Instant NOW = Instant.parse("2026-10-12T14:30:00Z");
    static final TeamKey LOG = TeamKey.of(TeamId.of("custody"), SchoolYear.startingIn(2026));
    static final Contact CONTACT = Contact.of(MEMBER, "A Secret Name").with("email", "secret@example.org");
    static final byte[] ROWS = "student,score\n1,487\n".getBytes(StandardCharsets.UTF_8);
    static final RetentionRule TWO_YEARS = RetentionRule.builder()
            .name("interim scores")
            .source("district schedule 7.2")
            .checkedOn(LocalDate.of(2026, 8, 1))
            .keepMonths(24)
            .build();
    static final AccessPolicy POLICY = AccessPolicy.builder()
            .name("board policy 5125")
            .source("board policy 5125, 34 CFR 99.31(a)(1)")
            .checkedOn(LocalDate.of(2026, 8, 1))
            .addLimitations(
                    PurposeLimitation.of("attendance-follow-up", "counsellor", Holding.Sort.CONTACT),
                    PurposeLimitation.of("data-meeting", "analyst", Holding.Sort.DATASET),
                    PurposeLimitation.of("archive", "operator", Holding.Sort.TENANT),
                    PurposeLimitation.of("roster", "clerk", Holding.Sort.CONTACT).toBuilder()
                            .countedUpTo(3)
                            .build())
            .build();

    private School() {}

    /** A clock that a test sets. */
    static final class Hands extends Clock {
        Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    static Custody custody(RecordStore view, Clock clock) {
        return Custody.of(view, LOG, POLICY, clock);
    }

    static DatasetId fill(RecordStore view) {
        DirectoryStore.of(view).putContact(CONTACT);
        return DatasetStore.of(view).put(new ByteArrayInputStream(ROWS));
    }

    static AccessRequest counsellor() {
        return AccessRequest.of(COUNSELLOR, "counsellor", "attendance-follow-up", "calls home after absences");
    }

    static AccessRequest request(String role, String purpose) {
        return AccessRequest.of(CLERK, role, purpose, "needs it");
    }

    static Disclosure disclosure(String id, Holding... concerning) {
        return Disclosure.builder()
                .id(EntryId.of(id))
                .party("State education agency")
                .interest("audits the programme")
                .purpose("audit of the reading programme")
                .basis("34 CFR 99.31(a)(3)")
                .addConcerning(concerning)
                .addFields("grade", "reading score")
                .at(NOW)
                .build();
    }

    static TeamRecord log(RecordStore view) {
        return view.load(LOG);
    }
}
