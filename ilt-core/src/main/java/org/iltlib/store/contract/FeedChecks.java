package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.NOON;
import static org.iltlib.store.contract.Samples.NORTH;
import static org.iltlib.store.contract.Samples.PERSON;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.sample;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.TeamId;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;

/** The feed of changes. */
final class FeedChecks {
    private static final TeamKey OTHER = key("other");
    private static final int ALL = 1_000;

    private FeedChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("the feed of a tenant that has stored nothing is empty", FeedChecks::empty),
                check(
                        "appends are told in their order, each once, at positions from 1 without a gap",
                        FeedChecks::order),
                check("a change tells the first and the last entry of its append", FeedChecks::range),
                check("the entries of a change are those that were appended", FeedChecks::entries),
                check("an append that was refused or empty is not told and leaves no gap", FeedChecks::notTold),
                check("pages of any size make the same feed", FeedChecks::pages),
                check("a position never changes, however often it is read", FeedChecks::stable),
                check("a tenant's feed tells nothing of another's and counts for itself", FeedChecks::tenants),
                check("a joint append is told as one change for each record, a refused one not", FeedChecks::joint),
                check(
                        "readers miss nothing and see nothing twice while eight writers append to one record",
                        (store, feed) -> FeedRace.run(feed, List.of(KEY))),
                check(
                        "readers miss nothing and see nothing twice while eight writers append to many records",
                        (store, feed) -> FeedRace.run(
                                feed,
                                IntStream.range(0, FeedRace.WRITERS)
                                        .mapToObj(writer -> key("team-" + writer))
                                        .toList())),
                check("a negative position and a limit below one are refused", FeedChecks::arguments),
                check("the feed of a closed store refuses every call", FeedChecks::closed),
                new StoreCheck(
                        Section.REOPEN, "the feed, if there is one, goes on after closing and opening", hooks -> {
                            reopen(hooks);
                        }));
    }

    private static StoreCheck check(String name, BiConsumer<Store, FeedStore> body) {
        return Samples.check(Section.FEED, name, (store, records) -> body.accept(store, FeedStore.of(records)));
    }

    private static TeamKey key(String team) {
        return TeamKey.of(TeamId.of(team), KEY.year());
    }

    /** The change that tells how the record came from the one to the other. */
    private static Change change(long position, TeamRecord before, TeamRecord after) {
        return new Change(position, before.revision() + 1, after.checkpoint());
    }

    private static TeamRecord append(RecordStore records, TeamRecord record, String... ids) {
        TeamRecord longer = record;
        for (String id : ids) {
            longer = with(longer, id);
        }
        return records.append(longer);
    }

    private static void empty(Store store, FeedStore feed) {
        same(feed.changes(0, 1), List.of());
        same(feed.changes(7, ALL), List.of());
    }

    private static void order(Store store, FeedStore feed) {
        List<Change> told = new ArrayList<>();
        TeamRecord one = TeamRecord.empty(KEY);
        TeamRecord other = TeamRecord.empty(OTHER);
        for (int i = 0; i < 6; i++) {
            if (i % 3 == 1) {
                TeamRecord before = one;
                one = append(feed, one, "e" + i);
                told.add(change(i + 1L, before, one));
            } else {
                TeamRecord before = other;
                other = append(feed, other, "e" + i);
                told.add(change(i + 1L, before, other));
            }
            if (i == 2) {
                same(feed.changes(0, ALL), told);
            }
        }
        same(feed.changes(0, ALL), told);
        same(feed.changes(6, ALL), List.of());
    }

    private static void range(Store store, FeedStore feed) {
        TeamRecord first = append(feed, TeamRecord.empty(KEY), "a", "b", "c");
        TeamRecord second = append(feed, first, "d");
        TeamRecord third = append(feed, second, "e", "f");
        same(
                feed.changes(0, ALL),
                List.of(change(1, TeamRecord.empty(KEY), first), change(2, first, second), change(3, second, third)));
    }

    private static void entries(Store store, FeedStore feed) {
        TeamRecord record = append(feed, append(feed, TeamRecord.empty(KEY), "a", "b"), "c", "d");
        append(feed, record, "e");
        List<List<Entry>> told = feed.changes(0, ALL).stream()
                .map(change -> {
                    try (Stream<Entry> entries = feed.entries(change)) {
                        return entries.toList();
                    }
                })
                .toList();
        List<Entry> all = feed.load(KEY).entries();
        same(told, List.of(all.subList(0, 2), all.subList(2, 4), all.subList(4, 5)));
    }

    private static void notTold(Store store, FeedStore feed) {
        TeamRecord none = TeamRecord.empty(KEY);
        TeamRecord first = append(feed, none, "a");
        refused(StaleRecordException.class, () -> append(feed, none, "late"));
        feed.append(first);
        feed.append(TeamRecord.empty(OTHER));
        TeamRecord second = append(feed, first, "b");
        refused(StaleRecordException.class, () -> append(feed, first, "late", "later"));
        TeamRecord history = none.with(NOON, PERSON, sample("a", "other words"));
        refused(
                StaleRecordException.class,
                () -> append(feed, with(history, "b").asSaved(), "late"));
        TeamRecord third = append(feed, second, "c");
        same(feed.changes(0, ALL), List.of(change(1, none, first), change(2, first, second), change(3, second, third)));
    }

    private static void pages(Store store, FeedStore feed) {
        TeamRecord record = TeamRecord.empty(KEY);
        for (int i = 0; i < 12; i++) {
            record = append(feed, record, "e" + i);
        }
        List<Change> all = feed.changes(0, ALL);
        same(all.size(), 12);
        for (int limit : List.of(1, 2, 5, 11, 12, 13, Integer.MAX_VALUE)) {
            List<Change> pages = new ArrayList<>();
            for (List<Change> page = feed.changes(0, limit);
                    !page.isEmpty() && pages.size() <= all.size();
                    page = feed.changes(pages.get(pages.size() - 1).position(), limit)) {
                that(page.size() <= limit, "A page of at most " + limit + " has " + page.size() + ".");
                pages.addAll(page);
            }
            same(pages, all);
        }
    }

    private static void stable(Store store, FeedStore feed) {
        TeamRecord record = append(feed, append(feed, TeamRecord.empty(OTHER), "a"), "b");
        List<Change> told = feed.changes(0, ALL);
        append(feed, TeamRecord.empty(KEY), "a");
        append(feed, record, "c");
        List<Change> more = feed.changes(0, ALL);
        same(more.subList(0, 2), told);
        same(feed.changes(2, ALL), more.subList(2, 4));
        same(feed.changes(0, ALL), more);
    }

    private static void tenants(Store store, FeedStore north) {
        FeedStore south = FeedStore.of(store.forTenant(SOUTH));
        TeamRecord theirs = append(south, TeamRecord.empty(KEY), "x");
        TeamRecord ours = append(north, TeamRecord.empty(KEY), "a");
        same(north.changes(0, ALL), List.of(change(1, TeamRecord.empty(KEY), ours)));
        append(south, theirs, "y");
        append(south, TeamRecord.empty(OTHER), "x");
        append(north, ours, "b");
        same(south.changes(0, ALL).stream().map(Change::position).toList(), List.of(1L, 2L, 3L));
        same(north.changes(0, ALL).size(), 2);
        same(north.changes(1, ALL).get(0).position(), 2L);
    }

    /** Holds for every store that does not append jointly. */
    private static void joint(Store store, FeedStore feed) {
        if (feed instanceof JointStore records) {
            TeamRecord one = append(feed, TeamRecord.empty(KEY), "a");
            TeamRecord other = TeamRecord.empty(OTHER);
            List<TeamRecord> both = records.appendAll(List.of(with(with(one, "b"), "c"), with(other, "b")));
            refused(
                    StaleRecordException.class,
                    () -> records.appendAll(List.of(with(both.get(0), "d"), with(other, "d"))));
            append(feed, both.get(1), "e");
            List<Change> told = feed.changes(0, ALL);
            same(told.stream().map(Change::position).toList(), List.of(1L, 2L, 3L, 4L));
            long first = told.get(1).to().key().equals(KEY) ? 2 : 3;
            that(told.contains(change(first, one, both.get(0))), "The first record's change is not told: " + told);
            that(told.contains(change(5 - first, other, both.get(1))), "The second one's is not told: " + told);
        }
    }

    private static void arguments(Store store, FeedStore feed) {
        append(feed, TeamRecord.empty(KEY), "a");
        refused(IllegalArgumentException.class, () -> feed.changes(-1, 1));
        refused(IllegalArgumentException.class, () -> feed.changes(0, 0));
        refused(IllegalArgumentException.class, () -> feed.changes(0, -1));
    }

    private static void closed(Store store, FeedStore feed) {
        append(feed, TeamRecord.empty(KEY), "a");
        store.close();
        refused(IllegalStateException.class, () -> feed.changes(0, 1));
    }

    private static void reopen(StoreUnderTest hooks) {
        TeamRecord record;
        List<Change> told;
        try (Store store = hooks.openEmpty()) {
            if (!(store.forTenant(NORTH) instanceof FeedStore feed)) {
                return;
            }
            record = append(feed, append(feed, TeamRecord.empty(KEY), "a"), "b");
            told = feed.changes(0, ALL);
            same(told.size(), 2);
            record = append(feed, record, "c");
        }
        try (Store store = hooks.reopen()) {
            FeedStore feed = FeedStore.of(store.forTenant(NORTH));
            TeamRecord longer = append(feed, record, "d");
            List<Change> all = feed.changes(0, ALL);
            same(all.subList(0, 2), told);
            same(all.subList(3, all.size()), List.of(change(4, record, longer)));
            Set<Long> positions =
                    new HashSet<>(all.stream().map(Change::position).toList());
            same(positions, Set.of(1L, 2L, 3L, 4L));
        }
    }
}
