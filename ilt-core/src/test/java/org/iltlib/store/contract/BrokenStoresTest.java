package org.iltlib.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.TableRecordStore;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Stores with one fault each, and the check that names the fault. */
class BrokenStoresTest {
    /** A fault that is a race need not show at the first try. */
    private static final int RACES = 30;

    /** A table that is sound but for what a test overrides. */
    private static class Table implements EntryTable {
        final Map<TeamKey, List<Entry>> rows = Collections.synchronizedMap(new TreeMap<>());
        final Map<TeamKey, Checkpoint> heads = Collections.synchronizedMap(new HashMap<>());

        @Override
        public synchronized Checkpoint head(TeamKey key) {
            return heads.getOrDefault(key, Checkpoint.start(key));
        }

        @Override
        public synchronized boolean append(Checkpoint expected, List<Entry> entries) {
            if (!isExpected(expected)) {
                return false;
            }
            Entry last = entries.get(entries.size() - 1);
            heads.put(expected.key(), new Checkpoint(expected.key(), last.sequence(), last.digest()));
            List<Entry> stored = rows.computeIfAbsent(expected.key(), key -> new ArrayList<>());
            entries.forEach(entry -> stored.add(kept(entry)));
            return true;
        }

        boolean isExpected(Checkpoint expected) {
            return head(expected.key()).equals(expected);
        }

        Entry kept(Entry entry) {
            return entry;
        }

        @Override
        public synchronized Stream<Entry> read(TeamKey key, long afterSequence) {
            List<Entry> stored = rows.getOrDefault(key, List.of());
            return List.copyOf(stored).stream().skip(afterSequence);
        }

        @Override
        public Stream<TeamKey> keys() {
            return new TreeSet<>(rows.keySet()).stream();
        }
    }

    private static Store store(java.util.function.Supplier<Table> tables) {
        Map<TenantId, RecordStore> views = new HashMap<>();
        return new Store() {
            @Override
            public RecordStore forTenant(TenantId tenant) {
                return views.computeIfAbsent(tenant, id -> new TableRecordStore(tables.get()));
            }

            @Override
            public void close() {}
        };
    }

    private static DynamicTest caught(String fault, String check, java.util.function.Supplier<Store> broken) {
        return dynamicTest(fault, () -> {
            StoreUnderTest hooks = StoreUnderTest.of(broken, broken);
            List<String> failed = new ArrayList<>();
            StoreCheck named = StoreContract.checks()
                    .filter(one -> one.name().equals(check))
                    .findFirst()
                    .orElseThrow();
            for (int attempt = 0; attempt < RACES && failed.isEmpty(); attempt++) {
                try {
                    named.verify(hooks);
                } catch (AssertionError e) {
                    failed.add(named.name());
                }
            }
            assertThat(failed).containsExactly(check);
        });
    }

    private static DynamicTest caught(String fault, String check, Table... once) {
        return caught(fault, check, () -> {
            List<Table> left = new ArrayList<>(List.of(once));
            return store(() -> left.isEmpty() ? new Table() : left.remove(0));
        });
    }

    @TestFactory
    Stream<DynamicTest> soundTablesPass() {
        return StoreContract.checks(java.util.Set.of(Section.RECORDS, Section.TENANTS))
                .map(check -> dynamicTest(
                        check.name(),
                        () -> check.verify(StoreUnderTest.of(() -> store(Table::new), MemoryStore::new))));
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsCaughtByTheCheckThatNamesIt() {
        return Stream.of(
                caught("never stale", "a stale append is refused and changes nothing", new Table() {
                    @Override
                    boolean isExpected(Checkpoint expected) {
                        return true;
                    }
                }),
                caught("first append always taken", "a stale first append is refused and changes nothing", new Table() {
                    @Override
                    boolean isExpected(Checkpoint expected) {
                        return expected.count() == 0 || super.isExpected(expected);
                    }
                }),
                caught(
                        "number compared, digest not",
                        "a record of another history is refused although it is as long",
                        new Table() {
                            @Override
                            boolean isExpected(Checkpoint expected) {
                                return head(expected.key()).count() == expected.count();
                            }
                        }),
                caught("writes before it refuses", "a stale append is refused and changes nothing", new Table() {
                    @Override
                    public synchronized boolean append(Checkpoint expected, List<Entry> entries) {
                        if (!isExpected(expected)) {
                            rows.get(expected.key()).add(entries.get(0));
                            return false;
                        }
                        return super.append(expected, entries);
                    }
                }),
                caught("sorted by id", "entries come back in the order of recording", new Table() {
                    @Override
                    public synchronized Stream<Entry> read(TeamKey key, long afterSequence) {
                        return super.read(key, afterSequence).sorted(java.util.Comparator.comparing(Entry::id));
                    }
                }),
                caught(
                        "milliseconds only",
                        "times come back to the microsecond, far past and far future too",
                        new Table() {
                            @Override
                            Entry kept(Entry entry) {
                                Instant cut = entry.recordedAt().truncatedTo(ChronoUnit.MILLIS);
                                return entry.toBuilder().recordedAt(cut).build();
                            }
                        }),
                caught("cuts long texts", "a text of a million characters and more comes back as it was", new Table() {
                    @Override
                    Entry kept(Entry entry) {
                        String text = entry.text();
                        return entry.toBuilder()
                                .text(text.substring(0, Math.min(1_000_000, text.length())))
                                .build();
                    }
                }),
                caught("three-byte UTF-8", "any text comes back as it was", new Table() {
                    @Override
                    Entry kept(Entry entry) {
                        return entry.toBuilder()
                                .text(entry.text().replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"))
                                .build();
                    }
                }),
                caught("citations sorted", "citations come back in their order", new Table() {
                    @Override
                    Entry kept(Entry entry) {
                        List<EntryId> sorted = entry.cites().stream().sorted().toList();
                        return entry.toBuilder().cites(sorted).build();
                    }
                }),
                caught("one team for all years", "records of other teams and years are apart", new Table() {
                    @Override
                    public synchronized Stream<Entry> read(TeamKey key, long afterSequence) {
                        return rows.entrySet().stream()
                                .filter(row -> row.getKey().team().equals(key.team()))
                                .flatMap(row -> row.getValue().stream())
                                .skip(afterSequence);
                    }
                }),
                caught(
                        "compares, then writes",
                        "eight writers at once lose nothing, double nothing and leave no gap",
                        new Table() {
                            // Without the lock on purpose: this is the fault that the contract must find.
                            @SuppressWarnings({"UnsynchronizedOverridesSynchronized", "ThreadPriorityCheck"})
                            @Override
                            public boolean append(Checkpoint expected, List<Entry> entries) {
                                if (!head(expected.key()).equals(expected)) {
                                    return false;
                                }
                                Thread.yield();
                                return super.append(head(expected.key()), entries);
                            }
                        }),
                caught("one table for all tenants", "a tenant does not load what another has stored", () -> {
                    Table shared = new Table();
                    return store(() -> shared);
                }),
                caught("works on after closing", "a closed store and its views refuse every call", new Table()),
                caught("forgets", "what was appended is there after closing and opening", () -> store(Table::new)),
                caught("purged content comes back", "purged content does not come back", () -> new Undead()));
    }

    /** A store that forgets purges. */
    private static final class Undead implements Store {
        private final MemoryStore sound = new MemoryStore();
        private DatasetStore current = sound.forTenant(Samples.NORTH);

        @Override
        public RecordStore forTenant(TenantId tenant) {
            return new DatasetStore() {
                @Override
                public DatasetId put(InputStream content) {
                    return current.put(content);
                }

                @Override
                public InputStream open(DatasetId id) {
                    return current.open(id);
                }

                @Override
                public Optional<StoredDataset> find(DatasetId id) {
                    return current.find(id);
                }

                @Override
                public Stream<StoredDataset> datasets() {
                    return current.datasets();
                }

                @Override
                public boolean purge(DatasetId id, Instant at) {
                    current = sound.forTenant(TenantId.of("fresh"));
                    return true;
                }

                @Override
                public boolean purge(StoredDataset tombstone) {
                    return current.purge(tombstone);
                }

                @Override
                public TeamRecord load(TeamKey key) {
                    return current.load(key);
                }

                @Override
                public TeamRecord append(TeamRecord record) {
                    return current.append(record);
                }

                @Override
                public EntryTable table() {
                    return current.table();
                }

                @Override
                public Stream<TeamKey> keys() {
                    return current.keys();
                }
            };
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
