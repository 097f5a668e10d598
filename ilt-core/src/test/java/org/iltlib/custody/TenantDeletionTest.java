package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.custody.School.CLERK;
import static org.iltlib.custody.School.MEMBER;
import static org.iltlib.custody.School.NOW;
import static org.iltlib.custody.School.TENANT;
import static org.iltlib.custody.School.custody;
import static org.iltlib.custody.School.fill;

import java.util.List;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class TenantDeletionTest {
    private static final TenantId OTHER = TenantId.of("district-8");

    private final MemoryStore store = new MemoryStore();
    private final RecordStore view = store.forTenant(TENANT);
    private final School.Hands clock = new School.Hands();

    private Answer<TenantDeletionCertificate> delete(TenantInventory inventory) {
        return TenantDeletion.delete(store, inventory, "contract 12 has ended", CLERK, clock);
    }

    private TenantInventory inventory() {
        return TenantInventory.of(store, TENANT, NOW);
    }

    @Test
    void aTenantEndsWithACertificateThatTheOperatorKeeps() {
        fill(view);
        custody(view, clock).erase(CLERK, "left", CLERK);
        view.append(Note.chain(3));
        fill(store.forTenant(OTHER));
        TenantInventory inventory = inventory();
        assertThat(inventory.records()).isEqualTo(2);
        assertThat(inventory.entries()).isEqualTo(5);
        assertThat(inventory.datasets()).isOne();
        assertThat(inventory.contacts()).isOne();
        assertThat(inventory.erased()).isOne();
        TenantDeletionCertificate certificate = delete(inventory).get();
        assertThat(certificate.inventory()).isEqualTo(inventory);
        assertThat(certificate.explain().toString())
                .isEqualTo("Everything of tenant district-7 was removed at 2026-10-12T14:30:00Z.\n"
                        + "  Reason: contract 12 has ended.\n"
                        + "  5 entries in 2 records; SHA-256 of their heads " + inventory.heads() + ".\n"
                        + "  1 datasets; SHA-256 of their ids " + inventory.datasetIds() + ".\n"
                        + "  1 contacts and the notes of 1 erasures.\n"
                        + "  Ordered by p-2.");
        assertThat(store.tenants()).containsExactly(OTHER);
        TeamRecord kept = TeamRecord.empty(Note.KEY).with(NOW, CLERK, certificate);
        assertThat(kept.get(TenantDeletionCertificate.KIND, certificate.id())).isEqualTo(certificate);
    }

    @Test
    void whatCameAfterTheInventoryIsNotDeletedUnseen() {
        fill(view);
        TenantInventory inventory = inventory();
        view.append(Note.chain(1));
        assertThat(delete(inventory).why().toString()).contains("has changed since the inventory");
        assertThat(view.load(Note.KEY).revision()).isOne();
        assertThat(delete(inventory()).isGiven()).isTrue();
    }

    @Test
    void aCrashBeforeTheCertificateIsMadeGoodByTheSameInventory() {
        fill(view);
        TenantInventory inventory = inventory();
        store.deleteTenant(TENANT);
        clock.now = NOW.plusSeconds(60);
        TenantDeletionCertificate certificate = delete(inventory).get();
        assertThat(certificate.inventory()).isEqualTo(inventory);
        assertThat(certificate.at()).isEqualTo(clock.now);
    }

    @Test
    void aTenantThatStoredNothingGetsNoCertificate() {
        assertThat(inventory().isEmpty()).isTrue();
        assertThat(delete(inventory()).why().toString()).contains("had stored nothing");
    }

    @Test
    void anyOpenLegalHoldKeepsTheTenant() {
        fill(view);
        Custody custody = custody(view, clock);
        custody.hold("matter 9", List.of(Holding.of(MEMBER)), CLERK);
        assertThat(delete(inventory()).why().toString()).contains("Legal hold for matter 9");
        assertThat(store.tenants()).containsExactly(TENANT);
        custody.release("matter 9", CLERK);
        assertThat(delete(inventory()).isGiven()).isTrue();
    }

    @Test
    void anInventoryShowsWhatChangedButForContactsInPlace() {
        fill(view);
        TenantInventory before = inventory();
        assertThat(TenantInventory.of(store, TENANT, NOW.plusSeconds(5)).agreesWith(before))
                .isTrue();
        org.iltlib.store.DatasetStore datasets = org.iltlib.store.DatasetStore.of(view);
        datasets.purge(datasets.datasets().findFirst().orElseThrow().id(), NOW);
        assertThat(inventory().agreesWith(before)).isFalse();
    }
}
