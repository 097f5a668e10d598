package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.record.Verification.Breach;
import org.iltlib.record.Verification.Fault;

class VerificationProperties {

    private static TeamRecord record(Random random, int size) {
        TeamRecord record = TeamRecord.empty(Note.KEY);
        for (int i = 0; i < size; i++) {
            String[] cites = i == 0 ? new String[0] : new String[] {"e" + random.nextInt(i)};
            record = record.with(Note.START.plusSeconds(i + random.nextInt(2)), Note.ANA, Note.of("e" + i, cites));
        }
        return record;
    }

    /** One to three changes, each sealed anew in half of the cases, as a forger would. */
    private static List<Entry> tampered(Random random, TeamRecord record) {
        List<Entry> entries = new ArrayList<>(record.entries());
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && entries.size() > 1; i++) {
            int at = random.nextInt(entries.size());
            int other = random.nextInt(entries.size());
            Entry entry = entries.get(at);
            switch (random.nextInt(9)) {
                case 0 -> entries.remove(at);
                case 1 -> entries.add(other, entries.remove(at));
                case 2 -> entries.add(other, entry);
                case 3 -> entries.subList(at, Math.min(entries.size(), at + 3)).clear();
                case 4 ->
                    entries.set(at, sealed(random, entry.toBuilder().text("{}").build()));
                case 5 ->
                    entries.set(
                            at,
                            sealed(
                                    random,
                                    entry.toBuilder()
                                            .sequence(1 + random.nextInt(20))
                                            .build()));
                case 6 ->
                    entries.set(
                            at,
                            sealed(
                                    random,
                                    entry.toBuilder()
                                            .addCites(EntryId.of("e" + other))
                                            .build()));
                case 7 ->
                    entries.set(
                            at,
                            sealed(
                                    random,
                                    entry.toBuilder()
                                            .id(EntryId.of("e" + other))
                                            .build()));
                default -> {
                    Entry copy = sealed(
                            random, entry.toBuilder().recordedAt(Note.START).build());
                    entries.add(other, copy);
                    relink(entries, other);
                }
            }
            if (random.nextInt(8) == 0 && !entries.isEmpty()) {
                relink(entries, random.nextInt(entries.size()));
            }
        }
        return entries;
    }

    private static Entry sealed(Random random, Entry entry) {
        return random.nextBoolean()
                ? entry
                : entry.toBuilder().digest(new Seal(Note.KEY).of(entry)).build();
    }

    /** Chains everything from that index on anew: a forgery that only other checks can tell. */
    private static void relink(List<Entry> entries, int from) {
        for (int i = from; i < entries.size(); i++) {
            Entry linked = entries.get(i).toBuilder()
                    .previous(i == 0 ? Digest.NONE : entries.get(i - 1).digest())
                    .build();
            entries.set(
                    i, linked.toBuilder().digest(new Seal(Note.KEY).of(linked)).build());
        }
    }

    @Property(tries = 1200)
    void inMemoryAndStreamedVerifyingSayWhatThePlainVerifierSays(
            @ForAll long seed, @ForAll @IntRange(max = 12) int size, @ForAll @IntRange(max = 14) int kept) {
        Random random = new Random(seed);
        TeamRecord record = record(random, size);
        Checkpoint checkpoint = random.nextInt(4) == 0
                ? record(random, kept).checkpoint()
                : record.asOf(Note.START.plusSeconds(kept)).checkpoint();
        List<Entry> entries = tampered(random, record);
        TeamRecord suspect = TeamRecord.of(Note.KEY, entries, 0);
        assertThat(suspect.verify()).isEqualTo(new PlainVerifier(Note.KEY, entries).verify());
        Verification plain = new PlainVerifier(Note.KEY, entries).verify(checkpoint);
        assertThat(suspect.verify(checkpoint)).isEqualTo(plain);
        Verification streamed = Verification.of(checkpoint, entries.stream());
        assertThat(streamed.checked()).isEqualTo(plain.checked());
        assertThat(streamed.fault().map(Fault::breach)).isEqualTo(plain.fault().map(Fault::breach));
        assertThat(streamed.fault().map(Fault::place)).isEqualTo(plain.fault().map(Fault::place));
    }

    /** Any bit of any character of any field of any entry; ids and times as far as they are still ids and times. */
    @Property(tries = 1200)
    void aFlippedBitAnywhereIsFoundAndItsPlaceNamed(
            @ForAll @IntRange(max = 7) int place,
            @ForAll @IntRange(max = 9) int field,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll @IntRange(max = 15) int bit) {
        List<Entry> entries = new ArrayList<>(Note.chain(8).entries());
        Entry entry = entries.get(place);
        Optional<Entry> flipped = flipped(entry, field, at, bit);
        if (flipped.isEmpty()) {
            return;
        }
        entries.set(place, flipped.get());
        Fault fault = TeamRecord.of(Note.KEY, entries, 8).verify().fault().orElseThrow();
        assertThat(fault.place()).isEqualTo(place + 1L);
        assertThat(fault.breach()).isEqualTo(Breach.ALTERED);
        assertThat(Verification.of(Note.KEY, entries.stream()).fault()).contains(fault);
    }

    /** Empty if the entry cannot even be made, so that no store can give it. */
    private static Optional<Entry> flipped(Entry entry, int field, int at, int bit) {
        try {
            Entry.Builder builder = entry.toBuilder();
            switch (field) {
                case 0 -> builder.sequence(entry.sequence() ^ (1L << (at % 31)));
                case 1 -> builder.id(EntryId.of(flip(entry.id().value(), at, bit)));
                case 2 -> builder.kind(flip(entry.kind(), at, bit));
                case 3 -> builder.version(entry.version() ^ (1 << (at % 31)));
                case 4 ->
                    builder.recordedAt(
                            Instant.EPOCH.plusNanos((Seal.micros(entry.recordedAt()) ^ (1L << (at % 50))) * 1000));
                case 5 -> builder.recordedBy(PersonId.of(flip(entry.recordedBy().value(), at, bit)));
                case 6 -> builder.previous(Digest.of(flipHex(entry.previous().hex(), at, bit)));
                case 7 -> builder.digest(Digest.of(flipHex(entry.digest().hex(), at, bit)));
                case 8 ->
                    builder.cites(entry.cites().stream()
                            .map(cited -> EntryId.of(flip(cited.value(), at, bit)))
                            .toList());
                default -> builder.text(flip(entry.text(), at, bit));
            }
            Entry flipped = builder.build();
            return Optional.of(flipped).filter(other -> !other.equals(entry));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String flip(String text, int at, int bit) {
        char[] characters = text.toCharArray();
        characters[at % characters.length] ^= (char) (1 << bit);
        return new String(characters);
    }

    private static String flipHex(String hex, int at, int bit) {
        char[] digits = hex.toCharArray();
        int value = Character.digit(digits[at % 64], 16) ^ (1 << (bit % 4));
        digits[at % 64] = Character.forDigit(value, 16);
        return new String(digits);
    }
}
