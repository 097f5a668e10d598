package org.iltlib.examples.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;

/**
 * Kills writers at random moments and inspects what they leave, again and again on the same stores. What the operating
 * system has taken survives such a kill, so this tries the order of writes and recovery, not a loss of power.
 */
public final class CrashRounds {
    private static final int ROUNDS_A_YEAR = 10;
    private static final int FIRST_YEAR = 2000;
    private static final int HANGS_AFTER = 120;
    /** SIGKILL where there are signals; elsewhere a process ended by another has code 1. */
    private static final int KILLED = File.separatorChar == '/' ? 128 + 9 : 1;

    private final Path folder;
    private final List<Subject> subjects;
    private final Random random;
    private final long seed;

    /**
     * Rounds on those stores.
     *
     * @param folder where what the writers complain of is kept
     * @param subjects the stores
     * @param seed decides when to kill and what is written
     */
    public CrashRounds(Path folder, List<Subject> subjects, long seed) {
        this.folder = folder;
        this.subjects = List.copyOf(subjects);
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** How a round ends. */
    private enum Kill {
        OPENING,
        WRITING,
        SERVER
    }

    /** One store on its way through the rounds. */
    private static final class Course {
        private final Subject subject;
        private final Tally tally = new Tally();
        private final Ledger ledger = new Ledger(tally);
        private int kills;
        private int serverKills;

        Course(Subject subject) {
            this.subject = subject;
        }
    }

    /**
     * Runs so many rounds: in each, a writer is killed on every store. Then the servers are killed while writers write.
     * Ends early with the first fault.
     *
     * @param rounds how many
     * @param serverKills how often each server is killed besides
     * @param out where each store's course is told
     * @return what was found in all
     */
    public Tally run(int rounds, int serverKills, PrintStream out) {
        List<Course> courses = subjects.stream().map(Course::new).toList();
        Tally total = new Tally();
        for (int round = 0; round < rounds && courses.stream().allMatch(c -> c.tally.isWhole()); round++) {
            for (Course course : courses) {
                round(course, random.nextInt(8) == 0 ? Kill.OPENING : Kill.WRITING);
            }
            total.round();
        }
        for (Course course : courses) {
            for (int i = 0; i < serverKills && course.subject.server().isPresent() && course.tally.isWhole(); i++) {
                round(course, Kill.SERVER);
            }
            if (course.tally.isWhole()) {
                inspect(course, true);
            }
            Tally tally = course.tally;
            out.println(course.subject.name() + ": " + course.kills + " writers killed"
                    + (course.serverKills == 0 ? "" : ", the server " + course.serverKills + " times") + "; "
                    + tally.acknowledgements() + " writes acknowledged, " + tally.storedWithout()
                    + " found stored without.");
            tally.faults().forEach(out::println);
            total.add(tally);
        }
        return total;
    }

    private void round(Course course, Kill kill) {
        int year = FIRST_YEAR + (course.kills / ROUNDS_A_YEAR);
        Process writer = start(course, year);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            long patience = kill == Kill.OPENING ? random.nextInt(900) : HANGS_AFTER * 1_000L;
            ScheduledFuture<?> death = timer.schedule(() -> kill(writer), patience, TimeUnit.MILLISECONDS);
            long untilKill = kill == Kill.OPENING ? Long.MAX_VALUE : 3 + random.nextInt(250);
            boolean server = kill == Kill.SERVER;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                course.ledger.accept(line);
                if (--untilKill != 0) {
                    continue;
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));
                if (server) {
                    PostgresServer killed = course.subject.server().orElseThrow();
                    killed.kill();
                    course.serverKills++;
                    killed.restart();
                    server = false;
                    untilKill = 20L + random.nextInt(100);
                } else {
                    kill(writer);
                }
            }
            int code = writer.waitFor();
            death.cancel(false);
            if (code != KILLED) {
                throw new IllegalStateException(
                        "The writer was not killed, but ended by itself with " + code + ". " + complaints());
            }
            if (kill != Kill.OPENING && untilKill > 0) {
                throw new IllegalStateException("The writer has hung. " + complaints());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The writer cannot be heard.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            timer.shutdownNow();
            kill(writer);
        }
        course.kills++;
        inspect(course, false);
    }

    private Process start(Course course, int year) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            course.subject.address(),
                            Integer.toString(year),
                            Long.toString(seed * 1_000_003 + course.kills))
                    .redirectError(complaintsFile().toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("No writer can be started.", e);
        }
    }

    /** By its handle, which leaves the pipe open: what the writer has said is still to be read. */
    private static void kill(Process writer) {
        writer.toHandle().destroyForcibly();
    }

    private Path complaintsFile() {
        return folder.resolve("writer.log");
    }

    private String complaints() throws IOException {
        return Files.readString(complaintsFile());
    }

    private void inspect(Course course, boolean everything) {
        course.subject.settle();
        try (Store store = Stores.open(course.subject.address())) {
            Inspection inspection = new Inspection(store.forTenant(Writer.TENANT), course.ledger, course.tally);
            if (everything) {
                inspection.inspectAll();
            } else {
                inspection.inspect(FIRST_YEAR + ((course.kills - 1) / ROUNDS_A_YEAR));
            }
        } catch (StoreException e) {
            course.tally.torn("the store cannot be read after the kill: " + e.getMessage());
        }
    }
}
