package org.iltlib.exchange.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iltlib.exchange.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneRosterTest {
    private static final Roster SMALL = Roster.of(List.of(
            RosterRow.of(OneRosterFile.ORGS, "org-1")
                    .with("name", "Lincoln, \"K-3\"")
                    .with("type", "school"),
            RosterRow.of(OneRosterFile.USERS, "p-1")
                    .with("enabledUser", "true")
                    .with("username", "p-1")
                    .with("givenName", "p")
                    .with("familyName", "1")
                    .with("primaryOrgSourcedId", "org-1")
                    .with("metadata.seat", "teacher"),
            RosterRow.of(OneRosterFile.ROLES, "r-1")
                    .with("userSourcedId", "p-1")
                    .with("roleType", "primary")
                    .with("role", "teacher")
                    .with("beginDate", "2026-08-20")
                    .with("orgSourcedId", "org-1")));

    @Test
    void aRosterIsWrittenAndReadBack(@TempDir Path folder) throws IOException {
        OneRosterWriter writer = OneRosterWriter.withDefaults().withSystemName("Lincoln");
        writer.writeZip(SMALL, folder.resolve("a.zip"));
        writer.writeZip(SMALL, folder.resolve("b.zip"));
        writer.writeDirectory(SMALL, folder.resolve("dir"));
        assertThat(OneRosterReader.strict().read(folder.resolve("a.zip")).roster())
                .contains(SMALL);
        assertThat(OneRosterReader.strict().read(folder.resolve("dir")).roster())
                .contains(SMALL);
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
        assertThat(Files.readString(folder.resolve("dir/manifest.csv")))
                .contains("file.orgs,bulk\r\n", "file.results,absent");
    }

    @Test
    void aRosterWithAReferenceToNowhereIsNotWritten() {
        Roster loose = Roster.of(List.of(RosterRow.of(OneRosterFile.ORGS, "o")
                .with("name", "x")
                .with("type", "school")
                .with("parentSourcedId", "none")));
        assertThatThrownBy(() -> OneRosterWriter.withDefaults().write(loose))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.problems()).hasSize(1))
                .hasMessageContaining("parentSourcedId");
    }

    @Test
    void theCleanPackageHasNoErrorAndEveryRowIsAccounted() {
        RosterImport read = OneRosterReader.strict().read(SharedFolder.path("exchange/oneroster/grand-bend-1.2-bulk"));
        assertThat(read.report().diagnostics()).isEmpty();
        Roster roster = read.roster().orElseThrow();
        assertThat(roster.rows()).hasSize(2354);
        assertThat(roster.list(OneRosterFile.ENROLLMENTS)).hasSize(588);
        assertThat(OneRosterReader.strict().read(toBytes(roster)).roster()).contains(roster);
    }

    private static java.util.Map<String, byte[]> toBytes(Roster roster) {
        java.util.Map<String, byte[]> bytes = new java.util.TreeMap<>();
        OneRosterWriter.withDefaults()
                .write(roster)
                .forEach((name, text) -> bytes.put(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return bytes;
    }

    @Test
    void versionElevenBecomesUsersAndRoles() {
        RosterImport read = OneRosterReader.strict().read(SharedFolder.path("exchange/oneroster/grand-bend-1.1-bulk"));
        assertThat(read.report().diagnostics()).isEmpty();
        assertThat(read.roster().orElseThrow().list(OneRosterFile.USERS)).hasSize(145);
        assertThat(read.roster().orElseThrow().list(OneRosterFile.ROLES)).hasSize(145);
    }

    @Test
    void aDeltaIsReadWithoutItsBulk() {
        RosterImport read = OneRosterReader.strict().read(SharedFolder.path("exchange/oneroster/grand-bend-1.2-delta"));
        assertThat(read.report().diagnostics()).isEmpty();
        assertThat(read.roster().orElseThrow().rows()).hasSize(7);
    }

    @Test
    void theDirtyPackageIsJudgedAsItsListSays() throws IOException {
        Path folder = SharedFolder.path("exchange/oneroster/grand-bend-1.2-dirty");
        List<String> expected = Files.readAllLines(folder.resolve("EXPECTED.csv"));
        RosterImport strict = OneRosterReader.strict().read(folder);
        RosterImport lenient = OneRosterReader.lenient().read(folder);
        assertThat(strict.roster()).isEmpty();
        assertThat(lenient.roster()).isPresent();
        for (String line : expected.subList(1, expected.size())) {
            String[] cells = line.split(",", 4);
            String severity = line.replace("\"", "").contains(",error,error") ? "ERROR" : "WARNING";
            if (!line.endsWith("none")) {
                assertThat(strict.report().listErrors()).as(line).anyMatch(one -> matches(one, cells));
                assertThat(lenient.report().diagnostics())
                        .as(line)
                        .anyMatch(one ->
                                matches(one, cells) && one.severity().name().equals(severity));
            }
        }
        assertThat(strict.report().listErrors()).as(strict.report().toString()).hasSize(expected.size() - 2);
        assertThat(lenient.report().accounts())
                .allMatch(one -> one.read() == one.accepted() + one.repaired() + one.refused());
        assertThat(lenient.report().toString()).contains("enrollments.csv: 6 rows");
    }

    private static boolean matches(Diagnostic one, String[] cells) {
        return one.file().equals(cells[0])
                && (cells[1].isEmpty() || one.record().map(String::valueOf).equals(java.util.Optional.of(cells[1])))
                && (cells[2].isEmpty() || one.column().orElse("").equalsIgnoreCase(cells[2]));
    }

    @Test
    void passwordsAreNeverKeptAndCellsNeverRepeated(@TempDir Path folder) throws IOException {
        OneRosterWriter.withDefaults().writeDirectory(SMALL, folder);
        Path users = folder.resolve("users.csv");
        String text = Files.readString(users);
        Files.writeString(users, text.replace("p-1,true,", "p-1,SECRET,").replaceFirst("(\r\np-1.*)", "$1"));
        String header = text.substring(0, text.indexOf("\r\n"));
        String row = "p-1" + ",".repeat(header.split(",").length - 1);
        String[] cells = row.split(",", -1);
        List<String> names = List.of(header.split(","));
        cells[names.indexOf("enabledUser")] = "SECRET1";
        cells[names.indexOf("password")] = "SECRET2";
        Files.writeString(users, header + "\r\n" + String.join(",", cells) + "\r\n");
        RosterImport read = OneRosterReader.lenient().read(folder);
        assertThat(read.toString() + read.report()).doesNotContain("SECRET");
        assertThatThrownBy(() -> RosterRow.of(OneRosterFile.USERS, "u").with("password", "x"))
                .hasMessageContaining("never part");
    }

    @Test
    void hostilePackagesAreRefused(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("x.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../orgs.csv"));
            out.write(new byte[10_000]);
        }
        assertThatThrownBy(() -> OneRosterReader.strict().read(zip)).hasMessageContaining("path");
        Files.writeString(folder.resolve("no.zip"), "no zip");
        assertThatThrownBy(() -> OneRosterReader.strict().read(folder.resolve("no.zip")))
                .isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> OneRosterReader.strict().read(folder.resolve("none")))
                .isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> OneRosterReader.strict().withMaxBytes(5).read(folder))
                .hasMessageContaining("5 bytes");
        Files.write(folder.resolve("orgs.csv"), new byte[] {(byte) 0xe9, 10});
        assertThat(OneRosterReader.strict().read(folder).report().toString())
                .contains("csv.encoding", "manifest.missing");
        Files.writeString(folder.resolve("orgs.csv"), "sourcedId,name\n1,\"One\n2,Two\n");
        assertThat(OneRosterReader.lenient().read(folder).report().toString())
                .contains("csv.syntax")
                .contains("beyond record 1. Maybe a quotation mark is never closed");
    }
}
