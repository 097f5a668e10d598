package org.iltlib.store.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;
import org.iltlib.store.contract.junit.StoreContractTests;
import org.iltlib.store.jdbc.JdbcSettings;
import org.iltlib.store.jdbc.JdbcStore;
import org.iltlib.store.jdbc.SchemaMode;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class StoreContractTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    /** A store at a new address each time, and the same address again. */
    private static StoreUnderTest addressed(Supplier<String> address) {
        String[] last = new String[1];
        return StoreUnderTest.of(
                () -> {
                    last[0] = address.get();
                    return Stores.open(last[0]);
                },
                () -> Stores.open(last[0]));
    }

    private static DynamicContainer run(String name, StoreUnderTest store) {
        return dynamicContainer(name, StoreContractTests.tests(store, StoreContract.sectionsOf(store)));
    }

    /** Without reopening. */
    private static DynamicContainer runOnce(String name, StoreUnderTest store) {
        Set<Section> sections = StoreContract.sectionsOf(store);
        sections.remove(Section.REOPEN);
        return dynamicContainer(name, StoreContractTests.tests(store, sections));
    }

    @TestFactory
    Stream<DynamicContainer> everyStoreHonoursTheContract() {
        return Stream.of(
                runOnce("heap", StoreUnderTest.of(MemoryStore::new, MemoryStore::new)),
                runOnce("H2 in memory", addressed(() -> "jdbc:h2:mem:contract" + NUMBER.incrementAndGet())),
                run("H2 file", addressed(() -> "jdbc:h2:" + folder.resolve("h2-" + NUMBER.incrementAndGet()))),
                run(
                        "H2, prefix and schema, from a data source",
                        StoreUnderTest.of(() -> h2(NUMBER.incrementAndGet()), () -> h2(NUMBER.get()))),
                run(
                        "SQLite",
                        addressed(() -> "jdbc:sqlite:" + folder.resolve("sqlite-" + NUMBER.incrementAndGet() + ".db"))),
                run(
                        "PostgreSQL",
                        StoreUnderTest.of(() -> postgres(NUMBER.incrementAndGet()), () -> postgres(NUMBER.get()))));
    }

    private static Store h2(int number) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("prefixed-" + number) + ";DB_CLOSE_DELAY=-1");
        return JdbcStore.open(
                source,
                JdbcSettings.withDefaults()
                        .withSchema("school")
                        .withPrefix("acme_")
                        .withMode(SchemaMode.MIGRATE));
    }

    private static Store postgres(int number) {
        PGSimpleDataSource source = (PGSimpleDataSource) postgres.getPostgresDatabase();
        source.setReWriteBatchedInserts(true);
        return JdbcStore.open(
                source,
                JdbcSettings.withDefaults().withSchema("contract_" + number).withMode(SchemaMode.MIGRATE));
    }
}
