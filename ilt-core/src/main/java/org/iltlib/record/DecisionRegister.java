package org.iltlib.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;

/**
 * All decisions of a record, in the order in which they were recorded, each with what the team knew when it decided.
 * Immutable.
 *
 * <pre>{@code
 * DecisionRegister register = DecisionRegister.of(record, Decision.KIND);
 * register.known(register.entries().get(0));       // the evidence, findings and proposals that it rests on
 * }</pre>
 */
public final class DecisionRegister {
    private final TeamRecord record;
    private final List<Entry> entries;
    private final Standing standing;

    private DecisionRegister(TeamRecord record, List<Entry> entries) {
        this.record = record;
        this.entries = entries;
        this.standing = Standing.of(record);
    }

    /**
     * The register of the entries of these kinds; of at least one.
     *
     * @throws org.iltlib.form.FormException if a correction or withdrawal cannot be read; see {@link Standing#of}
     */
    public static DecisionRegister of(TeamRecord record, Kind<?>... kinds) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(kinds).forEach(kind -> names.add(kind.name()));
        Checks.notEmpty(names, "kinds");
        return new DecisionRegister(
                record,
                record.entries().stream()
                        .filter(entry -> names.contains(entry.kind()))
                        .toList());
    }

    /** The decisions, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The decisions that stand, in order: without those that were corrected, withdrawn or set aside. */
    public List<Entry> listStanding() {
        return entries.stream().filter(entry -> standing.stands(entry.id())).toList();
    }

    /** What holds of the record, so of every decision. */
    public Standing standing() {
        return standing;
    }

    /** The decisions recorded in that time, the start included, the end not. */
    public List<Entry> between(Instant start, Instant end) {
        return entries.stream()
                .filter(entry -> !entry.recordedAt().isBefore(start)
                        && entry.recordedAt().isBefore(end))
                .toList();
    }

    /** What the decision rests on, directly or through others, earliest first. */
    public List<Entry> known(Entry decision) {
        return record.trace(decision.id()).upstream();
    }

    /** What came of the decision so far, earliest first. */
    public List<Entry> consequences(Entry decision) {
        return record.trace(decision.id()).downstream();
    }

    /** The decisions that rest on that entry, directly or through others. */
    public List<Entry> restingOn(EntryId ground) {
        List<Entry> downstream = record.trace(ground).downstream();
        return entries.stream().filter(downstream::contains).toList();
    }

    /** One line for each decision: time, id, how many entries it rests on and led to, and if it stands no more, why. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            Trace trace = record.trace(entry.id());
            text.append(text.isEmpty() ? "" : "\n")
                    .append(entry.recordedAt())
                    .append("  ")
                    .append(entry.id())
                    .append("  rests on ")
                    .append(trace.upstream().size())
                    .append(", led to ")
                    .append(trace.downstream().size())
                    .append(mark(entry.id()));
        }
        return text.toString();
    }

    private String mark(EntryId id) {
        String current =
                standing.current(id).map(entry -> ", now " + entry.id()).orElse("");
        return switch (standing.statusOf(id)) {
            case STANDS -> "";
            case CORRECTED -> "  corrected" + current;
            case WITHDRAWN -> "  withdrawn";
            case SET_ASIDE -> "  set aside" + current;
        };
    }
}
