package org.iltlib.store.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.faults.Operation.Append;
import org.iltlib.store.faults.Operation.Move;
import org.iltlib.store.faults.Operation.Outcome;
import org.iltlib.store.faults.Operation.Read;

/**
 * Whether a history of appends and reads is linearizable, given how the records ended. For records that only grow this
 * needs no search: the final record is the order of its appends, and every other operation has its place in it.
 */
final class HistoryCheck {
    private final List<Operation> history;
    private final Map<TeamKey, TeamRecord> finals;
    private final Map<Digest, Append> byFirst = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private HistoryCheck(List<Operation> history, Map<TeamKey, TeamRecord> finals) {
        this.history = history;
        this.finals = finals;
    }

    /** A sentence for each thing that could not have happened; empty if the history is linearizable. */
    static List<String> faults(List<Operation> history, Map<TeamKey, TeamRecord> finals) {
        HistoryCheck check = new HistoryCheck(history, finals);
        check.run();
        return check.faults;
    }

    private void run() {
        finals.values().stream()
                .filter(record -> !record.verify().holds())
                .forEach(record -> faults.add(record.key() + ": " + record.verify()));
        for (Operation operation : history) {
            if (operation instanceof Append append) {
                append.moves().forEach(move -> byFirst.put(move.first(), append));
            }
        }
        for (Operation operation : history) {
            if (operation instanceof Append append) {
                append(append);
            } else if (operation instanceof Read read) {
                points(read);
            }
        }
        finals.values().forEach(this::order);
        finals.keySet().forEach(this::recency);
    }

    private boolean stood(Checkpoint point) {
        TeamRecord record = finals.getOrDefault(point.key(), TeamRecord.empty(point.key()));
        if (point.count() == 0) {
            return true;
        }
        return point.count() <= record.revision()
                && record.entries().get((int) point.count() - 1).digest().equals(point.head());
    }

    /** Whether the first entry of the move stands at its place. */
    private boolean begun(Move move) {
        return stood(new Checkpoint(move.key(), move.before().count() + 1, move.first()));
    }

    private void append(Append append) {
        long whole = append.moves().stream().filter(m -> stood(m.after())).count();
        long begun = append.moves().stream().filter(this::begun).count();
        switch (append.outcome()) {
            case ACKNOWLEDGED -> {
                if (whole < append.moves().size()) {
                    faults.add("Lost, though acknowledged: " + append);
                }
            }
            case FAILED -> {
                if (begun != whole || (whole > 0 && whole < append.moves().size())) {
                    faults.add("Stored by half: " + append);
                }
            }
            case STALE -> stale(append, begun);
        }
    }

    private void stale(Append append, long begun) {
        if (begun > 0) {
            faults.add("Refused, but stored: " + append);
        }
        if (append.stood().isEmpty()) {
            faults.add("Refused without a reason: " + append);
        }
        for (Checkpoint actual : append.stood()) {
            Checkpoint before = append.moves().stream()
                    .map(Move::before)
                    .filter(point -> point.key().equals(actual.key()))
                    .findFirst()
                    .orElse(actual);
            if (!stood(actual) || actual.count() <= before.count()) {
                faults.add("Refused for the sake of " + actual + ", which never stood so: " + append);
                continue;
            }
            Digest next =
                    finals.get(actual.key()).entries().get((int) before.count()).digest();
            Append winner = byFirst.get(next);
            if (stood(before) && (winner == null || winner.invoked() > append.returned())) {
                faults.add("Refused before anyone was first: " + append);
            }
        }
    }

    /** The final record is made of whole appends, each once, none refused, in an order that real time allows. */
    private void order(TeamRecord record) {
        long latest = Long.MIN_VALUE;
        int place = 0;
        while (place < record.revision()) {
            Append append = byFirst.get(record.entries().get(place).digest());
            if (append == null || append.outcome() == Outcome.STALE) {
                faults.add("Entry " + (place + 1) + " of " + record.key() + " was written by nobody.");
                return;
            }
            Move move = append.moves().stream()
                    .filter(one -> one.key().equals(record.key()))
                    .findFirst()
                    .orElseThrow();
            if (append.outcome() == Outcome.ACKNOWLEDGED && append.returned() < latest) {
                faults.add("Acknowledged before one began that stands before it: " + append);
            }
            latest = Math.max(latest, append.invoked());
            place = (int) move.after().count();
        }
    }

    private void points(Read read) {
        for (int i = 0; i < read.points().size(); i++) {
            Checkpoint point = read.points().get(i);
            if (!stood(point) || read.prints().get(i) != print(finals.get(point.key()), point.count())) {
                faults.add("Read what is no beginning of the final record: " + read);
            } else if (point.count() > 0) {
                future(read, point);
            }
        }
        if (read.points().size() > 1) {
            together(read);
        }
    }

    /** The hash of the digests of the first entries. */
    static int print(TeamRecord record, long count) {
        return record == null
                ? List.of().hashCode()
                : record.entries().subList(0, (int) count).stream()
                        .map(entry -> entry.digest())
                        .toList()
                        .hashCode();
    }

    private void future(Read read, Checkpoint point) {
        boolean boundary = false;
        List<Entry> entries = finals.get(point.key()).entries();
        for (int i = (int) point.count() - 1; i >= 0 && !boundary; i--) {
            Append append = byFirst.get(entries.get(i).digest());
            if (append != null) {
                boundary = true;
                boolean whole =
                        append.moves().stream().anyMatch(move -> move.after().equals(point));
                if (!whole) {
                    faults.add("Read half of " + append + ": " + read);
                }
                if (append.invoked() > read.returned()) {
                    faults.add("Read what was not yet begun: " + read);
                }
            }
        }
    }

    /** A joint append is seen wholly or not at all. */
    private void together(Read read) {
        Map<TeamKey, Long> seen = new HashMap<>();
        read.points().forEach(point -> seen.put(point.key(), point.count()));
        for (Operation operation : history) {
            if (operation instanceof Append append
                    && append.moves().size() > 1
                    && append.moves().stream().allMatch(move -> stood(move.after()) && seen.containsKey(move.key()))) {
                long there = append.moves().stream()
                        .filter(move -> seen.get(move.key()) >= move.after().count())
                        .count();
                if (there > 0 && there < append.moves().size()) {
                    faults.add("Saw a joint append by half: " + append + ", " + read);
                }
            }
        }
    }

    private record Seen(long invoked, long returned, long count, boolean read) {}

    /** A read shows at least what was acknowledged, or read by anyone, before it began. */
    private void recency(TeamKey key) {
        List<Seen> all = new ArrayList<>();
        for (Operation operation : history) {
            if (operation instanceof Append append && append.outcome() == Outcome.ACKNOWLEDGED) {
                append.moves().stream()
                        .filter(move -> move.key().equals(key))
                        .forEach(move -> all.add(new Seen(
                                append.invoked(),
                                append.returned(),
                                move.after().count(),
                                false)));
            } else if (operation instanceof Read read) {
                read.points().stream()
                        .filter(point -> point.key().equals(key))
                        .forEach(point -> all.add(new Seen(read.invoked(), read.returned(), point.count(), true)));
            }
        }
        TreeMap<Long, Long> known = new TreeMap<>();
        long most = 0;
        all.sort(Comparator.comparingLong(Seen::returned));
        for (Seen seen : all) {
            most = Math.max(most, seen.count());
            known.put(seen.returned(), most);
        }
        for (Seen seen : all) {
            Map.Entry<Long, Long> before = known.lowerEntry(seen.invoked());
            if (seen.read() && before != null && seen.count() < before.getValue()) {
                faults.add("Read " + seen.count() + " entries of " + key + " though " + before.getValue()
                        + " were known before it began.");
            }
        }
    }
}
