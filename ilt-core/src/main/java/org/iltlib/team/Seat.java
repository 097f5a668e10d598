package org.iltlib.team;

import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/** A place on a team: who holds it, whom they speak for, what they do there, and whether they vote. Immutable. */
@Value.Immutable
public abstract class Seat {
    /** The written form. */
    public static final Form<Seat> FORM = Form.<Seat, Builder>built(Seat::builder, Builder::build)
            .maybe("person", PersonId.FORM, Seat::person, Builder::person)
            .field("group", StakeholderGroup.FORM, Seat::group, Builder::group)
            .set("offices", Office.FORM, Seat::offices, Builder::addAllOffices)
            .set("units", OrgUnitId.FORM, Seat::units, Builder::addAllUnits)
            .set("traits", Forms.TEXT, Seat::traits, Builder::addAllTraits)
            .field("voting", Forms.FLAG, Seat::voting, Builder::voting)
            .maybe("term", Term.FORM, Seat::term, Builder::term)
            .field("termsInARow", Forms.INTEGER, Seat::termsInARow, Builder::termsInARow);

    Seat() {}

    /** Who holds it; nobody if it is vacant. */
    public abstract Optional<PersonId> person();

    /** The group whose seat it is. */
    public abstract StakeholderGroup group();

    /** The duties that go with it. */
    public abstract Set<Office> offices();

    /** The grades and departments it speaks for; one seat may speak for several. */
    public abstract Set<OrgUnitId> units();

    /**
     * Facts that a rule asks about, in the rule's words: {@code employee}, {@code relative of staff}. Self-declared,
     * empty by default; keep nothing here that no rule needs.
     */
    public abstract Set<String> traits();

    /** Whether it votes; so unless said otherwise. */
    @Value.Default
    public boolean voting() {
        return true;
    }

    /** The time for which it is held; absent where it comes with a post or no term was set. */
    public abstract Optional<Term> term();

    /** How many terms in a row the holder has had it, this one counted; 1 unless said otherwise. */
    @Value.Default
    public int termsInARow() {
        return 1;
    }

    /** Checks that traits are not blank and terms are counted from one. */
    @Value.Check
    void check() {
        traits().forEach(trait -> Checks.text(trait, "trait"));
        Checks.positive(termsInARow(), "termsInARow");
    }

    /** A voting seat held by that person. */
    public static Seat of(PersonId person, StakeholderGroup group) {
        return builder().person(person).group(group).build();
    }

    /** Whether nobody holds it. */
    public boolean isVacant() {
        return person().isEmpty();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a seat; only the group must be set. */
    public static final class Builder extends ImmutableSeat.Builder {
        Builder() {}
    }
}
