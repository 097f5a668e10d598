package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.junit.jupiter.api.Test;

/** The format of the seal never changes: these digests were taken by another program. */
class SealTest {
    private static final TeamKey KEY = TeamKey.of(TeamId.of("münchen-ilt"), SchoolYear.startingIn(2026));

    /**
     * {@code printf 'ilt-entry/1\nilt\n2026-27\n1\n1788249600000000\np-ana\nnote\n1\na\n0\n000…\n{"basedOn":[],"id":"a",
     * "words":"words of a"}' | sha256sum}, with 64 zeros and without the line break and blank in the body.
     */
    @Test
    void theSealOfAFirstEntryIsTheDigestOfTheDocumentedBytes() {
        Entry entry = TeamRecord.empty(Note.KEY)
                .with(Note.START, Note.ANA, Note.of("a"))
                .entries()
                .get(0);
        assertThat(entry.digest().hex()).isEqualTo("4a2157da18ec8777c5cec8ca7c6dc366311d13f374958d3f1d0e61d628006839");
    }

    /**
     * {@code printf 'ilt-entry/1\nmünchen-ilt\n2026-27\n3\n-62135596799999999\np-ана\nnote\n2\nétude/😀\n2\na\nb
     * "q"\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n{"words":"né ☃ 😀 \\\\n"}' | sha256sum} in a
     * UTF-8 locale, {@code b "q"} on one line; the predecessor is the SHA-256 of {@code abc} (FIPS 180-4).
     */
    @Test
    void theSealOfAnEntryInManyScriptsIsTheDigestOfItsBytesInUtf8() {
        Entry entry = Entry.builder()
                .sequence(3)
                .id(EntryId.of("étude/😀"))
                .kind("note")
                .version(2)
                .cites(List.of(EntryId.of("a"), EntryId.of("b \"q\"")))
                .recordedAt(Instant.parse("0001-01-01T00:00:00.000001Z"))
                .recordedBy(PersonId.of("p-ана"))
                .text("{\"words\":\"né ☃ 😀 \\\\n\"}")
                .previous(Digest.ofText("abc"))
                .digest(Digest.of("fa97d70d449b68805b5e90bc4aea725c30fbe0add253d24d327b65eb7675f848"))
                .build();
        assertThat(Digest.ofText("abc"))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new Seal(KEY).of(entry)).isEqualTo(entry.digest());
        assertThat(new Seal(KEY).fits(entry)).isTrue();
        assertThat(new Seal(Note.KEY).fits(entry)).isFalse();
    }

    @Property(tries = 100)
    void oneSealTakesTheDigestsOfManyEntries(@ForAll long seed) {
        Random random = new Random(seed);
        Seal seal = new Seal(KEY);
        for (int i = 0; i < 5; i++) {
            long micros = random.nextLong() >> (1 + random.nextInt(62));
            Entry entry = Entry.builder()
                    .sequence(1 + (random.nextLong() >>> (1 + random.nextInt(62))))
                    .id(EntryId.of("id" + "é☃x".repeat(random.nextInt(20))))
                    .kind("note")
                    .version(1 + random.nextInt(1000))
                    .recordedAt(Instant.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000))
                    .recordedBy(Note.ANA)
                    .text("x😀é".repeat(random.nextInt(9000)))
                    .previous(Digest.ofText("p" + seed))
                    .digest(Digest.NONE)
                    .build();
            assertThat(seal.of(entry)).isEqualTo(Digest.ofBytes(PlainVerifier.bytes(KEY, entry)));
        }
    }

    @Property(tries = 300)
    void aDigestIsItsDigits(@ForAll long seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        Digest digest = Digest.ofSum(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        assertThat(digest.hex()).isEqualTo(hex);
        assertThat(Digest.of(hex)).isEqualTo(digest).hasSameHashCodeAs(digest);
        assertThat(digest.isSum(bytes)).isTrue();
        bytes[new Random(seed).nextInt(32)] ^= 4;
        assertThat(digest.isSum(bytes)).isFalse();
        assertThat(Digest.ofSum(bytes)).isNotEqualTo(digest);
    }
}
