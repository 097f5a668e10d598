package org.iltlib.record.kinds;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.TenantId;
import org.iltlib.form.Form;
import org.iltlib.form.Node;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.archive.RecordLines;
import org.iltlib.store.memory.MemoryStore;

/** Ways of an entry through a store and out of it and in again. */
final class Stored {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Stored() {}

    /** A record with these values, after plain notes for everything they cite. */
    static TeamRecord record(Recordable... values) {
        TeamRecord record = TeamRecord.empty(Note.KEY);
        for (Recordable value : values) {
            for (EntryId cited : value.basedOn()) {
                if (record.find(cited).isEmpty()) {
                    record = record.with(NOON, Note.ANA, new Note(cited, "stands for what is cited", List.of()));
                }
            }
            record = record.with(NOON, Note.ANA, value);
        }
        return record;
    }

    /** The record after it was stored in one store, loaded, exported, imported into another and loaded again. */
    static TeamRecord throughTwoStores(TeamRecord record) {
        RecordStore first = new MemoryStore().forTenant(TenantId.of("first"));
        first.append(TeamRecord.of(record.key(), record.entries(), 0));
        StringWriter lines = new StringWriter();
        RecordLines.write(first.load(record.key()), lines);
        RecordStore second = new MemoryStore().forTenant(TenantId.of("second"));
        RecordLines.read(new StringReader(lines.toString()), second);
        return second.load(record.key());
    }

    /** The last entry. */
    static Entry last(TeamRecord record) {
        return record.entries().get(record.entries().size() - 1);
    }

    /** A value of any kind, version and body, as a newer library or a vendor's would have it. */
    record Foreign(EntryId id, List<EntryId> basedOn, String kindName, int version, Node body) implements Recordable {
        @Override
        public Kind<Foreign> kind() {
            Form<Foreign> form = new Form<>() {
                @Override
                public Node write(Foreign value) {
                    return value.body;
                }

                @Override
                public Foreign read(Node node) {
                    return new Foreign(id, basedOn, kindName, version, node);
                }
            };
            @SuppressWarnings({"unchecked", "rawtypes"})
            java.util.function.UnaryOperator<Node.Fields>[] steps = new java.util.function.UnaryOperator[version - 1];
            java.util.Arrays.fill(steps, java.util.function.UnaryOperator.<Node.Fields>identity());
            return Kind.of(kindName, version, Foreign.class, form, steps);
        }
    }
}
