package org.iltlib.examples.year;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.evidence.Dataset;
import org.iltlib.examples.told.Story;
import org.iltlib.record.BrokenLink;
import org.iltlib.record.Chain;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.iltlib.record.Trace;
import org.iltlib.record.Verification;
import org.iltlib.store.DatasetId;

/** Chapter 9: the store is closed and opened again; the chain is verified, and the decision traced both ways. */
final class Remembering {
    private static final Chain CHAIN = Chain.of("need", "proposal", "decision", "commitment", "commitment-update");

    private final Story story;
    private final Memory memory;

    Remembering(Story story, Memory memory) {
        this.story = story;
        this.memory = memory;
    }

    /**
     * What came of it.
     *
     * @param record the record as it was read back
     * @param verification whether the chain holds
     * @param trace the decision, upstream and downstream
     * @param rows the rows read back from the store under the digest that the record names
     */
    record Result(TeamRecord record, Verification verification, Trace trace, long rows) {}

    Result tell(EntryId decision) {
        story.chapter("The record");
        TeamRecord record = memory.reopen();
        Verification verification = record.verify();
        story.say(
                "The store is closed and opened again: %d entries, every one sealed with the digest of the one before. %s",
                record.revision(), verification);
        Trace trace = record.trace(decision);
        Dataset dataset = record.get(Dataset.KIND, Evidence.ROWS);
        long rows = rows(DatasetId.of(dataset.sha256()));
        story.say("The decision rests on:");
        trace.upstream().forEach(this::tell);
        story.item("and these on %,d rows, read back from the store under their digest", rows);
        story.say("And from it follow:");
        trace.downstream().forEach(this::tell);
        Optional<BrokenLink> broken = trace.firstBrokenLink(CHAIN);
        story.say(
                "%s",
                broken.map(link -> "The first broken link: " + link + ".")
                        .orElse("No link is missing: " + String.join(" → ", CHAIN.kinds()) + "."));
        story.say("Head of the chain: %s", record.checkpoint().head());
        return new Result(record, verification, trace, rows);
    }

    private void tell(Entry entry) {
        story.item("%s (%s)", entry.id(), entry.kind());
    }

    private long rows(DatasetId id) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(memory.rows(id), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isEmpty()).count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
