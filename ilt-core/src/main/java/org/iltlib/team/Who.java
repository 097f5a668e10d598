package org.iltlib.team;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Whom a rule is about: the seats of a group, of an office, or with a trait.
 *
 * @param by by what they are told
 * @param value the group, office or trait
 */
public record Who(By by, String value) {
    /** The written form. */
    public static final Form<Who> FORM =
            Form.of("by", Forms.enumOf(By.class), Who::by, "value", Forms.TEXT, Who::value, Who::new);

    /** By what seats are told. */
    public enum By {
        /** By {@link Seat#group()}. */
        GROUP,
        /** By one of {@link Seat#offices()}. */
        OFFICE,
        /** By one of {@link Seat#traits()}. */
        TRAIT
    }

    /** Checks the text. */
    public Who {
        Checks.text(value, "value");
    }

    /** The seats of that group. */
    public static Who group(StakeholderGroup group) {
        return new Who(By.GROUP, group.value());
    }

    /** The seats with that office. */
    public static Who office(Office office) {
        return new Who(By.OFFICE, office.value());
    }

    /** The seats with that trait. */
    public static Who trait(String trait) {
        return new Who(By.TRAIT, trait);
    }

    /** Whether the rule is about that seat. */
    public boolean matches(Seat seat) {
        return switch (by) {
            case GROUP -> seat.group().value().equals(value);
            case OFFICE -> seat.offices().contains(Office.of(value));
            case TRAIT -> seat.traits().contains(value);
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
