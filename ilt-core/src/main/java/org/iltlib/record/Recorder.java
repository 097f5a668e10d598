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
import org.iltlib.decision.Decision;
import org.iltlib.finding.Finding;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Makes sealed entries of values, to follow a record; refuses what no record may hold. */
final class Recorder {
    /** A little less than JSON may have, so that an entry can stand inside of something else, such as a line. */
    private static final int DEEPEST = 490;

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
        values.forEach(this::checkFitness);
        return entries;
    }

    /** After all are here, so that a finding is judged by a statement of the same call, whichever comes first. */
    private void checkFitness(Recordable value) {
        if (value instanceof Finding finding && finding.use().isPresent()) {
            FitnessGate gate = FitnessGate.of(record, added);
            gate.check(value.id(), gate.list(finding));
        } else if (value instanceof Decision decision) {
            FitnessGate gate = FitnessGate.of(record, added);
            gate.check(value.id(), gate.rulings(decision.basedOn()));
        }
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
        String text = text(kind.write(value), id);
        Entry.Builder entry = Entry.builder()
                .sequence(record.revision() + entries.size() + 1L)
                .id(id)
                .kind(kind.name())
                .version(kind.version())
                .cites(cites)
                .recordedAt(at)
                .recordedBy(by)
                .text(text)
                .previous(previous)
                .digest(Digest.NONE);
        return entry.digest(seal.of(entry.build())).build();
    }

    private Optional<Entry> find(EntryId id) {
        Entry here = added.get(id);
        return here == null ? record.find(id) : Optional.of(here);
    }

    /** The canonical text; what could not be read again is refused. */
    private static String text(Node body, EntryId id) {
        String text;
        try {
            text = CanonicalJson.write(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Entry \"" + id + "\" cannot be recorded. " + e.getMessage(), e);
        }
        Checks.require(
                depth(body) <= DEEPEST,
                "Entry \"%s\" is nested deeper than %s levels. Maybe make it flatter.",
                id,
                DEEPEST);
        return text;
    }

    private static int depth(Node node) {
        int deepest = 0;
        if (node instanceof Node.Items items) {
            for (Node item : items.values()) {
                deepest = Math.max(deepest, depth(item));
            }
            return deepest + 1;
        }
        if (node instanceof Node.Fields fields) {
            for (Node value : fields.values().values()) {
                deepest = Math.max(deepest, depth(value));
            }
            return deepest + 1;
        }
        return deepest;
    }
}
