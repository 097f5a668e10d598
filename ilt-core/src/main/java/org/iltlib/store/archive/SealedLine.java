package org.iltlib.store.archive;

import java.util.Map;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;
import org.iltlib.record.Digest;

/** A value on a line with the digest of its canonical JSON, so that a damaged line is known before it is followed. */
final class SealedLine {
    private SealedLine() {}

    static <T> String write(Form<T> form, T value) {
        Node node = form.write(value);
        Digest digest = Digest.ofText(CanonicalJson.write(node));
        return CanonicalJson.write(new Node.Fields(Map.of("digest", Digest.FORM.write(digest), "of", node)));
    }

    static <T> T read(Form<T> form, String line) {
        Node node = CanonicalJson.read(line);
        if (!(node instanceof Node.Fields fields)) {
            throw new FormException("expected an object");
        }
        Node digest = fields.find("digest").orElseThrow(() -> new FormException("the digest is missing"));
        Node value = fields.find("of").orElseThrow(() -> new FormException("the value is missing"));
        if (!Digest.FORM.read(digest).equals(Digest.ofText(CanonicalJson.write(value)))) {
            throw new FormException("the line does not fit its digest");
        }
        return form.read(value);
    }
}
