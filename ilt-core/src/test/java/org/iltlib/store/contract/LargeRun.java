package org.iltlib.store.contract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;
import org.iltlib.store.archive.ArchiveOptions;
import org.iltlib.store.archive.TenantArchive;
import org.iltlib.store.archive.TenantDigest;
import org.iltlib.store.archive.TenantManifest;

/** What is tried in a process of its own with a small heap. */
public final class LargeRun {
    private LargeRun() {}

    /** {@code check entries bytes address…} or {@code move entries bytes file from to}. */
    public static void main(String[] args) throws IOException {
        int entries = Integer.parseInt(args[1]);
        long bytes = Long.parseLong(args[2]);
        Deque<String> rest = new ArrayDeque<>(List.of(args).subList(3, args.length));
        if (args[0].equals("check")) {
            check(entries, bytes, rest);
        } else {
            move(entries, bytes, Path.of(rest.pop()), rest.pop(), rest.pop());
        }
        System.out.println("done in " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
    }

    private static void check(int entries, long bytes, Deque<String> addresses) {
        String[] last = new String[1];
        StoreUnderTest store = StoreUnderTest.of(
                () -> {
                    last[0] = addresses.pop();
                    return Stores.open(last[0]);
                },
                () -> Stores.open(last[0]));
        StoreContract.large(entries, bytes).forEach(check -> check.verify(store));
    }

    private static void move(int entries, long bytes, Path file, String from, String to) throws IOException {
        TenantManifest written;
        try (Store store = Stores.open(from);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            EntryTable table = store.forTenant(Samples.NORTH).table();
            Checkpoint stored = Checkpoint.start(Samples.KEY);
            while (stored.count() < entries) {
                List<Entry> next = LargeChecks.next(stored, (int) Math.min(1_000, entries - stored.count()));
                table.append(stored, next);
                Entry last = next.get(next.size() - 1);
                stored = new Checkpoint(Samples.KEY, last.sequence(), last.digest());
            }
            DatasetStore datasets = DatasetStore.of(store.forTenant(Samples.NORTH));
            datasets.put(new LargeChecks.Bytes(bytes));
            datasets.put(new ByteArrayInputStream(new byte[1]));
            written = TenantArchive.write(datasets, out, ArchiveOptions.withDefaults());
        }
        try (Store store = Stores.open(to);
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            TenantManifest read = TenantArchive.read(in, store.forTenant(Samples.NORTH), ArchiveOptions.withDefaults());
            Samples.same(read, written);
            Samples.same(TenantDigest.of(store.forTenant(Samples.NORTH)), written.digest());
            Samples.same(written.entries(), (long) entries);
        }
    }
}
