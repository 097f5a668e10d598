package org.iltlib.examples.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.iltlib.store.StoreException;

/**
 * A real PostgreSQL server with everything on that makes its commits durable, and that can be killed like a machine
 * that loses its power, but for what the operating system has cached.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String WRITER = "ilt-crash-writer";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Path data;
    private EmbeddedPostgres postgres;

    private PostgresServer(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    /**
     * Starts a server on that data folder, which is made if it is not there.
     *
     * @throws StoreException if it does not start, or does not force its commits to disk
     */
    public static PostgresServer start(Path data) {
        PostgresServer server = new PostgresServer(data, open(data, 0));
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!server.ask("SHOW " + setting).equals("on")) {
                server.close();
                throw new StoreException("PostgreSQL runs with " + setting + " off; nothing is proved so.");
            }
        }
        return server;
    }

    private static EmbeddedPostgres open(Path data, int port) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(Path.of(data + ".log").toFile());
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(LONGEST)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on");
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException | IllegalStateException e) {
            throw new StoreException("PostgreSQL does not start in " + data + ".", e);
        }
    }

    /** Where the store is; connections made there are the writer's. */
    String address() {
        return postgres.getJdbcUrl("postgres", "postgres") + "&ApplicationName=" + WRITER;
    }

    /**
     * Kills the server and all its processes at once, by SIGKILL where the system has it, and waits until they are gone.
     *
     * @return how many processes were killed
     */
    int kill() {
        ProcessHandle postmaster = ProcessHandle.of(pid())
                .orElseThrow(() -> new StoreException("The server is gone before it was killed."));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        // The first goes first: it could start others, and would have those that are left stop in order.
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new StoreException("A killed process of the server does not end.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return all.size();
    }

    /** Starts the killed server again, on the same data and at the same address. */
    void restart() {
        int port = postgres.getPort();
        close();
        postgres = open(data, port);
    }

    /** Waits until no connection of the writer is left, whose last commit might still be under way. */
    void awaitNoWriter() {
        long end = System.nanoTime() + LONGEST.toNanos();
        String sql = "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = '" + WRITER + "'";
        while (!ask(sql).equals("0")) {
            if (System.nanoTime() > end) {
                throw new StoreException("The killed writer's connections do not end.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private String ask(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new StoreException("PostgreSQL does not answer.", e);
        }
    }

    /** Stops the server; its data stay. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new StoreException("PostgreSQL does not stop.", e);
        }
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new StoreException("The server has left no number of its process in " + data + ".", e);
        }
    }
}
