package org.iltlib.custody;

import java.time.Clock;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.store.AdministeredStore;

/**
 * The end of a tenant: take the inventory, archive and hand over, then delete what the inventory says and nothing that
 * came after it.
 *
 * <pre>{@code
 * TenantInventory inventory = TenantInventory.of(store, tenant, clock.instant());   // keep it; then archive
 * TenantDeletionCertificate done = TenantDeletion.delete(store, inventory, reason, by, clock).get();
 * }</pre>
 */
public final class TenantDeletion {
    private TenantDeletion() {}

    /**
     * Removes everything of the tenant of that inventory. Not done if anything was stored since the inventory was taken,
     * if a legal hold is open, or if there never was anything. If the tenant is gone already, as after a crash before
     * the certificate could be kept, the same inventory brings the certificate. Let nobody write meanwhile: what is
     * stored during the call goes too.
     *
     * @param reason why, in words that name no person
     * @throws org.iltlib.store.StoreException if the storage fails; then call again
     */
    public static Answer<TenantDeletionCertificate> delete(
            AdministeredStore store, TenantInventory inventory, String reason, PersonId by, Clock clock) {
        if (inventory.isEmpty()) {
            return Answer.not(Explanation.of("Tenant %s had stored nothing.", inventory.tenant()));
        }
        TenantInventory now = TenantInventory.of(store, inventory.tenant(), Log.now(clock));
        if (!now.isEmpty()) {
            if (!now.agreesWith(inventory)) {
                return Answer.not(Explanation.of("Tenant %s stays.", inventory.tenant())
                        .because(
                                "It has changed since the inventory of %s. Maybe archive again.", inventory.takenAt()));
            }
            var matter =
                    Standing.ofRemovals(store.forTenant(inventory.tenant())).held(Holding.ofTenant());
            if (matter.isPresent()) {
                return Answer.not(Explanation.of("Tenant %s stays.", inventory.tenant())
                        .because("Legal hold for %s.", matter.get()));
            }
            store.deleteTenant(inventory.tenant());
        }
        TenantDeletionCertificate certificate = TenantDeletionCertificate.builder()
                .id(EntryId.of("tenant-deletion-certificate/" + inventory.heads()))
                .inventory(inventory)
                .reason(reason)
                .at(Log.now(clock))
                .by(by)
                .build();
        return Answer.given(certificate, certificate.explain());
    }
}
