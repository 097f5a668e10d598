package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;
import org.iltlib.store.contract.Section;
import org.iltlib.store.contract.StoreContract;
import org.iltlib.store.contract.StoreUnderTest;
import org.iltlib.store.memory.MemoryStore;
import org.iltlib.team.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorStoreTest {
    private static final TenantId TENANT = TenantId.of("district-7");
    private static final TeamKey KEY = TeamKey.of(TeamId.of("lincoln-ilt"), SchoolYear.startingIn(2026));

    @TempDir
    Path folder;

    private static TeamRecord with(TeamRecord record, String... ids) {
        Team[] teams = Stream.of(ids)
                .map(id -> Team.builder()
                        .id(EntryId.of(id))
                        .team(KEY.team())
                        .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                        .unit(OrgUnitId.of("lincoln"))
                        .name("Équipe 😀")
                        .formed(LocalDate.of(2026, 8, 24))
                        .build())
                .toArray(Team[]::new);
        return record.with(Instant.parse("2026-09-01T12:00:00Z"), PersonId.of("p-1"), teams);
    }

    private RecordStore records() {
        return new VendorStore(folder).forTenant(TENANT);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Stands for a reader's store. */
    private static final class MyStore {
        private static final AtomicInteger NUMBER = new AtomicInteger();

        static Store openEmpty() {
            NUMBER.incrementAndGet();
            return reopen();
        }

        static Store reopen() {
            return Stores.open("jdbc:h2:mem:readme-" + NUMBER.get() + ";DB_CLOSE_DELAY=-1");
        }
    }

    /** {@link ReadmeTest} holds the README against these lines. */
    @Test
    void theLinesOfTheReadmeHoldAStoreAgainstTheContract() {
        // spotless:off
        StoreUnderTest mine = StoreUnderTest.of(MyStore::openEmpty, MyStore::reopen);
        StoreContract.checks(Set.of(Section.RECORDS, Section.TENANTS, Section.LIFECYCLE, Section.REOPEN))
                .forEach(check -> check.verify(mine));
        // spotless:on
    }

    @Test
    void itHasFewerThan150Lines() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/java/org/iltlib/examples/VendorStore.java")))
                .hasSizeLessThan(150);
    }

    @Test
    void whatACrashLeftOfAnAppendIsNotRead() throws IOException {
        TeamRecord before = records().append(with(TeamRecord.empty(KEY), "a", "b"));
        TeamRecord after = records().append(with(before, "c", "d"));
        Path last = files().get(1);
        byte[] batch = Files.readAllBytes(last);
        Files.delete(last);
        for (int bytes = 0; bytes <= batch.length; bytes++) {
            Path beside = Files.createTempFile(last.getParent(), "", ".tmp");
            Files.write(beside, Arrays.copyOf(batch, bytes));
            assertThat(records().load(KEY)).as("%s bytes", bytes).isEqualTo(before);
            if (bytes % 100 == 0 || bytes == batch.length) {
                assertThat(records().append(with(before, "c", "d"))).isEqualTo(after);
                assertThat(records().load(KEY)).isEqualTo(after);
                Files.delete(last);
            }
            Files.delete(beside);
        }
    }

    @Test
    void aFileThatWasCutShortAfterwardsNeverShowsHalfAnEntry() throws IOException {
        TeamRecord record = records().append(with(TeamRecord.empty(KEY), "a"));
        record = records().append(with(record, "b", "c"));
        Path last = files().get(1);
        byte[] batch = Files.readAllBytes(last);
        for (int bytes = 0; bytes < batch.length; bytes++) {
            Files.write(last, Arrays.copyOf(batch, bytes));
            TeamRecord[] read = new TeamRecord[1];
            Throwable refusal = catchThrowable(() -> read[0] = records().load(KEY));
            if (refusal == null) {
                assertThat(record.entries())
                        .as("%s bytes", bytes)
                        .startsWith(read[0].entries().toArray(new Entry[0]));
            } else {
                assertThat(refusal).as("%s bytes", bytes).isInstanceOf(StoreException.class);
            }
        }
    }

    @Test
    void aFirstAppendThatCrashedLeavesNoRecord() throws IOException {
        records().append(with(TeamRecord.empty(KEY), "a"));
        Path only = files().get(0);
        Files.move(only, only.resolveSibling("1.tmp"));
        assertThat(records().keys()).isEmpty();
        assertThat(records().load(KEY).revision()).isZero();
        assertThat(records().append(with(TeamRecord.empty(KEY), "a")).revision())
                .isEqualTo(1);
    }

    @Test
    void twoProcessesOnOneFolderTakeTurns() {
        List<Thread> processes = IntStream.range(0, 4)
                .mapToObj(process -> new Thread(() -> {
                    RecordStore mine = records();
                    for (int i = 0; i < 10; ) {
                        try {
                            mine.append(with(mine.load(KEY), process + "/" + i));
                            i++;
                        } catch (StaleRecordException e) {
                            Thread.onSpinWait();
                        }
                    }
                }))
                .toList();
        processes.forEach(Thread::start);
        processes.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(records().load(KEY).revision()).isEqualTo(40);
        assertThat(records().load(KEY).verify().holds()).isTrue();
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        RecordStore records = new VendorStore(file).forTenant(TENANT);
        assertThat(catchThrowable(() -> records.append(with(TeamRecord.empty(KEY), "a"))))
                .isInstanceOf(StoreException.class);
    }

    private static String run(int expected, ContractRun run, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = run.run(args, print, print);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itHonoursTheContractAndTheProgramTicksEverySentence() throws IOException {
        String printed = run(0, new ContractRun("VendorStore", VendorStore::new), "--folder", folder.toString());
        long sentences = StoreContract.checks(ContractRun.SECTIONS).count();
        assertThat(printed.lines().filter(line -> line.startsWith("✓ "))).hasSize((int) sentences);
        assertThat(printed).endsWith(sentences + " of " + sentences + " sentences hold for VendorStore.\n");
        assertThat(files()).isNotEmpty();
    }

    @Test
    void theProgramCrossesWhatDoesNotHold() {
        ContractRun forgetful = new ContractRun("Forgetful", folder -> new MemoryStore());
        assertThat(run(1, forgetful)).contains("✗ what was appended is there after closing and opening\n  Not so: ");
    }

    @Test
    void theProgramRefusesOptionsThatThereAreNot() throws IOException {
        ContractRun run = new ContractRun("VendorStore", VendorStore::new);
        assertThat(run(2, run, "--place", "x")).startsWith("Unknown option \"--place\".");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(run(2, run, "--folder", file.toString())).startsWith("The folder cannot be used");
    }
}
