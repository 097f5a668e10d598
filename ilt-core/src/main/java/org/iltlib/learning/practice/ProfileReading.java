package org.iltlib.learning.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * How far one person carries out a practice, component by component, as seen on one day. It serves growth only; others
 * see {@link ProfileMovement} and {@link DriftAlert}. Immutable.
 */
@Value.Immutable
public abstract class ProfileReading implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<ProfileReading> FORM = Form.<ProfileReading, Builder>built(
                    ProfileReading::builder, Builder::build)
            .field("id", EntryId.FORM, ProfileReading::id, Builder::id)
            .field("profile", EntryId.FORM, ProfileReading::profile, Builder::profile)
            .field("person", PersonId.FORM, ProfileReading::person, Builder::person)
            .field("on", Forms.DATE, ProfileReading::on, Builder::on)
            .map("seen", Forms.enumOf(Variation.class), ProfileReading::seen, Builder::putAllSeen);

    /** The kind of entry. */
    public static final Kind<ProfileReading> KIND = Kind.of("profile-reading", 1, ProfileReading.class, FORM);

    ProfileReading() {}

    @Override
    public abstract EntryId id();

    /** The profile by which it was read. */
    public abstract EntryId profile();

    /** Whose class it was. */
    public abstract PersonId person();

    /** The day. */
    public abstract LocalDate on();

    /** The variation of each component that could be seen, by its id; at least one. */
    public abstract Map<String, Variation> seen();

    /** Checks that something was seen. */
    @Value.Check
    void check() {
        Checks.require(!seen().isEmpty(), "seen is empty. Expected one component at least.");
    }

    /** The share of the components seen that are ideal. */
    public Fraction ideal() {
        long ideal =
                seen().values().stream().filter(one -> one == Variation.IDEAL).count();
        return Fraction.of(ideal, seen().size());
    }

    /** The share of the components seen that are ideal or acceptable. */
    public Fraction served() {
        long served = seen().values().stream()
                .filter(one -> one != Variation.UNACCEPTABLE)
                .count();
        return Fraction.of(served, seen().size());
    }

    /** The profile. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(profile());
    }

    @Override
    public Kind<ProfileReading> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a reading; every property must be set. */
    public static final class Builder extends ImmutableProfileReading.Builder {
        Builder() {}
    }
}
