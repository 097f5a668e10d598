package org.iltlib.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;

/** An entry as one object, with the key of its record. */
final class LineForm {
    private static final Form<Instant> TIME = Forms.INSTANT;
    private static final Form<List<EntryId>> CITES = Forms.listOf(EntryId.FORM);

    private static final Form<Node> ANY = new Form<>() {
        @Override
        public Node write(Node value) {
            return value;
        }

        @Override
        public Node read(Node node) {
            return node;
        }
    };

    private static final Form<Entry> ENTRY = Form.<Entry, Entry.Builder>built(Entry::builder, Entry.Builder::build)
            .field("sequence", Forms.LONG, Entry::sequence, Entry.Builder::sequence)
            .field("id", EntryId.FORM, Entry::id, Entry.Builder::id)
            .field("kind", Forms.TEXT, Entry::kind, Entry.Builder::kind)
            .field("version", Forms.INTEGER, Entry::version, Entry.Builder::version)
            .field("cites", CITES, List.of(), Entry::cites, Entry.Builder::cites)
            .field("at", TIME, Entry::recordedAt, Entry.Builder::recordedAt)
            .field("by", PersonId.FORM, Entry::recordedBy, Entry.Builder::recordedBy)
            .field("body", ANY, Entry::body, (builder, body) -> builder.text(CanonicalJson.write(body)))
            .field("previous", Digest.FORM, Entry::previous, Entry.Builder::previous)
            .field("digest", Digest.FORM, Entry::digest, Entry.Builder::digest);

    private LineForm() {}

    record Line(TeamKey key, Entry entry) {}

    static Node write(TeamKey key, Entry entry) {
        Map<String, Node> fields = new LinkedHashMap<>(((Node.Fields) TeamKey.FORM.write(key)).values());
        fields.putAll(((Node.Fields) ENTRY.write(entry)).values());
        return new Node.Fields(fields);
    }

    static Line read(Node node) {
        return new Line(TeamKey.FORM.read(node), ENTRY.read(node));
    }
}
