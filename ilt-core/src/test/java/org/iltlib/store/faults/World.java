package org.iltlib.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.TeamKey;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.Store;

/** A store beside its model: two tenants that nobody had before. */
final class World {
    static final int TENANTS = 2;
    static final int KEYS = 3;
    private static int worlds;

    private final Place place;
    private final List<TenantId> tenants = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final Map<Snapshot, Model> snapshots = new HashMap<>();

    /** A store that may be closed and opened again. */
    static final class Place implements AutoCloseable {
        private final Supplier<Store> opener;
        private final boolean lasting;
        private Store store;

        Place(Supplier<Store> opener, boolean lasting) {
            this.opener = opener;
            this.lasting = lasting;
            this.store = opener.get();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    World(Place place) {
        this.place = place;
        worlds++;
        for (int i = 0; i < TENANTS; i++) {
            tenants.add(TenantId.of("world-" + worlds + "-" + i));
            models.add(new Model());
        }
    }

    Store store() {
        return place.store;
    }

    RecordStore view(int tenant) {
        return place.store.forTenant(tenants.get(tenant));
    }

    TenantId tenant(int tenant) {
        return tenants.get(tenant);
    }

    Model model(int tenant) {
        return models.get(tenant);
    }

    void forget(int tenant) {
        models.set(tenant, new Model());
        snapshots.clear();
    }

    /** The same keys in every tenant. */
    static TeamKey key(int number) {
        return TeamKey.of(TeamId.of("team-" + number / 2), SchoolYear.startingIn(2026 + number % 2));
    }

    Map<Snapshot, Model> snapshots() {
        return snapshots;
    }

    void reopen() {
        if (place.lasting) {
            place.store.close();
            place.store = place.opener.get();
            snapshots.clear();
        }
    }

    /** After every command: both tenants stand where they should. */
    void check() {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            RecordStore view = view(tenant);
            Model model = model(tenant);
            assertThat(view.keys().toList()).containsExactlyElementsOf(model.records.keySet());
            IntStream.range(0, KEYS)
                    .mapToObj(World::key)
                    .forEach(key -> assertThat(view.table().head(key))
                            .isEqualTo(model.record(key).checkpoint()));
        }
    }
}
