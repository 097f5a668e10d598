package org.iltlib.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.Stores;
import org.iltlib.store.TableRecordStore;
import org.iltlib.store.jdbc.JdbcSettings;
import org.iltlib.store.jdbc.JdbcStore;
import org.iltlib.store.jdbc.SchemaMode;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class TenantArchiveTest {
    private static final ArchiveOptions ALL = ArchiveOptions.withDefaults().withDirectory(true);
    private static final Instant PURGED = Instant.parse("2026-10-01T00:00:00.000001Z");
    private static final PersonId BEN = PersonId.of("p-ben");

    @TempDir
    static Path folder;

    /** Several records, datasets large, empty and purged, contacts, and a person who was erased. */
    static RecordStore filled(RecordStore view, long seed) {
        Random random = new Random(seed);
        for (int team = 0; team < 3; team++) {
            TeamKey key = TeamKey.of(TeamId.of("team \"" + team + "\" \u05D0"), Note.KEY.year());
            TeamRecord record = TeamRecord.empty(key);
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                record = record.with(
                        Note.START.plusNanos(random.nextInt() * 1_000L + i * 5_000_000_000_000L),
                        Note.ANA,
                        Note.of("n" + i));
            }
            view.append(record);
        }
        DatasetStore datasets = DatasetStore.of(view);
        byte[] large = new byte[300_000 + random.nextInt(1_000)];
        random.nextBytes(large);
        datasets.put(new ByteArrayInputStream(large));
        datasets.put(new ByteArrayInputStream(new byte[0]));
        DatasetId gone = datasets.put(new ByteArrayInputStream(new byte[] {(byte) seed, 2, 3}));
        datasets.purge(gone, PURGED.plusSeconds(seed));
        if (view instanceof DirectoryStore directory) {
            directory.putContact(Contact.of(Note.ANA, "Ana \uD83D\uDE00").with("email", "ana" + seed + "@school"));
            directory.putContact(Contact.of(BEN, "Ben"));
            directory.eraseContact(BEN, PURGED);
        }
        return view;
    }

    static byte[] archive(RecordStore view, ArchiveOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TenantArchive.write(view, out, options);
        return out.toByteArray();
    }

    static TenantManifest read(byte[] archive, RecordStore into) {
        return TenantArchive.read(new ByteArrayInputStream(archive), into, ALL);
    }

    static DirectoryView fresh() {
        return new DirectoryView(new MemoryStore().forTenant(TenantId.of("fresh")));
    }

    @TestFactory
    Stream<DynamicTest> aTenantIsTheSameInAnyOtherStore() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Map<String, Store> stores = new LinkedHashMap<>();
        stores.put("heap", new MemoryStore());
        stores.put("H2", Stores.open("jdbc:h2:" + folder.resolve("h2")));
        stores.put("SQLite", Stores.open("jdbc:sqlite:" + folder.resolve("sqlite.db")));
        stores.put(
                "PostgreSQL",
                JdbcStore.open(
                        postgres.getPostgresDatabase(),
                        JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE)));
        byte[] expected = archive(filled(view(new MemoryStore(), "model"), 7), ALL);
        List<DynamicTest> tests = new ArrayList<>();
        stores.forEach((from, source) ->
                stores.forEach((to, target) -> tests.add(dynamicTest(from + " to " + to, () -> {
                    RecordStore out = view(source, from + "-" + to);
                    filled(out, 7);
                    byte[] archive = archive(out, ALL);
                    assertThat(archive).isEqualTo(expected);
                    RecordStore in = view(target, "from-" + from);
                    TenantManifest manifest = read(archive, in);
                    assertThat(TenantDigest.of(in)).isEqualTo(TenantDigest.of(out));
                    assertThat(TenantDigest.of(in, ALL))
                            .isEqualTo(manifest.digest())
                            .isEqualTo(TenantDigest.of(out, ALL));
                    assertThat(in.keys()).containsExactlyElementsOf(out.keys().toList());
                    out.keys().forEach(key -> assertThat(in.load(key)).isEqualTo(out.load(key)));
                    assertThat(archive(in, ALL)).isEqualTo(archive);
                    assertThat(read(archive, in)).isEqualTo(manifest);
                    assertThat(TenantDigest.of(in, ALL)).isEqualTo(manifest.digest());
                }))));
        return tests.stream().onClose(() -> {
            stores.values().forEach(Store::close);
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** With a directory in any case. */
    private static RecordStore view(Store store, String tenant) {
        RecordStore view = store.forTenant(TenantId.of(tenant));
        return view instanceof DirectoryStore ? view : new DirectoryView(DatasetStore.of(view));
    }

    @Test
    void theManifestCountsWhatIsThereAndTheDigestIsTheDocumentedOne() {
        RecordStore view = filled(fresh(), 1);
        TenantManifest manifest = read(archive(view, ALL), fresh());
        assertThat(manifest.heads())
                .isEqualTo(view.keys().map(view.table()::head).toList());
        assertThat(manifest.entries())
                .isEqualTo(
                        view.keys().mapToLong(key -> view.load(key).revision()).sum());
        assertThat(List.of(manifest.contacts(), manifest.erased(), manifest.datasets(), manifest.purged()))
                .containsExactly(1L, 1L, 2L, 1L);
        assertThat(manifest.hasDirectory()).isTrue();
        assertThat(manifest.toString()).contains("3 records", "2 datasets and 1 purged, 1 contacts, 1 erased");
        assertThat(manifest.toBuilder().build()).isEqualTo(manifest);
        // printf 'ilt-tenant/1\n' | sha256sum
        assertThat(TenantDigest.of(fresh()).hex())
                .isEqualTo("d7a679e3eb8449f14a429b7b9924644ca35bb09071f13b699dd3ebd112fe4187");
    }

    @Test
    void contactsGoOnlyWhenAskedFor() {
        RecordStore view = filled(fresh(), 1);
        byte[] archive = archive(view, ArchiveOptions.withDefaults());
        assertThat(parts(archive)).doesNotContainKey("directory.jsonl").containsKey("erased.jsonl");
        DirectoryView in = fresh();
        assertThat(read(archive, in).hasDirectory()).isFalse();
        assertThat(in.contacts()).isEmpty();
        assertThat(in.contactErasedAt(BEN)).contains(PURGED);
        assertThat(TenantDigest.of(in)).isEqualTo(TenantDigest.of(view));
        assertThat(TenantDigest.of(in, ALL)).isNotEqualTo(TenantDigest.of(view, ALL));
    }

    @Test
    void theBytesDoNotDependOnTheZone() {
        TimeZone zone = TimeZone.getDefault();
        byte[] here = archive(filled(fresh(), 1), ALL);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(archive(filled(fresh(), 1), ALL)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatWasPurgedOrErasedInTheTargetDoesNotComeBack() {
        RecordStore source = filled(fresh(), 1);
        DirectoryView target = fresh();
        DatasetStore datasets = DatasetStore.of(source);
        StoredDataset kept =
                datasets.datasets().filter(d -> !d.isPurged()).findFirst().orElseThrow();
        target.purge(new StoredDataset(kept.id(), kept.size(), Optional.of(PURGED)));
        target.eraseContact(Note.ANA, PURGED);
        read(archive(source, ALL), target);
        assertThat(target.find(kept.id()).orElseThrow().isPurged()).isTrue();
        assertThat(target.findContact(Note.ANA)).isEmpty();
        assertThat(target.contactErasedAt(Note.ANA)).contains(PURGED);
    }

    @Test
    void whatTheArchiveSaysWasPurgedOrErasedGoesInTheTargetToo() {
        DirectoryView target = fresh();
        target.putContact(Contact.of(BEN, "Ben"));
        DatasetId gone = target.put(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        read(archive(filled(fresh(), 1), ALL), target);
        assertThat(target.findContact(BEN)).isEmpty();
        assertThat(target.find(gone).orElseThrow().purgedAt()).contains(PURGED.plusSeconds(1));
    }

    @Test
    void aViewWithoutThePowerIsRefusedOnlyIfTheArchiveNeedsIt() {
        RecordStore bare = new TableRecordStore(fresh().table());
        DirectoryView source = fresh();
        source.append(Note.chain(3));
        read(archive(source, ALL), bare);
        assertThat(bare.load(Note.KEY)).isEqualTo(Note.chain(3));
        source.put(new ByteArrayInputStream(new byte[1]));
        assertThatThrownBy(() -> read(archive(source, ALL), bare)).hasMessageContaining("keeps no datasets");
        source.putContact(Contact.of(BEN, "Ben"));
        assertThatThrownBy(() -> read(archive(source, ALL), bare)).hasMessageContaining("keeps no directory");
        assertThat(TenantDigest.of(bare)).isNotEqualTo(TenantDigest.of(source));
    }

    @Test
    void everyTruncationIsRefusedAndTheWholeCompletesIt() {
        RecordStore source = filled(fresh(), 3);
        byte[] archive = archive(source, ALL);
        DirectoryView target = fresh();
        int end = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int length = 0; length < end; length += length < 3_000 || length > end - 300 ? 53 : 20_011) {
            byte[] part = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> read(part, target))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("archive");
        }
        read(archive, target);
        assertThat(TenantDigest.of(target, ALL)).isEqualTo(TenantDigest.of(source, ALL));
    }

    @Test
    void noFlippedBitStoresWhatWasNotThere() {
        RecordStore source = filled(fresh(), 3);
        DatasetStore datasets = DatasetStore.of(source);
        byte[] archive = archive(source, ALL);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = archive.clone();
            int at = random.nextInt(i % 2 == 0 ? 3_000 : archive.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            DirectoryView target = fresh();
            try {
                read(damaged, target);
                assertThat(TenantDigest.of(target, ALL)).isEqualTo(TenantDigest.of(source, ALL));
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("archive");
            }
            target.keys().forEach(key -> {
                TeamRecord stored = target.load(key);
                assertThat(stored.entries())
                        .isEqualTo(source.load(key).entries().subList(0, (int) stored.revision()));
            });
            target.datasets()
                    .forEach(dataset -> assertThat(datasets.find(dataset.id())).contains(dataset));
            target.contacts()
                    .forEach(person -> assertThat(target.findContact(person))
                            .isEqualTo(((DirectoryStore) source).findContact(person)));
            target.erasedContacts().forEach(person -> assertThat(person).isEqualTo(BEN));
        }
    }

    static Map<String, byte[]> parts(byte[] archive) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void refused(Map<String, byte[]> parts, String... words) {
        DirectoryView target = fresh();
        assertThatThrownBy(() -> read(zip(parts), target))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(words);
        DatasetStore source = DatasetStore.of(filled(fresh(), 5));
        assertThat(target.datasets())
                .allMatch(dataset -> source.find(dataset.id()).equals(Optional.of(dataset)));
    }

    private static Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> parts = parts(archive(filled(fresh(), 5), ALL));
        parts.put(name, content);
        return parts;
    }

    private static byte[] edited(String name, String what, String by) {
        byte[] part = parts(archive(filled(fresh(), 5), ALL)).get(name);
        String text = new String(part, StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        return text.replaceFirst(what, by).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void foreignAndTamperedArchivesAreRefused() {
        refused(Map.of(), "no whole archive", "found the end");
        refused(Map.of("word/document.xml", new byte[9]), "expected the part records.jsonl");
        refused(Map.of("../../etc/passwd", new byte[9]), "expected the part records.jsonl");
        refused(with("records.jsonl", new byte[] {(byte) 0xFF, '{'}), "In part records.jsonl", "Line 1");
        refused(with("records.jsonl", edited("records.jsonl", "words of n0", "other words")), "Line 1", "altered");
        refused(with("erased.jsonl", edited("erased.jsonl", "p-ben", "p-ana")), "erased.jsonl", "Line 1", "digest");
        refused(with("directory.jsonl", edited("directory.jsonl", "Ana", "Eve")), "directory.jsonl", "digest");
        refused(with("directory.jsonl", new byte[0]), "manifest.json", "does not fit");
        refused(with("datasets.jsonl", edited("datasets.jsonl", "\"size\":0", "\"size\":1")), "datasets.jsonl");
        refused(with("manifest.json", edited("manifest.json", "archive/1", "archive/2")), "ilt-archive/2", "newer");
        refused(with("manifest.json", edited("manifest.json", "\"purged\":1", "\"purged\":2")), "does not fit");
        refused(with("manifest.json", new byte[0]), "manifest.json", "expected one line");
        refused(with("../../evil", new byte[1]), "stands behind the manifest");
        String empty = "datasets/" + DatasetId.ofBytes(new byte[0]);
        refused(with(empty, new byte[1]), "breaks off or is damaged", empty);
        Map<String, byte[]> less = with(empty, new byte[0]);
        less.remove(empty);
        refused(less, "expected the part " + empty);
        Map<String, byte[]> later = with("records.jsonl", new byte[0]);
        byte[] records = later.remove("records.jsonl");
        later.put("records.jsonl", records);
        refused(later, "expected the part records.jsonl");
        byte[] twice = parts(archive(filled(fresh(), 5), ALL)).get("records.jsonl");
        byte[] doubled = Arrays.copyOf(twice, 2 * twice.length);
        System.arraycopy(twice, 0, doubled, twice.length, twice.length);
        refused(with("records.jsonl", doubled), "records.jsonl", "out of order");
        byte[] line = parts(archive(filled(fresh(), 5), ALL)).get("erased.jsonl");
        byte[] again = Arrays.copyOf(line, 2 * line.length);
        System.arraycopy(line, 0, again, line.length, line.length);
        refused(with("erased.jsonl", again), "line 2 out of order");
    }

    @Test
    void anArchiveOfAnotherHistoryIsRefused() {
        DirectoryView target = fresh();
        target.append(TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, Note.of("x")));
        DirectoryView source = fresh();
        source.append(Note.chain(2));
        assertThatThrownBy(() -> read(archive(source, ALL), target)).isInstanceOf(StaleRecordException.class);
        assertThat(target.load(Note.KEY).revision()).isEqualTo(1);
    }

    @Test
    void aBombIsRefusedAtTheLimit() {
        Map<String, byte[]> parts = with("records.jsonl", new byte[20_000_000]);
        Arrays.fill(parts.get("records.jsonl"), (byte) '\n');
        byte[] archive = zip(parts);
        assertThat(archive.length).isLessThan(400_000);
        assertThatThrownBy(() ->
                        TenantArchive.read(new ByteArrayInputStream(archive), fresh(), ALL.withLargest(10_000_000)))
                .isInstanceOf(StoreException.class)
                .hasRootCauseMessage("The archive has over 10000000 bytes when unpacked.");
        assertThatThrownBy(() -> TenantArchive.read(
                        new ByteArrayInputStream(archive(filled(fresh(), 5), ALL)),
                        fresh(),
                        ALL.withLargestDataset(1_000)))
                .hasMessageContaining("Expected at most 1000. Maybe raise the limit");
    }

    @Test
    void troubleWithTheStreamsAndDamagedDatasetsAreStoreExceptions() {
        RecordStore source = filled(fresh(), 5);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> TenantArchive.write(source, full, ALL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not whole");
        InputStream torn = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("torn");
            }
        };
        assertThatThrownBy(() -> TenantArchive.read(torn, fresh(), ALL))
                .isInstanceOf(StoreException.class)
                .hasRootCauseMessage("torn");
        DirectoryView rotten = new DirectoryView(new MemoryStore().forTenant(TenantId.of("t"))) {
            @Override
            public InputStream open(DatasetId id) {
                return new ByteArrayInputStream(new byte[] {1});
            }
        };
        rotten.put(new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> archive(rotten, ALL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are not those of its id");
    }

    /** A view whose entries can be told to be gone while the heads still stand. */
    private static RecordStore losing(DirectoryView sound, UnaryOperator<Stream<Entry>> loss) {
        return new DirectoryView(sound) {
            @Override
            public EntryTable table() {
                EntryTable table = sound.table();
                return new EntryTable() {
                    @Override
                    public Checkpoint head(TeamKey key) {
                        return table.head(key);
                    }

                    @Override
                    public boolean append(Checkpoint expected, List<Entry> entries) {
                        return table.append(expected, entries);
                    }

                    @Override
                    public Stream<Entry> read(TeamKey key, long afterSequence) {
                        return loss.apply(table.read(key, afterSequence));
                    }

                    @Override
                    public Stream<TeamKey> keys() {
                        return table.keys();
                    }
                };
            }
        };
    }

    @Test
    void recordsThatDoNotReachTheirHeadsAreNotArchived() {
        DirectoryView view = fresh();
        view.append(TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, Note.of("n1"), Note.of("n2"), Note.of("n3")));
        assertThat(read(archive(losing(view, entries -> entries), ALL), fresh()))
                .isEqualTo(read(archive(view, ALL), fresh()));
        List<UnaryOperator<Stream<Entry>>> losses = List.of(
                entries -> entries.limit(2),
                entries -> Stream.empty(),
                entries -> entries.skip(1),
                entries -> entries.map(entry -> entry.sequence() == 3
                        ? entry.toBuilder().recordedBy(BEN).build()
                        : entry));
        losses.forEach(loss -> assertThatThrownBy(() -> archive(losing(view, loss), ALL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(Note.KEY.toString()));
    }

    @Test
    void aTenantThatIsDeletedWhileItIsArchivedIsNotArchived() {
        DirectoryView view = fresh();
        view.append(TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, Note.of("n1")));
        boolean[] deleted = {false};
        RecordStore vanishing = losing(view, entries -> deleted[0] ? Stream.empty() : entries);
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                deleted[0] = true;
                super.write(bytes, offset, length);
            }
        };
        assertThatThrownBy(() -> TenantArchive.write(vanishing, out, ALL)).isInstanceOf(StoreException.class);
    }
}
