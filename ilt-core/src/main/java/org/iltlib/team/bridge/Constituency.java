package org.iltlib.team.bridge;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * For whom a member speaks: classrooms, grades or departments, and people.
 *
 * @param speaker the member
 * @param units the classrooms, grades and departments, in order of their ids
 * @param people the people, in order of their ids; the speaker is none of them. Not both sets are empty
 */
public record Constituency(PersonId speaker, Set<OrgUnitId> units, Set<PersonId> people) {
    /** The written form. */
    public static final Form<Constituency> FORM = Form.of(
            "speaker",
            PersonId.FORM,
            Constituency::speaker,
            "units",
            Forms.setOf(OrgUnitId.FORM),
            Constituency::units,
            "people",
            Forms.setOf(PersonId.FORM),
            Constituency::people,
            Constituency::new);

    /** Checks that there is somebody to speak for, and copies both. */
    public Constituency {
        units = Collections.unmodifiableSet(new TreeSet<>(units));
        people = Collections.unmodifiableSet(new TreeSet<>(people));
        Checks.require(
                !(units.isEmpty() && people.isEmpty()),
                "%s speaks for no unit and nobody. Expected at least one. Maybe leave the constituency out.",
                speaker);
        Checks.require(!people.contains(speaker), "%s speaks for themselves. Maybe leave them out of people.", speaker);
    }

    /** The constituency of these units. */
    public static Constituency ofUnits(PersonId speaker, OrgUnitId... units) {
        return new Constituency(speaker, Set.of(units), Set.of());
    }

    /** The constituency of these people. */
    public static Constituency ofPeople(PersonId speaker, PersonId... people) {
        return new Constituency(speaker, Set.of(), Set.of(people));
    }
}
