package org.iltlib.record;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The citation of an entry of another record of the same tenant: the district's goal on which a school's decision
 * rests, or last year's finding. It is recorded in one's own record, where others cite it. Immutable.
 *
 * <pre>{@code
 * Reference goal = Reference.to(EntryId.of("reference/goal-1"), districtRecord, EntryId.of("goal/1"));
 * school = school.with(now, ana, goal, decision);          // the decision is based on reference/goal-1
 * goal.holdsIn(districtRecord);                            // true, as long as nobody rewrites the district's record
 * }</pre>
 *
 * <p>It names the digest of the entry. As digests are chained, it commits to the whole history of the other record up
 * to there: {@code other.verify(reference.checkpoint())} tells whether that history still stands. A record refuses a
 * reference to itself.
 */
@Value.Immutable
public abstract class Reference implements Recordable {
    /** The written form. */
    public static final Form<Reference> FORM = Form.<Reference, Builder>built(Reference::builder, Builder::build)
            .field("id", EntryId.FORM, Reference::id, Builder::id)
            .field("key", TeamKey.FORM, Reference::key, Builder::key)
            .field("entry", EntryId.FORM, Reference::entry, Builder::entry)
            .field("sequence", Forms.LONG, Reference::sequence, Builder::sequence)
            .field("digest", Digest.FORM, Reference::digest, Builder::digest);

    /** The kind in the record. */
    public static final Kind<Reference> KIND = Kind.of("reference", 1, Reference.class, FORM);

    Reference() {}

    @Override
    public abstract EntryId id();

    /** The record in which the entry stands. */
    public abstract TeamKey key();

    /** The id of the entry there. */
    public abstract EntryId entry();

    /** Its sequence there. */
    public abstract long sequence();

    /** Its digest. */
    public abstract Digest digest();

    @Value.Check
    void check() {
        Checks.positive(sequence(), "sequence");
    }

    /**
     * The citation of that entry as it stands in the other record.
     *
     * @param id the id of the reference in one's own record
     * @throws IllegalArgumentException if the entry is not recorded there
     */
    public static Reference to(EntryId id, TeamRecord other, EntryId entry) {
        Entry cited = other.get(entry);
        return builder()
                .id(id)
                .key(other.key())
                .entry(entry)
                .sequence(cited.sequence())
                .digest(cited.digest())
                .build();
    }

    /** Nothing: what it rests on stands in another record. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Reference> kind() {
        return KIND;
    }

    /** Where the other record stood right after the entry. */
    public Checkpoint checkpoint() {
        return new Checkpoint(key(), sequence(), digest());
    }

    /**
     * Whether the entry still stands there with that digest; false also if the record does not reach so far. Compares
     * what the entry claims; whether that holds is for {@link TeamRecord#verify(Checkpoint)} to say. O(1).
     *
     * @throws IllegalArgumentException if this is not the record that it cites
     */
    public boolean holdsIn(TeamRecord other) {
        Checks.require(
                other.key().equals(key()), "The reference is to %s. Expected that record, got %s.", key(), other.key());
        return other.find(entry())
                .filter(found ->
                        found.sequence() == sequence() && found.digest().equals(digest()))
                .isPresent();
    }

    /** {@code goal/1 of district-ilt 2026-27}. */
    @Override
    public String toString() {
        return entry() + " of " + key();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a reference; every property must be set. To cite what is at hand, {@link Reference#to} is shorter. */
    public static final class Builder extends ImmutableReference.Builder {
        Builder() {}
    }
}
