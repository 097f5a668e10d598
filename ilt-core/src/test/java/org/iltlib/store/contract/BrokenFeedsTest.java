package org.iltlib.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.EntryTable;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Feeds with one fault each, and the check that names the fault. */
class BrokenFeedsTest {
    /** A fault that is a race need not show at the first try. */
    private static final int RACES = 30;

    /** A feed that is sound but for what a test overrides. */
    private static class Feed implements FeedStore, JointStore {
        private final JointStore records;
        final List<Change> told = new ArrayList<>();

        Feed(RecordStore records) {
            this.records = JointStore.of(records);
        }

        /** Called after an append, with the lock held. */
        void tell(TeamRecord before, TeamRecord after) {
            told.add(change(told.size() + 1L, before, after));
        }

        /** Called after a refused append, with the lock held. */
        void refused(TeamRecord record) {
            assertThat(record.unsaved()).isNotEmpty();
        }

        static Change change(long position, TeamRecord before, TeamRecord after) {
            return new Change(position, before.savedCheckpoint().count() + 1, after.checkpoint());
        }

        @Override
        public synchronized TeamRecord append(TeamRecord record) {
            try {
                TeamRecord saved = records.append(record);
                if (!record.unsaved().isEmpty()) {
                    tell(record, saved);
                }
                return saved;
            } catch (StaleRecordException e) {
                refused(record);
                throw e;
            }
        }

        @Override
        public synchronized List<TeamRecord> appendAll(List<TeamRecord> all) {
            List<TeamRecord> saved = records.appendAll(all);
            IntStream.range(0, all.size()).forEach(i -> tell(all.get(i), saved.get(i)));
            return saved;
        }

        @Override
        public synchronized List<Change> changes(long after, int limit) {
            records.keys().close();
            if (after < 0 || limit < 1) {
                throw new IllegalArgumentException("no page");
            }
            return page(after, limit);
        }

        List<Change> page(long after, int limit) {
            return told.stream()
                    .filter(change -> change.position() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public TeamRecord load(TeamKey key) {
            return records.load(key);
        }

        @Override
        public EntryTable table() {
            return records.table();
        }

        @Override
        public Stream<TeamKey> keys() {
            return records.keys();
        }
    }

    /** What makes the feed of a tenant from its records. */
    private interface Making {
        Feed on(RecordStore records);
    }

    private static Store store(MemoryStore records, Making making) {
        Map<TenantId, RecordStore> views = new HashMap<>();
        return new Store() {
            @Override
            public RecordStore forTenant(TenantId tenant) {
                RecordStore sound = records.forTenant(tenant);
                return views.computeIfAbsent(tenant, id -> making.on(sound));
            }

            @Override
            public void close() {
                records.close();
            }
        };
    }

    private static DynamicTest caught(String fault, String check, Making making) {
        return caught(fault, check, () -> store(new MemoryStore(), making));
    }

    private static DynamicTest caught(String fault, String check, Supplier<Store> broken) {
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

    @TestFactory
    Stream<DynamicTest> aSoundFeedPasses() {
        StoreUnderTest sound = StoreUnderTest.of(() -> store(new MemoryStore(), Feed::new), MemoryStore::new);
        return StoreContract.checks(Set.of(Section.FEED))
                .map(check -> dynamicTest(check.name(), () -> check.verify(sound)));
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsCaughtByTheCheckThatNamesIt() {
        return Stream.of(
                caught(
                        "position drawn before the commit: a late one is skipped",
                        "readers miss nothing and see nothing twice while eight writers append to many records",
                        LateCommits::new),
                caught(
                        "numbered by time of day when read: what came late pushes others back",
                        "readers miss nothing and see nothing twice while eight writers append to many records",
                        records -> new LateCommits(records) {
                            @Override
                            List<Change> page(long after, int limit) {
                                return renumbered(told, after, limit, Comparator.comparingLong(Change::position));
                            }
                        }),
                caught(
                        "tells before it appends, and refused ones too",
                        "an append that was refused or empty is not told and leaves no gap",
                        records -> new Feed(records) {
                            @Override
                            void refused(TeamRecord record) {
                                told.add(change(told.size() + 1L, record, record));
                            }
                        }),
                caught(
                        "a refused append uses up a position",
                        "an append that was refused or empty is not told and leaves no gap",
                        records -> new Feed(records) {
                            private long drawn;

                            @Override
                            void tell(TeamRecord before, TeamRecord after) {
                                told.add(change(++drawn, before, after));
                            }

                            @Override
                            void refused(TeamRecord record) {
                                drawn++;
                            }
                        }),
                caught(
                        "positions in steps of ten",
                        "appends are told in their order, each once, at positions from 1 without a gap",
                        records -> new Feed(records) {
                            @Override
                            void tell(TeamRecord before, TeamRecord after) {
                                told.add(change(10L * told.size() + 10, before, after));
                            }
                        }),
                caught(
                        "begins at the position instead of after it",
                        "pages of any size make the same feed",
                        records -> new Feed(records) {
                            @Override
                            List<Change> page(long after, int limit) {
                                return super.page(Math.max(0, after - 1), limit);
                            }
                        }),
                caught("the limit is left out", "pages of any size make the same feed", records -> new Feed(records) {
                    @Override
                    List<Change> page(long after, int limit) {
                        return super.page(after, Integer.MAX_VALUE);
                    }
                }),
                caught(
                        "numbered by key when read",
                        "a position never changes, however often it is read",
                        records -> new Feed(records) {
                            @Override
                            List<Change> page(long after, int limit) {
                                return renumbered(
                                        told,
                                        after,
                                        limit,
                                        Comparator.comparing((Change change) ->
                                                        change.to().key())
                                                .reversed());
                            }
                        }),
                caught(
                        "takes what it has told off the feed",
                        "a position never changes, however often it is read",
                        records -> new Feed(records) {
                            @Override
                            List<Change> page(long after, int limit) {
                                List<Change> page = super.page(after, limit);
                                told.removeAll(page);
                                return page;
                            }
                        }),
                caught(
                        "one feed for all tenants",
                        "a tenant's feed tells nothing of another's and counts for itself",
                        () -> {
                            MemoryStore records = new MemoryStore();
                            List<Change> shared = new ArrayList<>();
                            return store(records, view -> new Feed(view) {
                                @Override
                                void tell(TeamRecord before, TeamRecord after) {
                                    shared.add(change(shared.size() + 1L, before, after));
                                    told.clear();
                                }

                                @Override
                                List<Change> page(long after, int limit) {
                                    told.clear();
                                    told.addAll(shared);
                                    return super.page(after, limit);
                                }
                            });
                        }),
                caught(
                        "one counter for all tenants",
                        "a tenant's feed tells nothing of another's and counts for itself",
                        () -> {
                            long[] drawn = new long[1];
                            return store(new MemoryStore(), view -> new Feed(view) {
                                @Override
                                void tell(TeamRecord before, TeamRecord after) {
                                    told.add(change(++drawn[0], before, after));
                                }
                            });
                        }),
                caught(
                        "tells the last entry only",
                        "a change tells the first and the last entry of its append",
                        records -> new Feed(records) {
                            @Override
                            void tell(TeamRecord before, TeamRecord after) {
                                told.add(new Change(told.size() + 1L, after.revision(), after.checkpoint()));
                            }
                        }),
                caught(
                        "tells where the record stands when asked",
                        "a change tells the first and the last entry of its append",
                        records -> new Feed(records) {
                            @Override
                            List<Change> page(long after, int limit) {
                                return super.page(after, limit).stream()
                                        .map(change -> new Change(
                                                change.position(),
                                                change.first(),
                                                head(change.to().key())))
                                        .toList();
                            }

                            private Checkpoint head(TeamKey key) {
                                return load(key).checkpoint();
                            }
                        }),
                caught(
                        "tells the first record of a joint append only",
                        "a joint append is told as one change for each record, a refused one not",
                        records -> new Feed(records) {
                            @Override
                            public synchronized List<TeamRecord> appendAll(List<TeamRecord> all) {
                                List<Change> before = List.copyOf(told);
                                List<TeamRecord> saved = super.appendAll(all);
                                told.subList(before.size() + 1, told.size()).clear();
                                return saved;
                            }
                        }),
                caught(
                        "the newest first",
                        "appends are told in their order, each once, at positions from 1 without a gap",
                        records -> new Feed(records) {
                            @Override
                            List<Change> page(long after, int limit) {
                                List<Change> page = new ArrayList<>(super.page(after, limit));
                                java.util.Collections.reverse(page);
                                return page;
                            }
                        }),
                caught(
                        "entries from the first one of the record",
                        "the entries of a change are those that were appended",
                        records -> new Feed(records) {
                            @Override
                            public Stream<org.iltlib.record.Entry> entries(Change change) {
                                return table().read(change.to().key(), 0);
                            }
                        }),
                caught(
                        "a feed in the heap beside a store that lasts",
                        "the feed, if there is one, goes on after closing and opening",
                        lasting()));
    }

    private static List<Change> renumbered(List<Change> told, long after, int limit, Comparator<Change> order) {
        List<Change> sorted = told.stream().sorted(order).toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(i ->
                        new Change(i + 1L, sorted.get(i).first(), sorted.get(i).to()))
                .skip(after)
                .limit(limit)
                .toList();
    }

    /** Records that are there when opened again, with a feed that is not. */
    private static Supplier<Store> lasting() {
        MemoryStore records = new MemoryStore();
        return () -> {
            Map<TenantId, RecordStore> views = new HashMap<>();
            return new Store() {
                @Override
                public RecordStore forTenant(TenantId tenant) {
                    return views.computeIfAbsent(tenant, id -> new Feed(records.forTenant(id)));
                }

                @Override
                public void close() {}
            };
        };
    }

    /** The classic: the position comes from a counter, the commit some time later. */
    private static class LateCommits extends Feed {
        private long drawn;

        LateCommits(RecordStore records) {
            super(records);
        }

        // Without the lock on purpose: this is the fault that the contract must find.
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        @Override
        public TeamRecord append(TeamRecord record) {
            long position;
            synchronized (this) {
                position = ++drawn;
            }
            if (position % 3 == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            synchronized (this) {
                TeamRecord saved = recordsAppend(record);
                told.add(change(position, record, saved));
                told.sort(Comparator.comparingLong(Change::position));
                return saved;
            }
        }

        private TeamRecord recordsAppend(TeamRecord record) {
            TeamRecord saved = super.append(record);
            told.remove(told.size() - 1);
            return saved;
        }
    }
}
