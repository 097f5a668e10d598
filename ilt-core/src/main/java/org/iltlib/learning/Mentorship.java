package org.iltlib.learning;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.Term;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** An experienced teacher and a newer one, paired for a time and for reasons. It serves growth only. Immutable. */
@Value.Immutable
public abstract class Mentorship implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<Mentorship> FORM = Form.<Mentorship, Builder>built(Mentorship::builder, Builder::build)
            .field("id", EntryId.FORM, Mentorship::id, Builder::id)
            .field("mentor", PersonId.FORM, Mentorship::mentor, Builder::mentor)
            .field("mentee", PersonId.FORM, Mentorship::mentee, Builder::mentee)
            .field("term", Term.FORM, Mentorship::term, Builder::term)
            .list("reasons", Forms.TEXT, Mentorship::reasons, Builder::addAllReasons)
            .list("basedOn", EntryId.FORM, Mentorship::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<Mentorship> KIND = Kind.of("mentorship", 1, Mentorship.class, FORM);

    Mentorship() {}

    @Override
    public abstract EntryId id();

    /** Who guides. */
    public abstract PersonId mentor();

    /** Who is guided; another person. */
    public abstract PersonId mentee();

    /** From the day of pairing to the last. */
    public abstract Term term();

    /** Why these two, in words; at least one. */
    public abstract List<String> reasons();

    /** The decision or need from which it follows; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks the people and the reasons. */
    @Value.Check
    void check() {
        Checks.require(!mentor().equals(mentee()), "mentor and mentee are both \"%s\". Expected two people.", mentor());
        Checks.notEmpty(reasons(), "reasons").forEach(reason -> Checks.text(reason, "reason"));
        Checks.distinct(basedOn(), "basedOn");
    }

    @Override
    public Kind<Mentorship> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a mentorship; everything but what it is based on must be set. */
    public static final class Builder extends ImmutableMentorship.Builder {
        Builder() {}
    }
}
