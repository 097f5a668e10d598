package org.iltlib.examples;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.EntryTable;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.TableRecordStore;
import org.iltlib.store.archive.RecordLines;

/**
 * A vendor's own store, from the storage interface alone: a folder for each tenant, in it one for each record, in it a
 * file for each append, with a line for each entry. A file is written beside, forced to disk, and linked to its name, the
 * sequence of its first entry: of two writers at once the file system gives it to one, and the other is stale.
 *
 * <p>Durability: what was appended survives a crash of the machine right after. Of what was not, at most a {@code .tmp}
 * file is left, which nobody reads. Needs a file system with hard links, such as ext4, APFS or NTFS.
 */
public final class VendorStore implements Store {
    private final Path folder;
    private volatile boolean closed;

    /** A store in that folder, which is made when something is appended. */
    public VendorStore(Path folder) {
        this.folder = folder;
    }

    /** Holds itself against the contract, in a temporary folder or in {@code --folder}; exit code 0 if all of it holds. */
    public static void main(String[] args) {
        System.exit(new ContractRun("VendorStore", VendorStore::new).run(args, System.out, System.err));
    }

    @Override
    public RecordStore forTenant(TenantId tenant) {
        checkOpen();
        return new TableRecordStore(new Table(this, folder.resolve(name(tenant))));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The store is closed.");
        }
    }

    private record Table(VendorStore store, Path tenant) implements EntryTable {
        @Override
        public Checkpoint head(TeamKey key) {
            Stream<Path> last = inOrder(tenant.resolve(name(key))).reduce((one, next) -> next).stream();
            return last.flatMap(batch -> open(batch).entries().stream())
                    .reduce((one, next) -> next)
                    .map(entry -> new Checkpoint(key, entry.sequence(), entry.digest()))
                    .orElse(Checkpoint.start(key));
        }

        @Override
        public boolean append(Checkpoint expected, List<Entry> entries) {
            try {
                return head(expected.key()).equals(expected) && write(TeamRecord.of(expected.key(), entries, 0));
            } catch (FileAlreadyExistsException someoneWasFirst) {
                return false;
            } catch (IOException e) {
                throw new StoreException("An append failed.", e);
            }
        }

        private boolean write(TeamRecord batch) throws IOException {
            Path record = Files.createDirectories(tenant.resolve(name(batch.key())));
            Path beside = Files.createTempFile(record, "", ".tmp");
            try (Writer lines = Files.newBufferedWriter(beside)) {
                RecordLines.write(batch, lines);
                lines.flush();
                force(beside, StandardOpenOption.WRITE);
                long name = 1_000_000_000_000_000_000L + batch.entries().get(0).sequence(); // sorts as a text too
                Files.createLink(record.resolve(name + ".jsonl"), beside);
            } finally {
                Files.delete(beside);
            }
            for (Path names : List.of(record, tenant, store.folder)) {
                force(names, StandardOpenOption.READ);
            }
            return true;
        }

        @Override
        public Stream<Entry> read(TeamKey key, long afterSequence) {
            Stream<Entry> all = inOrder(tenant.resolve(name(key))).flatMap(batch -> open(batch).entries().stream());
            return all.filter(entry -> entry.sequence() > afterSequence);
        }

        @Override
        public Stream<TeamKey> keys() {
            Stream<Path> firsts =
                    inOrder(tenant).flatMap(record -> inOrder(record).limit(1));
            return firsts.map(first -> open(first).key()).sorted().toList().stream();
        }

        private Stream<Path> inOrder(Path folder) {
            store.checkOpen();
            try (Stream<Path> paths = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
                return paths.filter(path -> !path.toString().endsWith(".tmp")).sorted().toList().stream();
            } catch (IOException e) {
                throw new StoreException("A folder cannot be read.", e);
            }
        }
    }

    private static TeamRecord open(Path batch) {
        try (Reader lines = Files.newBufferedReader(batch)) {
            return RecordLines.read(lines).findFirst().orElseThrow(() -> new StoreException("A file is empty."));
        } catch (IOException e) {
            throw new StoreException("A file cannot be read.", e);
        }
    }

    /** A file name for an id: a digest, so that any id will do, and none that differ in case only meet. */
    private static String name(Object id) {
        return Digest.ofText(id.toString()).hex();
    }

    /** Forces a file, or the names in a folder, to disk; Windows does the latter itself. */
    private static void force(Path path, StandardOpenOption access) throws IOException {
        if (access == StandardOpenOption.WRITE || File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(path, access)) {
                channel.force(true);
            }
        }
    }
}
