package org.iltlib.examples.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iltlib.examples.crash.Claim.Move;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.TeamKey;
import org.iltlib.store.DatasetId;

/**
 * What the store must hold, from what the writer said. A write that was acknowledged must be there; one that was not may
 * be there, but wholly or not at all, and once that has been seen it stays so.
 */
final class Ledger {
    private final Tally tally;
    private final TreeMap<TeamKey, List<Checkpoint>> settled = new TreeMap<>();
    private final TreeMap<DatasetId, Claim.Bytes> datasets = new TreeMap<>();
    private final Map<Integer, Begun> pending = new HashMap<>();
    private final List<Written> untold = new ArrayList<>();
    private final Set<DatasetId> read = new HashSet<>();
    private long clock;
    private long told;

    private record Begun(Claim claim, long at) {}

    /**
     * A write that is stored.
     *
     * @param claim what was written
     * @param begun when it was announced, on the ledger's own clock of lines
     * @param acknowledged when it was known to be stored
     */
    record Written(Claim claim, long begun, long acknowledged) {}

    Ledger(Tally tally) {
        this.tally = tally;
    }

    /** Takes one line of the writer; what was cut off by the kill was never said. */
    void accept(String line) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        if (words.size() < 3 || !words.get(words.size() - 1).equals(".")) {
            return;
        }
        clock++;
        int thread = Integer.parseInt(words.get(1));
        List<String> rest = words.subList(2, words.size() - 1);
        switch (words.get(0)) {
            case "intent" -> pending.put(thread, new Begun(Claim.read(thread, rest), clock));
            case "ack" -> {
                settle(thread);
                tally.acknowledged();
            }
            case "seen" -> seen(thread, Claim.checkpoints(rest));
            case "fail" -> {}
            default -> throw new IllegalStateException("The writer said \"" + line + "\", which means nothing.");
        }
    }

    private void settle(int thread) {
        Begun begun = Optional.ofNullable(pending.remove(thread))
                .orElseThrow(() -> new IllegalStateException("The writer acknowledged what it had not announced."));
        Claim claim = begun.claim();
        for (Move move : claim.moves()) {
            if (!move.before().equals(last(move.key()))) {
                tally.torn("an append to " + move.key() + " was accepted at " + move.before() + ", where it stood at "
                        + last(move.key()) + ".");
            }
            settled.computeIfAbsent(move.key(), key -> new ArrayList<>()).add(move.after());
        }
        claim.dataset().ifPresent(bytes -> datasets.put(bytes.id(), bytes));
        if (!claim.moves().isEmpty()) {
            untold.add(new Written(claim, begun.at(), clock));
        }
    }

    private void seen(int thread, List<Checkpoint> points) {
        Map<TeamKey, Checkpoint> stands =
                points.stream().collect(Collectors.toMap(Checkpoint::key, Function.identity()));
        if (pending.containsKey(thread)) {
            // A dataset whose putting failed may be there or not; putting it again is no fault, so it is left open.
            resolve(thread, key -> stands.getOrDefault(key, Checkpoint.start(key)), id -> false);
        }
        points.forEach(this::compare);
    }

    /** Settles what was under way, from where the records stand after the kill. */
    void resolveAll(Function<TeamKey, Checkpoint> stands, Predicate<DatasetId> isThere) {
        clock++;
        List.copyOf(pending.keySet()).forEach(thread -> resolve(thread, stands, isThere));
    }

    private void resolve(int thread, Function<TeamKey, Checkpoint> stands, Predicate<DatasetId> isThere) {
        Claim claim = Optional.ofNullable(pending.get(thread)).orElseThrow().claim();
        long moved = claim.moves().stream()
                .filter(move -> stands.apply(move.key()).equals(move.after()))
                .count();
        boolean put = claim.dataset().map(bytes -> isThere.test(bytes.id())).orElse(false);
        if (put || (moved > 0 && moved == claim.moves().size())) {
            settle(thread);
            tally.storedUnacknowledged();
            return;
        }
        pending.remove(thread);
        if (moved > 0) {
            tally.torn("of a joint append to " + claim.moves().size() + " records " + moved + " moved.");
        }
    }

    /** Holds where a record stands against where it must stand. */
    void compare(Checkpoint actual) {
        Checkpoint expected = last(actual.key());
        if (actual.equals(expected)) {
            return;
        }
        List<Checkpoint> writes = writes(actual.key());
        long missing =
                writes.stream().filter(write -> write.count() > actual.count()).count();
        for (long i = 0; i < missing; i++) {
            tally.lost("an acknowledged append to " + actual.key() + ", which has " + actual.count() + " entries.");
        }
        if (actual.count() > 0 && !writes.contains(actual)) {
            tally.torn(actual + " is not where an append ended; expected " + expected + ".");
        }
    }

    /** Where the record must stand. */
    Checkpoint last(TeamKey key) {
        List<Checkpoint> writes = writes(key);
        return writes.isEmpty() ? Checkpoint.start(key) : writes.get(writes.size() - 1);
    }

    /** Where each append to the record ended. */
    List<Checkpoint> writes(TeamKey key) {
        return settled.getOrDefault(key, List.of());
    }

    /** The records that must be there, in order. */
    List<TeamKey> keys() {
        return List.copyOf(settled.keySet());
    }

    /** The datasets that must be there. */
    Map<DatasetId, Claim.Bytes> datasets() {
        return datasets;
    }

    /** The datasets whose bytes have been compared; the caller adds to them. */
    Set<DatasetId> read() {
        return read;
    }

    /** The position up to which the feed has been read. */
    long told() {
        return told;
    }

    void told(long position) {
        told = position;
    }

    /** The writes that the feed has not been seen to tell yet; the caller removes what it was told. */
    List<Written> untold() {
        return untold;
    }
}
