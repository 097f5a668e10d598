package org.iltlib.examples.crash;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iltlib.examples.crash.Claim.Move;
import org.iltlib.examples.crash.Ledger.Written;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.FeedStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/** Holds a store against the ledger after a kill. */
final class Inspection {
    private static final int PAGE = 500;

    private final RecordStore records;
    private final Ledger ledger;
    private final Tally tally;

    Inspection(RecordStore records, Ledger ledger, Tally tally) {
        this.records = records;
        this.ledger = ledger;
        this.tally = tally;
    }

    /**
     * Looks at where every record stands and at what came since the last look; everything of one school year is loaded,
     * verified and compared.
     */
    void inspect(int year) {
        heads();
        for (TeamKey key : ledger.keys()) {
            if (key.year().start() == year) {
                load(key);
            }
        }
        if (records instanceof DatasetStore store) {
            datasets(store, id -> !ledger.read().contains(id));
        }
        if (records instanceof FeedStore feed) {
            feed(feed);
        }
    }

    /** Loads, verifies and compares everything. */
    void inspectAll() {
        heads();
        ledger.keys().forEach(this::load);
        if (records instanceof DatasetStore store) {
            datasets(store, id -> true);
        }
    }

    private void heads() {
        Set<DatasetId> there = records instanceof DatasetStore store ? ids(store) : Set.of();
        ledger.resolveAll(key -> records.table().head(key), there::contains);
        TreeSet<TeamKey> unknown = new TreeSet<>(records.keys().toList());
        ledger.keys().forEach(unknown::remove);
        unknown.forEach(key -> tally.torn("there is a record of " + key + ", which nobody wrote."));
        ledger.keys().forEach(key -> ledger.compare(records.table().head(key)));
    }

    private static Set<DatasetId> ids(DatasetStore store) {
        try (Stream<StoredDataset> all = store.datasets()) {
            return all.map(StoredDataset::id).collect(Collectors.toSet());
        }
    }

    private void load(TeamKey key) {
        TeamRecord record = records.load(key);
        Checkpoint head = records.table().head(key);
        if (!record.checkpoint().equals(head)) {
            tally.torn("the entries of " + key + " end at " + record.checkpoint() + ", its head is " + head + ".");
        }
        if (!record.verify().holds()) {
            tally.torn(key + ": " + record.verify());
        }
        for (Checkpoint write : ledger.writes(key)) {
            if (write.count() > record.revision()) {
                tally.lost("entries of " + key + " up to " + write.count() + ".");
            } else if (!record.entries().get((int) write.count() - 1).digest().equals(write.head())) {
                tally.torn("entry " + write.count() + " of " + key + " is not the one that was acknowledged.");
            }
        }
    }

    private void datasets(DatasetStore store, Predicate<DatasetId> choice) {
        Set<DatasetId> there = ids(store);
        for (Map.Entry<DatasetId, Claim.Bytes> dataset : ledger.datasets().entrySet()) {
            DatasetId id = dataset.getKey();
            if (!there.remove(id)) {
                tally.lost("dataset " + id + ".");
            } else if (choice.test(id)) {
                compare(store, id, dataset.getValue());
                ledger.read().add(id);
            }
        }
        // Putting that failed while the server was down may have succeeded: then the content must be the one of the id.
        there.forEach(id -> compare(store, id));
    }

    private void compare(DatasetStore store, DatasetId id, Claim.Bytes bytes) {
        if (!Arrays.equals(content(store, id), bytes.content())) {
            tally.torn("dataset " + id + " has other bytes than were put.");
        }
    }

    private void compare(DatasetStore store, DatasetId id) {
        if (!DatasetId.ofBytes(content(store, id)).equals(id)) {
            tally.torn("dataset " + id + ", which was not acknowledged, is not whole.");
        }
    }

    private static byte[] content(DatasetStore store, DatasetId id) {
        try (InputStream content = store.open(id)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new StoreException("Dataset " + id + " could not be read.", e);
        }
    }

    /** Positions without a gap, each write told once and as it was, and no write told before one it began after. */
    private void feed(FeedStore feed) {
        Map<Move, Written> waiting = new HashMap<>();
        ledger.untold().forEach(written -> written.claim().moves().forEach(move -> waiting.put(move, written)));
        Map<Checkpoint, Move> moves =
                waiting.keySet().stream().collect(Collectors.toMap(Move::after, move -> move, (one, other) -> one));
        long latest = 0;
        for (List<Change> page = feed.changes(ledger.told(), PAGE);
                !page.isEmpty();
                page = feed.changes(ledger.told(), PAGE)) {
            for (Change change : page) {
                if (change.position() != ledger.told() + 1) {
                    tally.torn("the feed goes from " + ledger.told() + " to " + change.position() + ".");
                }
                ledger.told(change.position());
                Move move = moves.get(change.to());
                Written written = move == null ? null : waiting.remove(move);
                if (move == null || written == null || move.before().count() + 1 != change.first()) {
                    tally.torn("the feed tells an append that nobody wrote, or tells it again: " + change + ".");
                    continue;
                }
                if (written.acknowledged() < latest) {
                    tally.torn("the feed tells " + change + " after an append that began when it was acknowledged.");
                }
                latest = Math.max(latest, written.begun());
            }
        }
        waiting.values().forEach(written -> tally.lost("the feed does not tell " + written.claim() + "."));
        ledger.untold().clear();
    }
}
