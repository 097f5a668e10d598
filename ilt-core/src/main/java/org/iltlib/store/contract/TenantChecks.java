package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.util.List;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;

/** The same ids in two tenants, for every method. */
final class TenantChecks {
    private TenantChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                Samples.check(Section.TENANTS, "a tenant does not load what another has stored", TenantChecks::load),
                Samples.check(
                        Section.TENANTS, "two tenants append under the same ids, each their own", TenantChecks::append),
                Samples.check(Section.TENANTS, "a tenant does not see another's keys", TenantChecks::keys),
                Samples.check(Section.TENANTS, "a conflict shows nothing of another tenant", TenantChecks::conflict),
                Samples.check(
                        Section.TENANTS, "a record loaded for one tenant is refused by another", TenantChecks::foreign),
                Samples.check(
                        Section.TENANTS,
                        "tenants that differ in case only are different",
                        TenantChecks::upperAndLowerCase));
    }

    private static void load(Store store, RecordStore north) {
        north.append(with(TeamRecord.empty(KEY), "a"));
        same(store.forTenant(SOUTH).load(KEY).revision(), 0L);
    }

    private static void append(Store store, RecordStore north) {
        RecordStore south = store.forTenant(SOUTH);
        TeamRecord ours = north.append(with(TeamRecord.empty(KEY), "a"));
        TeamRecord theirs = south.append(with(with(TeamRecord.empty(KEY), "b"), "a"));
        TeamRecord longer = north.append(with(ours, "b"));
        same(north.load(KEY), longer);
        same(south.load(KEY), theirs);
    }

    private static void keys(Store store, RecordStore north) {
        RecordStore south = store.forTenant(SOUTH);
        TeamKey other = TeamKey.of(TeamId.of("other"), KEY.year());
        north.append(with(TeamRecord.empty(KEY), "a"));
        south.append(with(TeamRecord.empty(other), "a"));
        same(north.keys().toList(), List.of(KEY));
        same(south.keys().toList(), List.of(other));
    }

    private static void conflict(Store store, RecordStore north) {
        RecordStore south = store.forTenant(SOUTH);
        south.append(with(with(with(TeamRecord.empty(KEY), "secret-1"), "secret-2"), "secret-3"));
        TeamRecord first = north.append(with(TeamRecord.empty(KEY), "a"));
        north.append(with(first, "b"));
        StaleRecordException refusal = refused(StaleRecordException.class, () -> north.append(with(first, "c")));
        same(refusal.actual().count(), 2L);
        same(refusal.between().size(), 1);
        String text = refusal + " " + refusal.between();
        that(
                !text.contains("secret") && !text.contains(SOUTH.value()),
                "The refusal speaks of another tenant: " + text);
    }

    private static void foreign(Store store, RecordStore north) {
        RecordStore south = store.forTenant(SOUTH);
        TeamRecord ours = north.append(with(TeamRecord.empty(KEY), "a"));
        StaleRecordException refusal = refused(StaleRecordException.class, () -> south.append(with(ours, "b")));
        same(refusal.actual().count(), 0L);
        same(south.load(KEY).revision(), 0L);
        south.append(with(TeamRecord.empty(KEY), "x"));
        refused(StaleRecordException.class, () -> south.append(with(ours, "b")));
        same(south.load(KEY).revision(), 1L);
    }

    private static void upperAndLowerCase(Store store, RecordStore north) {
        north.append(with(TeamRecord.empty(KEY), "a"));
        same(store.forTenant(TenantId.of("NORTH")).load(KEY).revision(), 0L);
    }
}
