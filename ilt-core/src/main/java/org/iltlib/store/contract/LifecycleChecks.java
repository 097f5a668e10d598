package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.NORTH;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.with;

import java.util.List;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;

/** Closing, and opening again. */
final class LifecycleChecks {
    private LifecycleChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                Samples.check(Section.LIFECYCLE, "closing twice does no harm", (store, records) -> {
                    store.close();
                    store.close();
                }),
                Samples.check(
                        Section.LIFECYCLE,
                        "a closed store and its views refuse every call",
                        LifecycleChecks::afterClose),
                new StoreCheck(
                        Section.REOPEN,
                        "what was appended is there after closing and opening",
                        LifecycleChecks::reopen));
    }

    private static void afterClose(Store store, RecordStore records) {
        TeamRecord record = with(TeamRecord.empty(KEY), "a");
        store.close();
        refused(IllegalStateException.class, () -> records.load(KEY));
        refused(IllegalStateException.class, () -> records.append(record));
        refused(IllegalStateException.class, () -> records.keys().forEach(key -> {}));
        refused(IllegalStateException.class, () -> store.forTenant(SOUTH));
    }

    private static void reopen(StoreUnderTest hooks) {
        TeamRecord record;
        try (Store store = hooks.openEmpty()) {
            RecordStore records = store.forTenant(NORTH);
            record = records.append(with(records.append(with(TeamRecord.empty(KEY), "a")), "b"));
            store.forTenant(SOUTH).append(with(TeamRecord.empty(KEY), "x"));
        }
        try (Store store = hooks.reopen()) {
            RecordStore records = store.forTenant(NORTH);
            same(records.load(KEY), record);
            same(records.keys().toList(), List.of(KEY));
            records.append(with(record, "c"));
            same(records.load(KEY).revision(), 3L);
        }
    }
}
