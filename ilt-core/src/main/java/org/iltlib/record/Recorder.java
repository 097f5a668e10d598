package org.iltlib.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Makes sealed entries of values, to follow a record; refuses what no record may hold. */
final class Recorder {
    private static final int DEEPEST = 500;
    private static final int LONGEST_TEXT = 20_000_000;
    private static final int LONGEST_NAME = 50_000;
    private static final int MOST_DIGITS = 1_000;

    private final TeamRecord record;
    private final Instant at;
    private final PersonId by;
    private final Seal seal;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<EntryId, Entry> added = new HashMap<>();
    private Digest previous;

    Recorder(TeamRecord record, Instant at, PersonId by) {
        this.record = record;
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.by = by;
        this.seal = new Seal(record.key());
        this.previous = record.checkpoint().head();
    }

    List<Entry> entries(List<? extends Recordable> values) {
        long revision = record.revision();
        if (revision > 0) {
            Instant last = record.entries().get((int) revision - 1).recordedAt();
            Checks.require(
                    !at.isBefore(last),
                    "at is %s, before the last entry's %s. Expected time to go on. Maybe a clock was set back.",
                    at,
                    last);
        }
        for (Recordable value : values) {
            Entry entry = entry(value);
            entries.add(entry);
            added.put(entry.id(), entry);
            previous = entry.digest();
        }
        return entries;
    }

    private Entry entry(Recordable value) {
        EntryId id = value.id();
        Kind<? extends Recordable> kind = value.kind();
        List<EntryId> cites = value.basedOn();
        Checks.require(
                find(id).isEmpty(),
                "There is an entry \"%s\" already. Expected a new id. Maybe record a correction that cites it.",
                id);
        if (cites.size() > 1) {
            Checks.distinct(cites, "basedOn of \"" + id + "\"");
        }
        for (EntryId cited : cites) {
            Checks.require(
                    find(cited).isPresent(),
                    "Entry \"%s\" cites \"%s\", which is not recorded. Maybe record it first.",
                    id,
                    cited);
        }
        if (value instanceof Reference reference) {
            Checks.require(
                    !reference.key().equals(record.key()),
                    "Reference \"%s\" is to this very record. Expected another. Maybe cite \"%s\" itself.",
                    id,
                    reference.entry());
        } else if (value instanceof Correction correction) {
            long corrected = find(correction.corrected()).orElseThrow().sequence();
            Checks.require(
                    find(correction.replacement()).orElseThrow().sequence() > corrected,
                    "Correction \"%s\" replaces \"%s\" by \"%s\", which was recorded before it. Expected a replacement"
                            + " recorded after it. Maybe withdraw the correction that took it out of place, or record"
                            + " it anew.",
                    id,
                    correction.corrected(),
                    correction.replacement());
        }
        Node body = kind.write(value);
        check(body, 0, id);
        Entry.Builder entry = Entry.builder()
                .sequence(record.revision() + entries.size() + 1L)
                .id(id)
                .kind(kind.name())
                .version(kind.version())
                .cites(cites)
                .recordedAt(at)
                .recordedBy(by)
                .text(CanonicalJson.write(body))
                .previous(previous)
                .digest(Digest.NONE);
        return entry.digest(seal.of(entry.build())).build();
    }

    private Optional<Entry> find(EntryId id) {
        Entry here = added.get(id);
        return here == null ? record.find(id) : Optional.of(here);
    }

    /** Refuses what {@link CanonicalJson#read} would refuse, so that what is written can be read. */
    private static void check(Node node, int depth, EntryId id) {
        if (node instanceof Node.Text text) {
            Checks.require(
                    text.value().length() <= LONGEST_TEXT,
                    "Entry \"%s\" holds a text of %s characters. Expected at most %s. Maybe it should be a dataset.",
                    id,
                    text.value().length(),
                    LONGEST_TEXT);
        } else if (node instanceof Node.Numeral numeral) {
            Checks.require(
                    digits(numeral) <= MOST_DIGITS,
                    "Entry \"%s\" holds a number of %s digits. Expected at most %s.",
                    id,
                    digits(numeral),
                    MOST_DIGITS);
            long exponent = (long) numeral.value().precision() - numeral.value().scale() - 1;
            Checks.require(
                    exponent == (int) exponent,
                    "Entry \"%s\" holds a number of the order of 10^%s. Expected an exponent of at most 9 digits.",
                    id,
                    exponent);
        } else if (node instanceof Node.Items items) {
            checkDepth(depth + 1, id);
            for (Node item : items.values()) {
                check(item, depth + 1, id);
            }
        } else if (node instanceof Node.Fields fields) {
            checkDepth(depth + 1, id);
            fields.values().forEach((name, value) -> {
                Checks.require(
                        name.length() <= LONGEST_NAME,
                        "Entry \"%s\" holds a property whose name has %s characters. Expected at most %s.",
                        id,
                        name.length(),
                        LONGEST_NAME);
                check(value, depth + 1, id);
            });
        }
    }

    private static void checkDepth(int depth, EntryId id) {
        Checks.require(
                depth <= DEEPEST, "Entry \"%s\" is nested deeper than %s levels. Maybe make it flatter.", id, DEEPEST);
    }

    /** As many as are written, those of an exponent included. */
    private static long digits(Node.Numeral numeral) {
        int precision = numeral.value().precision();
        return precision + 32 <= MOST_DIGITS
                ? precision
                : CanonicalJson.write(numeral)
                        .chars()
                        .filter(Character::isDigit)
                        .count();
    }
}
