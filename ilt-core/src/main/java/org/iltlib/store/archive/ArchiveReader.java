package org.iltlib.store.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an archive in their order, and stores what holds. */
final class ArchiveReader {
    private final RecordStore view;
    private final ZipInputStream zip;
    private final ArchiveOptions options;
    private String part = "";
    private long left;

    ArchiveReader(InputStream in, RecordStore view, ArchiveOptions options) {
        this.view = view;
        this.zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        this.options = options;
        this.left = options.largest();
    }

    TenantManifest read() {
        try {
            advance();
            expect(ArchiveWriter.RECORDS);
            List<Checkpoint> heads = records();
            Tally tally = new Tally(heads);
            if (takes(ArchiveWriter.ERASED)) {
                DirectoryStore directory = directory();
                lines(Tally.Erased.FORM, Tally.Erased::person, erased -> {
                    directory.eraseContact(erased.person(), erased.at());
                    tally.add(erased);
                });
            }
            if (takes(ArchiveWriter.DIRECTORY)) {
                DirectoryStore directory = directory();
                lines(Contact.FORM, Contact::person, contact -> {
                    put(directory, contact);
                    tally.add(contact);
                });
            }
            if (takes(ArchiveWriter.DATASETS)) {
                datasets(tally);
            }
            expect(ArchiveWriter.MANIFEST);
            TenantManifest manifest = manifest();
            TenantManifest found = tally.manifest(heads, manifest.hasDirectory());
            if (!found.equals(manifest)) {
                throw damaged("does not fit what the archive holds");
            }
            advance();
            if (!part.isEmpty()) {
                throw damaged("stands behind the manifest");
            }
            return manifest;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private StoreException broken(Exception e) {
        return new StoreException(
                "The archive breaks off or is damaged" + (part.isEmpty() ? "." : " in part " + part + ".")
                        + " What was stored before holds.",
                e);
    }

    private StoreException damaged(String problem) {
        return new StoreException("Part " + part + " of the archive " + problem + ". What was stored before holds.");
    }

    /** Goes on to the next part; the empty name at the end. */
    private void advance() throws IOException {
        try {
            ZipEntry entry = zip.getNextEntry();
            part = entry == null ? "" : entry.getName();
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
    }

    private boolean takes(String name) {
        return part.equals(name);
    }

    private void expect(String name) {
        if (!takes(name)) {
            throw new StoreException("This is no whole archive of a tenant: expected the part " + name + ", found "
                    + (part.isEmpty() ? "the end" : "another") + ". Maybe it broke off or is of another program.");
        }
    }

    private DirectoryStore directory() {
        return DirectoryStore.of(view);
    }

    private TextLines text() {
        return new TextLines(new InputStreamReader(new PartStream(), StandardCharsets.UTF_8.newDecoder()));
    }

    private List<Checkpoint> records() throws IOException {
        List<Checkpoint> heads = inPart(() -> new LineImport(text(), view.table()).run());
        for (int i = 1; i < heads.size(); i++) {
            if (heads.get(i - 1).key().compareTo(heads.get(i).key()) >= 0) {
                throw damaged("has its records out of order");
            }
        }
        advance();
        return heads;
    }

    private interface Step<T> {
        T run();
    }

    /** Adds the name of the part to what goes wrong on a line. */
    private <T> T inPart(Step<T> step) {
        try {
            return step.run();
        } catch (StoreException e) {
            throw new StoreException("In part " + part + " of the archive: " + e.getMessage(), e);
        }
    }

    /** Reads the lines of a part, which stand in order of their ids. */
    private <T, I extends Comparable<I>> void lines(Form<T> form, Function<T, I> id, Consumer<T> action)
            throws IOException {
        TextLines lines = text();
        inPart(() -> {
            @Nullable I before = null;
            for (T value = lines.next(line -> SealedLine.read(form, line));
                    value != null;
                    value = lines.next(line -> SealedLine.read(form, line))) {
                I now = id.apply(value);
                if (before != null && before.compareTo(now) >= 0) {
                    throw damaged("has line " + lines.number() + " out of order");
                }
                before = now;
                action.accept(value);
            }
            return true;
        });
        advance();
    }

    private static void put(DirectoryStore directory, Contact contact) {
        PersonId person = contact.person();
        if (directory.contactErasedAt(person).isEmpty()
                && !directory.findContact(person).equals(Optional.of(contact))) {
            directory.putContact(contact);
        }
    }

    private void datasets(Tally tally) throws IOException {
        DatasetStore datasets = DatasetStore.of(view);
        List<StoredDataset> listed = new ArrayList<>();
        lines(Tally.DATASET, StoredDataset::id, dataset -> {
            if (dataset.size() > options.largestDataset()) {
                throw damaged("lists a dataset of " + dataset.size() + " bytes. Expected at most "
                        + options.largestDataset() + ". Maybe raise the limit in the options");
            }
            listed.add(dataset);
            tally.add(dataset);
        });
        for (StoredDataset dataset : listed) {
            if (dataset.isPurged()) {
                datasets.purge(dataset);
            } else {
                content(datasets, dataset);
            }
        }
    }

    private void content(DatasetStore datasets, StoredDataset dataset) throws IOException {
        expect(ArchiveWriter.CONTENT + dataset.id().hex());
        ExpectedBytes bytes = new ExpectedBytes(new PartStream(), dataset);
        if (datasets.find(dataset.id()).isPresent()) {
            bytes.skipAll();
        } else {
            try {
                DatasetId stored = datasets.put(bytes);
                if (!stored.equals(dataset.id())) {
                    throw damaged("was stored as " + stored);
                }
            } catch (StoreException e) {
                IOException cause = bytes.problem();
                throw cause == null ? e : broken(cause);
            }
        }
        advance();
    }

    private TenantManifest manifest() {
        TextLines lines = text();
        return inPart(() -> {
            TenantManifest manifest = lines.next(line -> TenantManifest.FORM.read(CanonicalJson.read(line)));
            if (manifest == null || lines.next(line -> line) != null) {
                throw new StoreException("expected one line.");
            }
            if (!manifest.format().equals(TenantManifest.FORMAT)) {
                throw new StoreException("the format is \"" + manifest.format() + "\". Expected \""
                        + TenantManifest.FORMAT + "\". Maybe it comes from a newer version.");
            }
            return manifest;
        });
    }

    /** The bytes of the current part; counts them, and leaves the archive open. */
    private final class PartStream extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = zip.read(into, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new IOException("The archive has over " + options.largest() + " bytes when unpacked.");
            }
            return count;
        }
    }
}
