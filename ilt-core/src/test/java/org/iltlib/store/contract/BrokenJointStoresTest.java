package org.iltlib.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Addition;
import org.iltlib.store.EntryTable;
import org.iltlib.store.JointStore;
import org.iltlib.store.JointTable;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.TableJointStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Stores with one fault each in what they do to several records at once, and the check that names the fault. */
class BrokenJointStoresTest {
    /** A fault that is a race need not show at the first try. */
    private static final int RACES = 30;

    private static final Set<Section> SECTIONS = Set.of(Section.JOINT, Section.SNAPSHOT);

    /** A table and its view, sound but for what a test overrides. */
    private static class View implements JointStore, SnapshotStore, JointTable {
        final Map<TeamKey, List<Entry>> rows = new TreeMap<>();
        final JointStore records = new TableJointStore(this);

        /** Whether the store is closed; only some views care. */
        boolean closed;

        void checkOpen() {
            if (closed) {
                throw new IllegalStateException("closed");
            }
        }

        @Override
        public synchronized Checkpoint head(TeamKey key) {
            checkOpen();
            List<Entry> stored = rows.getOrDefault(key, List.of());
            return stored.isEmpty()
                    ? Checkpoint.start(key)
                    : new Checkpoint(
                            key, stored.size(), stored.get(stored.size() - 1).digest());
        }

        boolean stands(Checkpoint expected) {
            return head(expected.key()).equals(expected);
        }

        @Override
        public boolean append(Checkpoint expected, List<Entry> entries) {
            return View.this.storeAll(List.of(new Addition(expected, entries)), List.of());
        }

        @Override
        public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
            return storeAll(additions, unmoved);
        }

        final synchronized boolean storeAll(List<Addition> additions, List<Checkpoint> unmoved) {
            checkOpen();
            boolean stood = unmoved.stream().allMatch(this::stands)
                    && additions.stream().map(Addition::expected).allMatch(this::stands);
            if (stood) {
                additions.forEach(
                        addition -> rows.computeIfAbsent(addition.expected().key(), key -> new ArrayList<>())
                                .addAll(addition.entries()));
            }
            return stood;
        }

        @Override
        public synchronized Stream<Entry> read(TeamKey key, long afterSequence) {
            return List.copyOf(rows.getOrDefault(key, List.of())).stream().skip(afterSequence);
        }

        @Override
        public synchronized Stream<TeamKey> keys() {
            return List.copyOf(rows.keySet()).stream();
        }

        @Override
        public synchronized Snapshot snapshot() {
            checkOpen();
            return new Snapshot(keys().map(this::head).toList(), this);
        }

        @Override
        public TeamRecord load(TeamKey key) {
            return records.load(key);
        }

        @Override
        public TeamRecord append(TeamRecord record) {
            return records.append(record);
        }

        @Override
        public List<TeamRecord> appendAll(List<TeamRecord> all) {
            return records.appendAll(all);
        }

        @Override
        public EntryTable table() {
            return this;
        }
    }

    private static Store store(Supplier<View> views) {
        Map<TenantId, View> opened = new HashMap<>();
        return new Store() {
            @Override
            public RecordStore forTenant(TenantId tenant) {
                return opened.computeIfAbsent(tenant, id -> views.get());
            }

            @Override
            public void close() {
                opened.values().forEach(view -> view.closed = true);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> soundStoresPass() {
        return StoreContract.checks(SECTIONS)
                .map(check -> dynamicTest(
                        check.name(),
                        () -> check.verify(StoreUnderTest.of(() -> store(View::new), () -> store(View::new)))));
    }

    private static DynamicTest caught(String fault, String check, Supplier<View> broken) {
        return caughtStore(fault, check, () -> store(broken));
    }

    private static DynamicTest caughtStore(String fault, String check, Supplier<Store> broken) {
        return dynamicTest(fault, () -> {
            StoreUnderTest hooks = StoreUnderTest.of(broken, broken);
            List<String> failed = new ArrayList<>();
            StoreCheck named = StoreContract.checks(SECTIONS)
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

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }

    @TestFactory
    Stream<DynamicTest> eachJointFaultIsCaughtByTheCheckThatNamesIt() {
        return Stream.of(
                caught(
                        "half a joint append stored",
                        "a joint append that is refused stores nothing of any record",
                        () -> new View() {
                            @Override
                            public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
                                return unmoved.stream().allMatch(this::stands)
                                        && additions.stream().allMatch(one -> append(one.expected(), one.entries()));
                            }
                        }),
                caught(
                        "only the first conflict listed",
                        "a joint refusal lists every stale record in the order given",
                        () -> new View() {
                            @Override
                            public List<TeamRecord> appendAll(List<TeamRecord> all) {
                                try {
                                    return super.appendAll(all);
                                } catch (StaleRecordException e) {
                                    throw new StaleRecordException(e.conflicts().subList(0, 1));
                                }
                            }
                        }),
                caught(
                        "conflicts in the order of the keys",
                        "a joint refusal lists every stale record in the order given",
                        () -> new View() {
                            @Override
                            public List<TeamRecord> appendAll(List<TeamRecord> all) {
                                return super.appendAll(all.stream()
                                        .sorted((one, other) -> one.key().compareTo(other.key()))
                                        .toList());
                            }
                        }),
                caught(
                        "unmoved records not looked at",
                        "a record to which nothing is added must stand where it was loaded",
                        () -> new View() {
                            @Override
                            public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
                                return storeAll(additions, List.of());
                            }
                        }),
                caught(
                        "unmoved records looked at before, not held",
                        "of two that each build on the other's record one is refused",
                        () -> new View() {
                            @Override
                            public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
                                boolean stood = unmoved.stream().allMatch(this::stands);
                                pause();
                                return stood && storeAll(additions, List.of());
                            }
                        }),
                caught(
                        "given back as it came",
                        "a joint append stores every record, each entry saved",
                        () -> new View() {
                            @Override
                            public List<TeamRecord> appendAll(List<TeamRecord> all) {
                                super.appendAll(all);
                                return all;
                            }
                        }),
                caught("the last of a key counts", "a record given twice is refused", () -> new View() {
                    @Override
                    public List<TeamRecord> appendAll(List<TeamRecord> all) {
                        Map<TeamKey, TeamRecord> last = new TreeMap<>();
                        all.forEach(record -> last.put(record.key(), record));
                        return super.appendAll(List.copyOf(last.values()));
                    }
                }),
                caught("nothing is an error", "a joint append of nothing stores nothing", () -> new View() {
                    @Override
                    public List<TeamRecord> appendAll(List<TeamRecord> all) {
                        if (all.isEmpty()) {
                            throw new StoreException("Expected something.");
                        }
                        return super.appendAll(all);
                    }
                }),
                caughtStore("one table for all tenants", "a joint append reaches no other tenant", () -> {
                    View shared = new View();
                    return store(() -> shared);
                }),
                caught(
                        "locks in the order given",
                        "joint writers that cross neither block one another nor lose anything",
                        InOrderGiven::new),
                caught("works on after closing", "a closed store refuses a joint append", () -> new View() {
                    @Override
                    void checkOpen() {}
                }));
    }

    /** Locks each record in the order in which it comes, and gives up when that takes too long. */
    private static final class InOrderGiven extends View {
        private final Map<TeamKey, ReentrantLock> locks = new ConcurrentHashMap<>();

        @Override
        public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
            List<ReentrantLock> held = new ArrayList<>();
            try {
                for (Addition addition : additions) {
                    ReentrantLock lock =
                            locks.computeIfAbsent(addition.expected().key(), key -> new ReentrantLock());
                    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
                        throw new StoreException("Deadlock.");
                    }
                    held.add(lock);
                    pause();
                }
                return storeAll(additions, unmoved);
            } catch (InterruptedException e) {
                throw new StoreException("Interrupted.", e);
            } finally {
                held.forEach(ReentrantLock::unlock);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachFaultOfASnapshotIsCaughtByTheCheckThatNamesIt() {
        return Stream.of(
                caught("the first snapshot for ever", "a snapshot does not see later appends", () -> new View() {
                    private Snapshot first;

                    @Override
                    public synchronized Snapshot snapshot() {
                        first = first == null ? super.snapshot() : first;
                        return first;
                    }
                }),
                caught("entries that move on", "a snapshot does not see later appends", () -> new View() {
                    @Override
                    public synchronized Snapshot snapshot() {
                        List<Checkpoint> far = super.snapshot().heads().stream()
                                .map(head -> new Checkpoint(head.key(), head.count() + 1, head.head()))
                                .toList();
                        return new Snapshot(far, this);
                    }
                }),
                caught(
                        "head after head, the later first",
                        "a snapshot is one moment: no append without the one before it",
                        HeadAfterHead::new),
                caught("head after head", "a snapshot sees a joint append wholly or not at all", HeadAfterHead::new),
                caught("only one record", "a snapshot shows every record as it stands, in order", () -> new View() {
                    @Override
                    public synchronized Snapshot snapshot() {
                        return new Snapshot(
                                super.snapshot().heads().stream().limit(1).toList(), this);
                    }
                }),
                caught("nothing is an error", "a snapshot of nothing is empty", () -> new View() {
                    @Override
                    public synchronized Snapshot snapshot() {
                        if (rows.isEmpty()) {
                            throw new StoreException("Expected something.");
                        }
                        return super.snapshot();
                    }
                }),
                caughtStore("one table for all tenants", "a snapshot shows nothing of another tenant", () -> {
                    View shared = new View();
                    return store(() -> shared);
                }),
                caught("works on after closing", "a closed store shows no snapshot", () -> new View() {
                    @Override
                    void checkOpen() {}
                }));
    }

    /** Looks at one record after the other, as a store does that has no common moment. */
    private static final class HeadAfterHead extends View {
        // Without the lock on purpose: this is the fault that the contract must find.
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        @Override
        public Snapshot snapshot() {
            List<Checkpoint> heads = new ArrayList<>();
            keys().forEach(key -> {
                heads.add(head(key));
                pause();
            });
            return new Snapshot(heads, this);
        }

        @Override
        public boolean append(Checkpoint expected, List<Entry> entries) {
            pause();
            return super.append(expected, entries);
        }

        @Override
        public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
            pause();
            return super.appendAll(additions, unmoved);
        }
    }
}
