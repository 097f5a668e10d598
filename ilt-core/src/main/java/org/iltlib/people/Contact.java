package org.iltlib.people;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Who a pseudonymous id is: a name and ways to reach the person. Never part of a record; a store keeps contacts in a
 * directory, from which they can be erased.
 *
 * @param person the id that the records use
 * @param name the name, as the person writes it
 * @param details further personal data by name, in order of the names: {@code email}, {@code phone}, {@code sis-id} …
 */
public record Contact(PersonId person, String name, Map<String, String> details) {
    /** The written form. */
    public static final Form<Contact> FORM = Form.of(
            "person",
            PersonId.FORM,
            Contact::person,
            "name",
            Forms.TEXT,
            Contact::name,
            "details",
            Forms.mapOf(Forms.TEXT),
            Contact::details,
            Contact::new);

    /** Checks that there is a name, that details have names, and that texts are whole; no message repeats them. */
    public Contact {
        Checks.text(name, "name");
        details.keySet().forEach(detail -> Checks.id(detail, "detail"));
        whole(name);
        details.values().forEach(Contact::whole);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    private static void whole(String text) {
        Checks.require(
                StandardCharsets.UTF_8.newEncoder().canEncode(text),
                "The contact holds half of a surrogate pair. Maybe a text was cut in the middle.");
    }

    /** A contact with a name only. */
    public static Contact of(PersonId person, String name) {
        return new Contact(person, name, Map.of());
    }

    /** A copy with that detail. */
    public Contact with(String detail, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(detail, value);
        return new Contact(person, name, more);
    }

    /** The id only, so that no name reaches a log. */
    @Override
    public String toString() {
        return "contact of " + person;
    }
}
