package org.iltlib.store.archive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;

/** An entry as one object, with the key of its record. */
final class LineForm {
    private static final Form<Instant> TIME = Forms.INSTANT;
    private static final Form<List<EntryId>> CITES = Forms.listOf(EntryId.FORM);

    private static final String BODY = "body";

    /** All but the body, which may be anything, {@code null} too. */
    private static final Form<Entry> ENTRY = Form.<Entry, Entry.Builder>built(
                    () -> Entry.builder().text(""), Entry.Builder::build)
            .field("sequence", Forms.LONG, Entry::sequence, Entry.Builder::sequence)
            .field("id", EntryId.FORM, Entry::id, Entry.Builder::id)
            .field("kind", Forms.TEXT, Entry::kind, Entry.Builder::kind)
            .field("version", Forms.INTEGER, Entry::version, Entry.Builder::version)
            .field("cites", CITES, List.of(), Entry::cites, Entry.Builder::cites)
            .field("at", TIME, Entry::recordedAt, Entry.Builder::recordedAt)
            .field("by", PersonId.FORM, Entry::recordedBy, Entry.Builder::recordedBy)
            .field("previous", Digest.FORM, Entry::previous, Entry.Builder::previous)
            .field("digest", Digest.FORM, Entry::digest, Entry.Builder::digest);

    private LineForm() {}

    record Line(TeamKey key, Entry entry) {}

    /**
     * The line; reading it gives the same entry, its body the same to the letter.
     *
     * @throws IllegalArgumentException if a line cannot hold the body: it is not canonical JSON, or nested too deep
     */
    static String write(TeamKey key, Entry entry) {
        Map<String, Node> fields = new LinkedHashMap<>(((Node.Fields) TeamKey.FORM.write(key)).values());
        fields.putAll(((Node.Fields) ENTRY.write(entry)).values());
        fields.put(BODY, body(entry));
        return CanonicalJson.write(new Node.Fields(fields));
    }

    private static Node body(Entry entry) {
        Node body = CanonicalJson.read(entry.text());
        if (!CanonicalJson.write(body).equals(entry.text())) {
            throw new FormException("expected canonical JSON, found other JSON");
        }
        return body;
    }

    /**
     * What the line says.
     *
     * @throws IllegalArgumentException if it says no entry; a {@link FormException} tells where
     */
    static Line read(String text) {
        Node node = CanonicalJson.read(text);
        TeamKey key = TeamKey.FORM.read(node);
        Entry bare = ENTRY.read(node);
        Node body = node instanceof Node.Fields fields ? fields.values().get(BODY) : null;
        if (body == null) {
            throw new FormException("the body is missing");
        }
        return new Line(key, bare.toBuilder().text(CanonicalJson.write(body)).build());
    }
}
