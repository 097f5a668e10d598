package org.iltlib.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final PersonId PERSON = PersonId.of("p-7");
    private static final Contact CONTACT =
            Contact.of(PERSON, "A Secret Name").with("phone", "555 0100").with("email", "secret@example.org");

    @Test
    void aContactIsWrittenAndReadBack() {
        String json = CanonicalJson.write(Contact.FORM.write(CONTACT));
        assertThat(Contact.FORM.read(CanonicalJson.read(json))).isEqualTo(CONTACT);
        assertThat(json)
                .isEqualTo("{\"details\":{\"email\":\"secret@example.org\",\"phone\":\"555 0100\"},"
                        + "\"name\":\"A Secret Name\",\"person\":\"p-7\"}");
    }

    @Test
    void detailsStandInOrderOfTheirNamesAndCannotBeChanged() {
        assertThat(CONTACT.details().keySet()).containsExactly("email", "phone");
        assertThatThrownBy(() -> CONTACT.details().put("fax", "1")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(CONTACT.with("email", "b").details())
                .containsEntry("email", "b")
                .hasSize(2);
        assertThat(CONTACT.details()).containsEntry("email", "secret@example.org");
    }

    @Test
    void nothingPersonalReachesALog() {
        assertThat(CONTACT).hasToString("contact of p-7");
        assertThatThrownBy(() -> CONTACT.with("mail", "secret\ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Contact.of(PERSON, "Secret\udc00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Secret");
    }

    @Test
    void aContactWithoutANameOrWithANamelessDetailIsRefused() {
        assertThatThrownBy(() -> Contact.of(PERSON, " ")).hasMessageContaining("name is blank");
        assertThatThrownBy(() -> new Contact(PERSON, "n", Map.of("", "x"))).hasMessageContaining("detail is blank");
    }
}
