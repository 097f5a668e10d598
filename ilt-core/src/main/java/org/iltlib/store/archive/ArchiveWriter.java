package org.iltlib.store.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/** Writes the parts of an archive in their order. */
final class ArchiveWriter {
    static final String RECORDS = "records.jsonl";
    static final String ERASED = "erased.jsonl";
    static final String DIRECTORY = "directory.jsonl";
    static final String DATASETS = "datasets.jsonl";
    static final String CONTENT = "datasets/";
    static final String MANIFEST = "manifest.json";

    /** A time that a zip holds without a zone, so that bytes are the same everywhere; the first month is ambiguous. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final RecordStore view;
    private final ZipOutputStream zip;
    private final ArchiveOptions options;

    ArchiveWriter(RecordStore view, OutputStream out, ArchiveOptions options) {
        this.view = view;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.options = options;
    }

    TenantManifest write() {
        try {
            Snapshot moment = RecordLines.moment(view);
            List<Checkpoint> heads = moment.heads();
            Tally tally = new Tally(heads);
            text(RECORDS, writer -> RecordLines.write(moment, writer));
            lines(ERASED, Tally.Erased.FORM, Holdings.erased(view), tally::add);
            lines(DIRECTORY, Contact.FORM, Holdings.contacts(view, options), tally::add);
            List<StoredDataset> datasets = Holdings.datasets(view).toList();
            lines(DATASETS, Tally.DATASET, datasets.stream(), tally::add);
            for (StoredDataset dataset : datasets) {
                if (!dataset.isPurged()) {
                    content(dataset);
                }
            }
            TenantManifest manifest = tally.manifest(heads, options.directory());
            text(MANIFEST, writer -> writer.write(CanonicalJson.write(TenantManifest.FORM.write(manifest)) + "\n"));
            zip.finish();
            return manifest;
        } catch (IOException e) {
            throw new StoreException("Writing the archive failed; what was written is not whole.", e);
        }
    }

    private interface Part {
        void write(Writer writer) throws IOException;
    }

    private void start(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private void text(String name, Part part) throws IOException {
        start(name);
        OutputStream open = new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
        try (Writer writer = new OutputStreamWriter(open, StandardCharsets.UTF_8.newEncoder())) {
            part.write(writer);
        }
        zip.closeEntry();
    }

    private <T> void lines(String name, Form<T> form, Stream<T> values, Consumer<T> tally) throws IOException {
        Iterator<T> left = values.iterator();
        if (left.hasNext()) {
            text(name, writer -> {
                while (left.hasNext()) {
                    T value = left.next();
                    tally.accept(value);
                    writer.write(SealedLine.write(form, value) + "\n");
                }
            });
        }
    }

    private void content(StoredDataset dataset) throws IOException {
        start(CONTENT + dataset.id().hex());
        MessageDigest sha = Tally.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = DatasetStore.of(view).open(dataset.id())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha.update(buffer, 0, count);
                zip.write(buffer, 0, count);
            }
        }
        if (!Tally.digest(sha).hex().equals(dataset.id().hex())) {
            throw new StoreException("The stored bytes of dataset " + dataset.id()
                    + " are not those of its id. Maybe restore it from an earlier archive.");
        }
        zip.closeEntry();
    }
}
