package org.iltlib.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.store.RecordStore;

/** What all records of a tenant say of custody, as they stand. Streams every entry once, keeps those of custody. */
final class Standing {
    private final List<Located> entries = new ArrayList<>();

    /** An entry and its record. */
    record Located(TeamKey key, Entry entry) {}

    private Standing() {}

    static Standing of(RecordStore view, Kind<?>... kinds) {
        Set<String> wanted = new HashSet<>();
        Stream.of(kinds).forEach(kind -> wanted.add(kind.name()));
        Standing standing = new Standing();
        List<TeamKey> keys;
        try (Stream<TeamKey> all = view.keys()) {
            keys = all.toList();
        }
        for (TeamKey key : keys) {
            try (Stream<Entry> stored = view.table().read(key, 0)) {
                stored.filter(entry -> wanted.contains(entry.kind()))
                        .forEach(entry -> standing.entries.add(new Located(key, entry)));
            }
        }
        return standing;
    }

    /** What removals must know. */
    static Standing ofRemovals(RecordStore view) {
        return of(
                view,
                LegalHold.KIND,
                HoldRelease.KIND,
                RemovalOrder.KIND,
                PurgeCertificate.KIND,
                ErasureCertificate.KIND);
    }

    /** The values of that kind, in order of records, then of recording. */
    <T extends Recordable> List<T> list(Kind<T> kind) {
        return located(kind).map(found -> found.entry().as(kind)).toList();
    }

    private Stream<Located> located(Kind<?> kind) {
        return entries.stream().filter(found -> found.entry().isOf(kind));
    }

    /** The matter for which it must stay; empty if it may go. */
    Optional<String> held(Holding holding) {
        return open().filter(hold -> holding instanceof Holding.OfTenant
                        || hold.holdings().contains(holding)
                        || hold.holdings().contains(Holding.ofTenant()))
                .map(LegalHold::matter)
                .findFirst();
    }

    private Stream<LegalHold> open() {
        Map<String, Instant> released = new HashMap<>();
        located(HoldRelease.KIND)
                .forEach(found -> released.merge(
                        found.entry().as(HoldRelease.KIND).matter(),
                        found.entry().recordedAt(),
                        (one, other) -> one.isAfter(other) ? one : other));
        return located(LegalHold.KIND)
                .filter(found -> {
                    Instant end = released.get(found.entry().as(LegalHold.KIND).matter());
                    return end == null || end.isBefore(found.entry().recordedAt());
                })
                .map(found -> found.entry().as(LegalHold.KIND));
    }

    /** The orders that no certificate of their record cites. */
    List<Located> unfinished() {
        Set<Map.Entry<TeamKey, EntryId>> finished = new HashSet<>();
        Stream.concat(located(PurgeCertificate.KIND), located(ErasureCertificate.KIND))
                .forEach(found -> found.entry().cites().forEach(order -> finished.add(Map.entry(found.key(), order))));
        return located(RemovalOrder.KIND)
                .filter(found ->
                        !finished.contains(Map.entry(found.key(), found.entry().id())))
                .toList();
    }
}
