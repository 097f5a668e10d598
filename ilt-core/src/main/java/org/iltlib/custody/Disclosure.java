package org.iltlib.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * That identifiable data were disclosed to a party outside, or that a party asked for them: what 34 CFR 99.32 asks to be
 * kept with the record and as long as it, with date and purpose as 34 CFR 300.614 asks. Since entries are never removed,
 * it is. Holds pseudonymous ids only. Immutable.
 */
@Value.Immutable
public abstract class Disclosure implements Recordable {
    /** The written form. */
    public static final Form<Disclosure> FORM = Form.<Disclosure, Builder>built(Disclosure::builder, Builder::build)
            .field("id", EntryId.FORM, Disclosure::id, Builder::id)
            .field("party", Forms.TEXT, Disclosure::party, Builder::party)
            .field("interest", Forms.TEXT, Disclosure::interest, Builder::interest)
            .field("purpose", Forms.TEXT, Disclosure::purpose, Builder::purpose)
            .field("basis", Forms.TEXT, Disclosure::basis, Builder::basis)
            .list("concerning", Holding.form(), Disclosure::concerning, Builder::addAllConcerning)
            .list("entries", EntryId.FORM, Disclosure::entries, Builder::addAllEntries)
            .list("fields", Forms.TEXT, Disclosure::fields, Builder::addAllFields)
            .field("at", Forms.INSTANT, Disclosure::at, Builder::at)
            .list("redisclosureTo", Forms.TEXT, Disclosure::redisclosureTo, Builder::addAllRedisclosureTo)
            .field("requestOnly", Forms.FLAG, Disclosure::requestOnly, Builder::requestOnly)
            .maybe("onwardFrom", EntryId.FORM, Disclosure::onwardFrom, Builder::onwardFrom);

    /** How it stands in a record. */
    public static final Kind<Disclosure> KIND = Kind.of("disclosure", 1, Disclosure.class, FORM);

    Disclosure() {}

    @Override
    public abstract EntryId id();

    /** Who received the data or asked for them: an organisation by its name, a person by an id. */
    public abstract String party();

    /** The party's legitimate interest, in words that name no person. */
    public abstract String interest();

    /** What the data are for. */
    public abstract String purpose();

    /** What allows it: a consent, an order, an exception in the law such as 34 CFR 99.31(a)(3). */
    public abstract String basis();

    /** Whose data, or which rows; at least one. Name each person whose data they are, not only the dataset. */
    public abstract List<Holding> concerning();

    /** The entries of the same record that were disclosed; may be empty. */
    public abstract List<EntryId> entries();

    /** Which fields, in words a parent knows: {@code reading score, grade}; may be empty for a request only. */
    public abstract List<String> fields();

    /** When the data were disclosed or asked for. */
    public abstract Instant at();

    /** To whom the party may pass them on, and no further: 34 CFR 99.32(b), 99.33. */
    public abstract List<String> redisclosureTo();

    /** Whether the party asked, and received nothing. */
    @Value.Default
    public boolean requestOnly() {
        return false;
    }

    /** The disclosure of the same record whose party passed the data on to this one, where that is how they came. */
    public abstract Optional<EntryId> onwardFrom();

    /** The entries that were disclosed, and the disclosure from which they were passed on. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(entries().stream(), onwardFrom().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<Disclosure> kind() {
        return KIND;
    }

    /** Whether it concerns that one; a disclosure of everything concerns each. */
    public boolean concerns(Holding holding) {
        return concerning().contains(holding) || concerning().contains(Holding.ofTenant());
    }

    /** Checks texts and lists. */
    @Value.Check
    void check() {
        Checks.text(party(), "party");
        Checks.text(interest(), "interest");
        Checks.text(purpose(), "purpose");
        Checks.text(basis(), "basis");
        Checks.distinct(Checks.notEmpty(concerning(), "concerning"), "concerning");
        Checks.distinct(entries(), "entries");
        Checks.distinct(fields(), "fields");
        Checks.distinct(redisclosureTo(), "redisclosureTo");
        Checks.require(
                requestOnly() || !fields().isEmpty(),
                "fields is empty. Expected what was disclosed. Maybe it was a request only.");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a disclosure; id, party, interest, purpose, basis, whom it concerns and time must be set. */
    public static final class Builder extends ImmutableDisclosure.Builder {
        Builder() {}
    }
}
