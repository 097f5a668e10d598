package org.iltlib.store.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;
import org.iltlib.store.memory.MemoryStore;

/** Random commands drive every store beside a plain model, and both must agree after each. */
class StatefulStoreProperties {
    private static final int LONGEST = 40;
    private static final List<World.Place> PLACES = new ArrayList<>();
    private static EmbeddedPostgres postgres;
    private static Path folder;
    private static World.Place heap;
    private static World.Place h2;
    private static World.Place sqlite;
    private static World.Place server;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("ilt-stateful");
        postgres = EmbeddedPostgres.start();
        heap = place(MemoryStore::new, false);
        h2 = place(() -> Stores.open("jdbc:h2:" + folder.resolve("h2")), true);
        sqlite = place(() -> Stores.open("jdbc:sqlite:" + folder.resolve("sqlite.db")), true);
        server = place(() -> Stores.open(postgres.getJdbcUrl("postgres", "postgres")), true);
    }

    private static World.Place place(Supplier<Store> opener, boolean lasting) {
        World.Place place = new World.Place(opener, lasting);
        PLACES.add(place);
        return place;
    }

    @AfterContainer
    static void close() throws IOException {
        PLACES.forEach(World.Place::close);
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 100)
    void theHeapStoreDoesWhatTheModelDoes(@ForAll("onHeap") ActionChain<World> chain) {
        chain.run();
    }

    @Property(tries = 15)
    void theH2StoreDoesWhatTheModelDoes(@ForAll("onH2") ActionChain<World> chain) {
        chain.run();
    }

    @Property(tries = 15)
    void theSqliteStoreDoesWhatTheModelDoes(@ForAll("onSqlite") ActionChain<World> chain) {
        chain.run();
    }

    @Property(tries = 15)
    void thePostgresqlStoreDoesWhatTheModelDoes(@ForAll("onPostgresql") ActionChain<World> chain) {
        chain.run();
    }

    @Provide
    Arbitrary<ActionChain<World>> onHeap() {
        return chains(() -> heap);
    }

    @Provide
    Arbitrary<ActionChain<World>> onH2() {
        return chains(() -> h2);
    }

    @Provide
    Arbitrary<ActionChain<World>> onSqlite() {
        return chains(() -> sqlite);
    }

    @Provide
    Arbitrary<ActionChain<World>> onPostgresql() {
        return chains(() -> server);
    }

    private static Arbitrary<ActionChain<World>> chains(Supplier<World.Place> place) {
        Action.Independent<World> action = () -> commands()
                .map(command -> Transformer.mutate(command.toString(), world -> {
                    command.on(world);
                    world.check();
                }));
        return ActionChain.startWith(() -> new World(place.get()))
                .withAction(action)
                .withMaxTransformations(LONGEST);
    }

    private static Arbitrary<Command> commands() {
        Arbitrary<Integer> tenants = Arbitraries.integers().between(0, World.TENANTS - 1);
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, World.KEYS - 1);
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 4);
        Arbitrary<Long> micros = Arbitraries.longs().between(0, 4_000_000_000_000_000L);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<String> words = Arbitraries.of("", "plain", "'; DROP TABLE x; --", "\u0000\n\\\"", "😀 עברית ﷽");
        Arbitrary<Command.Part> parts = Combinators.combine(
                        few, Arbitraries.integers().between(0, 4))
                .as((n, s) -> new Command.Part(n, s == 0));
        return Arbitraries.frequencyOf(
                Tuple.of(8, Combinators.combine(tenants, keys, few, words).as(Command.Append::new)),
                Tuple.of(2, Combinators.combine(tenants, keys, few, flags).as(Command.Stale::new)),
                Tuple.of(
                        4,
                        Combinators.combine(tenants, parts.list().ofMinSize(1).ofMaxSize(World.KEYS))
                                .as(Command.Joint::new)),
                Tuple.of(2, Combinators.combine(tenants, keys, few, flags).as(Command.Table::new)),
                Tuple.of(2, Combinators.combine(tenants, few).as(Command.Put::new)),
                Tuple.of(1, Combinators.combine(tenants, few, micros).as(Command.Purge::new)),
                Tuple.of(1, Combinators.combine(tenants, few).as(Command.Datasets::new)),
                Tuple.of(
                        2,
                        Combinators.combine(tenants, few, Arbitraries.of("Ana", "Bo", "伊藤"))
                                .as(Command.Enter::new)),
                Tuple.of(1, Combinators.combine(tenants, few, micros).as(Command.Erase::new)),
                Tuple.of(1, Combinators.combine(tenants, few).as(Command.Contacts::new)),
                Tuple.of(2, tenants.map(Command.TakeSnapshot::new)),
                Tuple.of(
                        2,
                        Combinators.combine(tenants, few, Arbitraries.integers().between(1, 9))
                                .as(Command.Changes::new)),
                Tuple.of(1, Arbitraries.just(new Command.Reopen())),
                Tuple.of(
                        1,
                        Combinators.combine(tenants, Arbitraries.integers().between(0, 3))
                                .as((tenant, dice) -> new Command.Tenants(tenant, dice == 0))));
    }
}
