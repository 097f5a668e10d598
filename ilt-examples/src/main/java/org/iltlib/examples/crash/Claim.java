package org.iltlib.examples.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.TeamKey;
import org.iltlib.store.DatasetId;

/**
 * One write as a thread of the writer announces it: from where to where records are to move, or which dataset is to be
 * put.
 *
 * @param thread the number of the thread; it has at most one write under way
 * @param moves the records concerned; several for a joint append, none for a dataset
 * @param dataset the dataset; empty for an append
 */
record Claim(int thread, List<Move> moves, Optional<Bytes> dataset) {

    /** One record's way from one checkpoint to a later one. */
    record Move(Checkpoint before, Checkpoint after) {
        TeamKey key() {
            return before.key();
        }
    }

    /** A dataset that anyone can make again from its seed. */
    record Bytes(long seed, int size) {
        byte[] content() {
            byte[] content = new byte[size];
            new Random(seed).nextBytes(content);
            return content;
        }

        DatasetId id() {
            return DatasetId.ofBytes(content());
        }
    }

    Claim {
        moves = List.copyOf(moves);
    }

    /** The claim as words of a line, without the thread. */
    String words() {
        StringJoiner words = new StringJoiner(" ");
        dataset.ifPresent(bytes -> words.add("put " + bytes.seed() + " " + bytes.size()));
        if (!moves.isEmpty()) {
            words.add("append");
        }
        for (Move move : moves) {
            words.add(words(move.before())).add(words(move.after()));
        }
        return words.toString();
    }

    static Claim read(int thread, List<String> words) {
        if (words.get(0).equals("put")) {
            Bytes bytes = new Bytes(Long.parseLong(words.get(1)), Integer.parseInt(words.get(2)));
            return new Claim(thread, List.of(), Optional.of(bytes));
        }
        List<Checkpoint> points = checkpoints(words.subList(1, words.size()));
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            moves.add(new Move(points.get(i), points.get(i + 1)));
        }
        return new Claim(thread, moves, Optional.empty());
    }

    static String words(Checkpoint point) {
        return String.join(
                " ",
                Arrays.asList(
                        point.key().team().value(),
                        point.key().year().toString(),
                        Long.toString(point.count()),
                        point.head().hex()));
    }

    static List<Checkpoint> checkpoints(List<String> words) {
        List<Checkpoint> points = new ArrayList<>();
        for (int i = 0; i + 3 < words.size(); i += 4) {
            TeamKey key = TeamKey.of(TeamId.of(words.get(i)), SchoolYear.parse(words.get(i + 1)));
            points.add(new Checkpoint(key, Long.parseLong(words.get(i + 2)), Digest.of(words.get(i + 3))));
        }
        return points;
    }
}
