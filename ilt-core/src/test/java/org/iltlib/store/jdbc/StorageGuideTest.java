package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.Store;
import org.iltlib.store.contract.Section;
import org.iltlib.store.contract.StoreContract;
import org.iltlib.store.contract.StoreUnderTest;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The storage guide prints what the store issues. Set {@code -Dilt.golden=DIR} to write the page with the statements of
 * today there; then read the difference and copy it over the page.
 */
class StorageGuideTest {
    private static final Path PAGE = Path.of("src/main/java/org/iltlib/store/doc-files/storage-guide.html");
    private static final Pattern BLOCK =
            Pattern.compile("<pre id=\"(sql|java)-([a-z-]+)\">(.*?)</pre>", Pattern.DOTALL);
    private static final TenantId TENANT = TenantId.of("district-7");
    private static final PersonId PERSON = PersonId.of("p-1");
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final int WIDTH = 100;
    private static final Set<String> CLAUSES = Set.of("SELECT", "FROM", "WHERE", "VALUES", "ORDER");

    private static Map<String, String> blocks(String kind) throws IOException {
        Map<String, String> blocks = new TreeMap<>();
        Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            if (matcher.group(1).equals(kind)) {
                String text = matcher.group(3)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
                assertThat(blocks.put(matcher.group(2), text))
                        .as(matcher.group(2))
                        .isNull();
            }
        }
        return blocks;
    }

    private static TeamRecord with(TeamRecord record, String... ids) {
        Note[] notes = Stream.of(ids).map(id -> Note.of(id)).toArray(Note[]::new);
        return record.with(NOON, PERSON, notes);
    }

    private static TeamKey key(String team) {
        return TeamKey.of(TeamId.of(team), Note.KEY.year());
    }

    /** The statements of every operation, by the name that its block has on the page. */
    private static Map<String, List<String>> issued() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        StatementLog log = new StatementLog(source);
        JdbcSettings settings = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);
        Map<String, List<String>> issued = new LinkedHashMap<>();
        try (JdbcStore store = JdbcStore.open(log.source(), settings)) {
            RecordStore records = store.forTenant(TENANT);
            records(log, records, issued);
            if (records instanceof JointStore joint) {
                TeamRecord unmoved = joint.load(key("a"));
                TeamRecord one = with(joint.load(key("b")), "joint");
                TeamRecord other = with(joint.load(key("c")), "joint");
                issued.put("joint", log.of(() -> joint.appendAll(List.of(unmoved, one, other))));
            }
            if (records instanceof FeedStore feed) {
                issued.put("feed-number", log.of(() -> feed.changes(0, 10)));
                issued.put("feed", log.of(() -> feed.changes(0, 10)));
            }
            if (records instanceof SnapshotStore snapshots) {
                issued.put("snapshot", log.of(snapshots::snapshot));
            }
            datasets(log, (DatasetStore) records, issued);
            if (records instanceof DirectoryStore directory) {
                directory(log, directory, issued);
            }
            Store whole = store;
            if (whole instanceof AdministeredStore administered) {
                issued.put(
                        "tenants",
                        log.of(() -> assertThat(administered.tenants()).isNotNull()));
                issued.put("delete-tenant", log.of(() -> administered.deleteTenant(TENANT)));
            }
        }
        return issued;
    }

    private static void records(StatementLog log, RecordStore records, Map<String, List<String>> issued) {
        EntryTable table = records.table();
        TeamRecord first = with(TeamRecord.empty(key("a")), "a", "b");
        issued.put("append-first", log.of(() -> records.append(first)));
        TeamRecord second = with(first.asSaved(), "c", "d");
        issued.put("append", log.of(() -> records.append(second)));
        List<Entry> late = with(first.asSaved(), "late").unsaved();
        Checkpoint expected = first.checkpoint();
        issued.put(
                "append-stale",
                log.of(() -> assertThat(table.append(expected, late)).isFalse()));
        issued.put("head", log.of(() -> table.head(key("a"))));
        issued.put("read", log.of(() -> {
            try (Stream<Entry> entries = table.read(key("a"), 1)) {
                assertThat(entries).hasSize(3);
            }
        }));
        issued.put("keys", log.of(() -> assertThat(table.keys()).hasSize(1)));
    }

    private static void datasets(StatementLog log, DatasetStore datasets, Map<String, List<String>> issued) {
        byte[] rows = "student,score\n".getBytes(StandardCharsets.UTF_8);
        DatasetId id = DatasetId.ofBytes(rows);
        issued.put("put", log.of(() -> datasets.put(new ByteArrayInputStream(rows))));
        issued.put("put-again", log.of(() -> datasets.put(new ByteArrayInputStream(rows))));
        issued.put("open", log.of(() -> {
            try (InputStream in = datasets.open(id)) {
                assertThat(in.readAllBytes()).isEqualTo(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        issued.put("find", log.of(() -> datasets.find(id)));
        issued.put("datasets", log.of(() -> assertThat(datasets.datasets()).isNotNull()));
        issued.put("purge", log.of(() -> datasets.purge(id, NOON)));
    }

    private static void directory(StatementLog log, DirectoryStore directory, Map<String, List<String>> issued) {
        issued.put("put-contact", log.of(() -> directory.putContact(Contact.of(PERSON, "x"))));
        issued.put("find-contact", log.of(() -> directory.findContact(PERSON)));
        issued.put("contacts", log.of(() -> assertThat(directory.contacts()).isNotNull()));
        issued.put("erase-contact", log.of(() -> directory.eraseContact(PERSON, NOON)));
        issued.put("contact-erased-at", log.of(() -> directory.contactErasedAt(PERSON)));
        issued.put(
                "erased-contacts",
                log.of(() -> assertThat(directory.erasedContacts()).isNotNull()));
    }

    /** One statement after another, each ended by a semicolon, long ones wrapped at blanks. */
    private static String text(List<String> statements) {
        return statements.stream().map(sql -> wrapped(sql) + ";\n").collect(Collectors.joining());
    }

    /** A long statement has a line for each clause, and more where that does not do. */
    private static String wrapped(String sql) {
        if (sql.length() <= WIDTH) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        int column = 0;
        int depth = 0;
        String before = "";
        for (String word : sql.split(" ", -1)) {
            boolean clause = depth == 0 && CLAUSES.contains(word) && !before.equals("DELETE");
            boolean full = column + 1 + word.length() > WIDTH - 8;
            text.append(before.isEmpty() ? "" : clause ? "\n    " : full ? "\n        " : " ")
                    .append(word);
            column = clause || full ? word.length() : column + 1 + word.length();
            depth += word.replace(")", "").length() - word.replace("(", "").length();
            before = word;
        }
        return text.toString();
    }

    private static String flat(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    @Test
    void theStatementsOfEveryOperationAreThoseThatAreIssued() throws IOException {
        Map<String, List<String>> issued = issued();
        String folder = System.getProperty("ilt.golden", "");
        if (!folder.isEmpty()) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, "storage-guide.html"), renewed(issued));
            return;
        }
        Map<String, String> printed = blocks("sql");
        assertThat(printed).containsKeys(issued.keySet().toArray(new String[0]));
        printed.forEach((name, text) ->
                assertThat(flat(text)).as(name).isEqualTo(flat(text(issued.getOrDefault(name, List.of())))));
    }

    /** The page with these statements. */
    private static String renewed(Map<String, List<String>> issued) throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).replaceAll(block -> {
            String sql = text(issued.getOrDefault(block.group(2), List.of()));
            String html = sql.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            boolean ours = block.group(1).equals("sql");
            return Matcher.quoteReplacement(
                    ours ? "<pre id=\"sql-" + block.group(2) + "\">\n" + html + "</pre>" : block.group());
        });
    }

    // spotless:off
    static final class DistrictStoreTest {
        @TestFactory
        Stream<DynamicTest> honoursTheContract() {
            StoreUnderTest mine = StoreUnderTest.of(DistrictStore::openEmpty, DistrictStore::reopen);
            return StoreContract.checks(DistrictStore.SECTIONS)
                    .map(check -> dynamicTest(check.name(), () -> check.verify(mine)));
        }
    }
    // spotless:on

    /** Stands for an author's store. */
    private static final class DistrictStore {
        static final Set<Section> SECTIONS = Set.of(Section.TENANTS);

        static Store openEmpty() {
            return new MemoryStore();
        }

        static Store reopen() {
            return new MemoryStore();
        }
    }

    @Test
    void theTestThatTheGuideShowsIsOneThatRuns() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/iltlib/store/jdbc/StorageGuideTest.java"));
        int start = source.indexOf("    static final class DistrictStoreTest");
        String shown = source.substring(start, source.indexOf("    // spotless:on", start))
                .stripTrailing()
                .stripIndent()
                .replace("static final ", "");
        assertThat(blocks("java").get("contract").strip()).isEqualTo(shown.strip());
        assertThat(new DistrictStoreTest().honoursTheContract())
                .isNotEmpty()
                .allSatisfy(test -> test.getExecutable().execute());
    }
}
