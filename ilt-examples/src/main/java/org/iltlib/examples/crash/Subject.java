package org.iltlib.examples.crash;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A store to crash on.
 *
 * @param name what it is called in the report
 * @param address where the writer and the inspection open it
 * @param server the server that can be killed too, if there is one
 */
public record Subject(String name, String address, Optional<PostgresServer> server) implements AutoCloseable {

    /** An H2 file in that folder. */
    public static Subject h2(Path folder) {
        return new Subject("H2 file", "jdbc:h2:" + folder.toAbsolutePath().resolve("h2"), Optional.empty());
    }

    /** An SQLite file in that folder. */
    public static Subject sqlite(Path folder) {
        return new Subject("SQLite", "jdbc:sqlite:" + folder.toAbsolutePath().resolve("sqlite.db"), Optional.empty());
    }

    /** A PostgreSQL server of its own, its data in that folder; closing the subject stops it. */
    public static Subject postgresql(Path folder) {
        PostgresServer server = PostgresServer.start(folder.toAbsolutePath().resolve("postgresql"));
        return new Subject("PostgreSQL", server.address(), Optional.of(server));
    }

    /** Waits until nothing of a killed writer is at work any more. */
    void settle() {
        server.ifPresent(PostgresServer::awaitNoWriter);
    }

    /** Stops the server, if there is one. */
    @Override
    public void close() {
        server.ifPresent(PostgresServer::close);
    }
}
