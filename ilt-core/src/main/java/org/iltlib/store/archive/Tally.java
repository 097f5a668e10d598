package org.iltlib.store.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.store.DatasetId;
import org.iltlib.store.StoredDataset;

/** Counts what a tenant has as it goes by, and digests it; heads, erased, contacts, datasets, each in order. */
final class Tally {
    /** A person who was erased. */
    record Erased(PersonId person, Instant at) {
        static final Form<Erased> FORM =
                Form.of("person", PersonId.FORM, Erased::person, "at", Forms.INSTANT, Erased::at, Erased::new);
    }

    static final Form<StoredDataset> DATASET = Form.of(
            "dataset",
            DatasetId.FORM,
            StoredDataset::id,
            "size",
            Forms.LONG,
            StoredDataset::size,
            "purgedAt",
            Forms.optional(Forms.INSTANT),
            StoredDataset::purgedAt,
            StoredDataset::new);

    private final MessageDigest sha = sha256();
    private long erased;
    private long contacts;
    private long datasets;
    private long purged;

    Tally(List<Checkpoint> heads) {
        update("ilt-tenant/1");
        heads.forEach(head -> add("record", Checkpoint.FORM, head));
    }

    Tally add(Erased person) {
        add("erased", Erased.FORM, person);
        erased++;
        return this;
    }

    void add(Contact contact) {
        add("contact", Contact.FORM, contact);
        contacts++;
    }

    void add(StoredDataset dataset) {
        add("dataset", DATASET, dataset);
        if (dataset.isPurged()) {
            purged++;
        } else {
            datasets++;
        }
    }

    private <T> void add(String what, Form<T> form, T value) {
        update(what + " " + CanonicalJson.write(form.write(value)));
    }

    private void update(String line) {
        sha.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The end; call it once. */
    TenantManifest manifest(List<Checkpoint> heads, boolean directory) {
        return TenantManifest.builder()
                .heads(heads)
                .erased(erased)
                .hasDirectory(directory)
                .contacts(contacts)
                .datasets(datasets)
                .purged(purged)
                .digest(digest(sha))
                .build();
    }

    static Digest digest(MessageDigest sha) {
        return Digest.of(HexFormat.of().formatHex(sha.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }
}
