package org.iltlib.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;
import org.immutables.value.Value;

/**
 * One thing in a team's record. Immutable. It knows the name of its kind but not the type, so that a store never needs
 * the domain, and so that an entry of a kind or with properties that this library does not know stays whole.
 *
 * <p><b>The seal.</b> {@link #digest()} is the SHA-256 of these bytes (format 1), UTF-8, each line ended by a line feed
 * (U+000A), the last part without one:
 *
 * <pre>
 * ilt-entry/1
 * team id
 * school year                       2026-27
 * sequence                          decimal
 * time recorded                     microseconds since 1970-01-01T00:00Z, decimal
 * person who recorded
 * kind
 * version of the kind               decimal
 * entry id
 * number of citations               decimal, then each cited id on a line of its own
 * digest of the predecessor         64 hexadecimal digits, zeros for the first entry
 * body                              canonical JSON, no line feed after it
 * </pre>
 *
 * <p>No id holds a control character, so no two entries have the same bytes.
 *
 * <p>Entries come from {@link TeamRecord#with}. The builder is for stores and importers, who restore what was recorded;
 * whether it still fits its seal is for {@link TeamRecord#verify()} to say.
 */
@Value.Immutable
public abstract class Entry {
    Entry() {}

    /** Its place in the record; the first has 1, and there are no gaps. */
    public abstract long sequence();

    /** The id, unique in the record. */
    public abstract EntryId id();

    /** The name of its kind. */
    public abstract String kind();

    /** The version of the kind in which the body is written, at least 1. */
    public abstract int version();

    /** The earlier entries that it rests on. */
    public abstract List<EntryId> cites();

    /** When it was recorded, to the microsecond; never before the entry before it. */
    public abstract Instant recordedAt();

    /** Who recorded it. */
    public abstract PersonId recordedBy();

    /** The body as it was written: canonical JSON. Never re-encoded. */
    public abstract String text();

    /** The digest of the entry before it, {@link Digest#NONE} for the first. */
    public abstract Digest previous();

    /** The digest over all of the above and the record's key; see the class comment. */
    public abstract Digest digest();

    @Value.Check
    void check() {
        Checks.positive(sequence(), "sequence");
        Checks.positive(version(), "version");
        Checks.id(kind(), "kind");
        Checks.require(
                recordedAt().truncatedTo(ChronoUnit.MICROS).equals(recordedAt()),
                "recordedAt is %s. Expected whole microseconds. Maybe truncate it.",
                recordedAt());
        try {
            Seal.micros(recordedAt());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "recordedAt is " + recordedAt() + ". Expected a time within 292,000 years of 1970.", e);
        }
    }

    /**
     * The body as a node, read when first asked for; all properties, also those that this library does not know.
     *
     * @throws FormException if the text is not JSON, which only tampering brings about
     */
    @Value.Lazy
    public Node body() {
        return CanonicalJson.read(text());
    }

    /** Whether it is of that kind, whatever the version. */
    public boolean isOf(Kind<?> kind) {
        return kind().equals(kind.name());
    }

    /**
     * What was recorded, as a typed value; a body of an older version is brought up to date.
     *
     * @throws IllegalArgumentException if the entry is of another kind
     * @throws FormException if the body does not have the form of the kind, or a newer version of it
     */
    public <T extends Recordable> T as(Kind<T> kind) {
        Checks.require(
                isOf(kind),
                "Entry \"%s\" is of kind %s. Expected kind %s. Maybe the id belongs to something else.",
                id(),
                kind(),
                kind.name());
        return kind.read(version(), body());
    }

    /** Sequence, kind, id and time; never the body. */
    @Override
    public String toString() {
        return sequence() + " " + kind() + " " + id() + " (" + recordedAt() + ")";
    }

    /** A builder with the values of this entry. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** A builder without values. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Entry}; see there who should. */
    public static final class Builder extends ImmutableEntry.Builder {
        Builder() {}
    }
}
