package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.NOON;
import static org.iltlib.store.contract.Samples.NORTH;
import static org.iltlib.store.contract.Samples.PERSON;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.people.Contact;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.Change;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.FeedStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;

/** Listing and removing tenants. A view's optional powers are checked where it has them. */
final class AdministrationChecks {
    private static final byte[] ROWS = {1, 2, 3};
    private static final byte[] PURGED_ROWS = {4, 5};
    private static final PersonId ERASED = PersonId.of("p-erased");
    private static final TeamKey OTHER = TeamKey.of(TeamId.of("other"), KEY.year());

    private AdministrationChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("a store in which nothing is kept has no tenants", AdministrationChecks::none),
                check("tenants come each once and in order", AdministrationChecks::order),
                check("a tenant that was only looked at is none", AdministrationChecks::lookedAt),
                check("a tenant with a contact or a dataset only is one", AdministrationChecks::withoutRecord),
                check("removing a tenant removes all its records", AdministrationChecks::records),
                check("removing a tenant removes its datasets, purged ones too", AdministrationChecks::datasets),
                check("removing a tenant removes its directory, erasures too", AdministrationChecks::directory),
                check("removing a tenant removes its feed, told and untold", AdministrationChecks::feed),
                check("removing a tenant leaves all of another", AdministrationChecks::other),
                check("removing an unknown tenant changes nothing and says so", AdministrationChecks::unknown),
                check("a removed tenant can begin anew", AdministrationChecks::anew),
                check("what was loaded before a removal is refused after it", AdministrationChecks::stale),
                check("a closed store neither lists nor removes tenants", AdministrationChecks::afterClose),
                new StoreCheck(
                        Section.REOPEN,
                        "a removed tenant is gone after closing and opening",
                        AdministrationChecks::reopen));
    }

    private static StoreCheck check(String name, Consumer<AdministeredStore> body) {
        return new StoreCheck(Section.ADMINISTRATION, name, hooks -> {
            try (Store store = hooks.openEmpty()) {
                body.accept(AdministeredStore.of(store));
            }
        });
    }

    /** Something of every sort that the view keeps. */
    private static RecordStore fill(Store store, TenantId tenant) {
        RecordStore view = store.forTenant(tenant);
        view.append(with(view.append(with(TeamRecord.empty(KEY), "a")), "b"));
        view.append(with(TeamRecord.empty(OTHER), "c"));
        if (view instanceof DatasetStore datasets) {
            datasets.put(new ByteArrayInputStream(ROWS));
            datasets.purge(datasets.put(new ByteArrayInputStream(PURGED_ROWS)), NOON);
        }
        if (view instanceof DirectoryStore directory) {
            directory.putContact(Contact.of(PERSON, "name"));
            directory.eraseContact(ERASED, NOON);
        }
        return view;
    }

    private static void whole(RecordStore view) {
        same(view.keys().toList(), List.of(OTHER, KEY));
        same(view.load(KEY).revision(), 2L);
        that(view.load(KEY).verify().holds(), view.load(KEY).verify().toString());
        same(view.load(OTHER).revision(), 1L);
        if (view instanceof DatasetStore datasets) {
            same(datasets.datasets().count(), 2L);
            that(!datasets.find(DatasetId.ofBytes(ROWS)).orElseThrow().isPurged(), "A dataset was purged.");
            same(datasets.put(new ByteArrayInputStream(ROWS)), DatasetId.ofBytes(ROWS));
        }
        if (view instanceof DirectoryStore directory) {
            same(directory.contacts().toList(), List.of(PERSON));
            same(directory.contactErasedAt(ERASED), Optional.of(NOON));
        }
        if (view instanceof FeedStore feed) {
            same(feed.changes(0, 10).stream().map(Change::position).toList(), List.of(1L, 2L, 3L));
        }
    }

    private static void none(AdministeredStore store) {
        same(store.tenants().toList(), List.of());
    }

    private static void order(AdministeredStore store) {
        for (String id : List.of("b", "B", "a'%", "b2", "b10")) {
            fill(store, TenantId.of(id));
        }
        same(store.tenants().map(TenantId::value).toList(), List.of("B", "a'%", "b", "b10", "b2"));
    }

    private static void lookedAt(AdministeredStore store) {
        RecordStore view = store.forTenant(NORTH);
        view.load(KEY);
        view.append(TeamRecord.empty(KEY));
        if (view instanceof FeedStore feed) {
            same(feed.changes(0, 1), List.of());
        }
        same(store.tenants().toList(), List.of());
        that(!store.deleteTenant(NORTH), "Something was removed where nothing was stored.");
    }

    private static void withoutRecord(AdministeredStore store) {
        if (store.forTenant(NORTH) instanceof DatasetStore datasets) {
            datasets.put(new ByteArrayInputStream(ROWS));
            same(store.tenants().toList(), List.of(NORTH));
            that(store.deleteTenant(NORTH), "The tenant was not removed.");
        }
        if (store.forTenant(NORTH) instanceof DirectoryStore directory) {
            directory.eraseContact(PERSON, NOON);
            same(store.tenants().toList(), List.of(NORTH));
            that(store.deleteTenant(NORTH), "The tenant was not removed.");
        }
        same(store.tenants().toList(), List.of());
    }

    private static void records(AdministeredStore store) {
        RecordStore view = fill(store, NORTH);
        that(store.deleteTenant(NORTH), "The tenant was not removed.");
        for (RecordStore each : List.of(view, store.forTenant(NORTH))) {
            same(each.keys().toList(), List.of());
            same(each.load(KEY), TeamRecord.empty(KEY));
            same(each.table().head(OTHER).count(), 0L);
        }
        same(store.tenants().toList(), List.of());
        that(!store.deleteTenant(NORTH), "The tenant was removed twice.");
    }

    private static void datasets(AdministeredStore store) {
        if (fill(store, NORTH) instanceof DatasetStore datasets) {
            store.deleteTenant(NORTH);
            same(datasets.datasets().toList(), List.of());
            same(datasets.find(DatasetId.ofBytes(ROWS)), Optional.empty());
            same(datasets.put(new ByteArrayInputStream(PURGED_ROWS)), DatasetId.ofBytes(PURGED_ROWS));
        }
    }

    private static void directory(AdministeredStore store) {
        if (fill(store, NORTH) instanceof DirectoryStore directory) {
            store.deleteTenant(NORTH);
            same(directory.contacts().toList(), List.of());
            same(directory.erasedContacts().toList(), List.of());
            same(directory.findContact(PERSON), Optional.empty());
            directory.putContact(Contact.of(ERASED, "name"));
        }
    }

    private static void feed(AdministeredStore store) {
        if (fill(store, NORTH) instanceof FeedStore feed) {
            store.deleteTenant(NORTH);
            same(feed.changes(0, 10), List.of());
            fill(store, NORTH);
            same(feed.changes(0, 10).size(), 3);
            store.deleteTenant(NORTH);
            same(feed.changes(0, 10), List.of());
            fill(store, NORTH);
            whole(feed);
        }
    }

    private static void other(AdministeredStore store) {
        fill(store, NORTH);
        RecordStore south = fill(store, SOUTH);
        that(store.deleteTenant(NORTH), "The tenant was not removed.");
        same(store.tenants().toList(), List.of(SOUTH));
        whole(south);
        whole(store.forTenant(SOUTH));
    }

    private static void unknown(AdministeredStore store) {
        RecordStore north = fill(store, NORTH);
        that(!store.deleteTenant(SOUTH), "Something was removed where nothing was stored.");
        that(!store.deleteTenant(TenantId.of("NORTH")), "Another tenant was removed.");
        that(!store.deleteTenant(TenantId.of("nort_")), "Another tenant was removed.");
        whole(north);
    }

    private static void anew(AdministeredStore store) {
        fill(store, NORTH);
        store.deleteTenant(NORTH);
        whole(fill(store, NORTH));
        same(store.tenants().toList(), List.of(NORTH));
    }

    private static void stale(AdministeredStore store) {
        RecordStore view = fill(store, NORTH);
        TeamRecord loaded = view.load(KEY);
        store.deleteTenant(NORTH);
        refused(StaleRecordException.class, () -> view.append(with(loaded, "late")));
        same(store.tenants().toList(), List.of());
    }

    private static void afterClose(AdministeredStore store) {
        store.close();
        refused(IllegalStateException.class, () -> store.tenants().close());
        refused(IllegalStateException.class, () -> store.deleteTenant(NORTH));
    }

    /** A store that cannot remove tenants has nothing to be asked. */
    private static void reopen(StoreUnderTest hooks) {
        try (Store store = hooks.openEmpty()) {
            if (!(store instanceof AdministeredStore)) {
                return;
            }
            fill(store, NORTH);
            fill(store, SOUTH);
            AdministeredStore.of(store).deleteTenant(NORTH);
        }
        try (Store store = hooks.reopen()) {
            same(AdministeredStore.of(store).tenants().toList(), List.of(SOUTH));
            whole(store.forTenant(SOUTH));
            same(store.forTenant(NORTH).keys().toList(), List.of());
        }
    }
}
