package org.iltlib.record.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.record.Entry;
import org.iltlib.record.Kinds;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.junit.jupiter.api.Test;

/** A kind that has gone through three versions, met by a library of each. */
class VersionsTest {

    /** As version 3 has it: the visit of a class, its grade apart from its room, the minutes never left out. */
    private record Visit(EntryId id, Place place, int minutes) implements Recordable {
        record Place(String grade, Optional<String> room) {
            static final Form<Place> FORM = Form.of(
                    "grade", Forms.TEXT, Place::grade, "room", Forms.optional(Forms.TEXT), Place::room, Place::new);
        }

        static final Form<Visit> FORM = Form.of(
                "id",
                EntryId.FORM,
                Visit::id,
                "place",
                Place.FORM,
                Visit::place,
                "minutes",
                Forms.INTEGER,
                Visit::minutes,
                Visit::new);

        static final Kind<Visit> KIND =
                Kind.of("acme.visit", 3, Visit.class, FORM, Visit::nameThePlace, Visit::splitThePlace);

        /** Version 2 calls {@code where} the {@code place}. */
        private static Node.Fields nameThePlace(Node.Fields first) {
            return first.renamed("where", "place");
        }

        /** Version 3 splits {@code 2/room 14} and says that a visit of unknown length took 20 minutes. */
        private static Node.Fields splitThePlace(Node.Fields second) {
            String[] parts = second.read("place", Forms.TEXT).split("/", 2);
            Place place = new Place(parts[0], parts.length < 2 ? Optional.empty() : Optional.of(parts[1]));
            Node.Fields third = second.with("place", Place.FORM.write(place));
            return third.find("minutes").isPresent() ? third : third.with("minutes", Node.Numeral.of(20));
        }

        @Override
        public List<EntryId> basedOn() {
            return List.of();
        }

        @Override
        public Kind<Visit> kind() {
            return KIND;
        }
    }

    private static final EntryId ID = EntryId.of("visit/1");

    private static TeamRecord recorded(int version, String json) {
        return Stored.record(new Stored.Foreign(ID, List.of(), "acme.visit", version, CanonicalJson.read(json)));
    }

    @Test
    void aBodyOfEveryVersionReadsAsTheSameValue() {
        Visit visit = new Visit(ID, new Visit.Place("2", Optional.of("room 14")), 20);
        for (TeamRecord record : List.of(
                recorded(1, "{\"id\":\"visit/1\",\"where\":\"2/room 14\"}"),
                recorded(2, "{\"id\":\"visit/1\",\"place\":\"2/room 14\"}"),
                recorded(3, "{\"id\":\"visit/1\",\"minutes\":20,\"place\":{\"grade\":\"2\",\"room\":\"room 14\"}}"))) {
            TeamRecord back = Stored.throughTwoStores(record);
            assertThat(back.get(Visit.KIND, ID)).isEqualTo(visit);
            assertThat(back.list(Visit.KIND)).containsExactly(visit);
            assertThat(Kinds.of(Visit.KIND).read(back.get(ID))).contains(visit);
            assertThat(back.get(ID).text())
                    .as("never re-encoded")
                    .isEqualTo(Stored.last(record).text());
            assertThat(back.get(ID).version()).isEqualTo(Stored.last(record).version());
        }
    }

    @Test
    void aStepKeepsWhatItDoesNotKnowOfAndWhatIsThereAlready() {
        assertThat(recorded(1, "{\"id\":\"visit/1\",\"where\":\"2\",\"minutes\":35,\"x\":1}")
                        .get(Visit.KIND, ID))
                .isEqualTo(new Visit(ID, new Visit.Place("2", Optional.empty()), 35));
        Node.Fields first = new Node.Fields(java.util.Map.of("x", Node.Numeral.of(1)));
        assertThat(first.renamed("where", "place")).isEqualTo(first);
    }

    @Test
    void aBodyOfANewerVersionIsKeptAndOnlyRefusedAsAValue() {
        String json = "{\"id\":\"visit/1\",\"minutes\":{\"of\":20},\"site\":[\"2\"]}";
        TeamRecord record = recorded(4, json);
        TeamRecord back = Stored.throughTwoStores(record);
        Entry entry = back.get(ID);
        assertThat(back.verify().holds()).isTrue();
        assertThat(entry.text()).isEqualTo(json);
        assertThat(entry.isOf(Visit.KIND)).isTrue();
        assertThat(back.listEntries("acme.visit")).containsExactly(entry);
        assertThatThrownBy(() -> entry.as(Visit.KIND))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("has version 4, this library knows 3. Maybe update it");
        assertThatThrownBy(() -> back.list(Visit.KIND)).isInstanceOf(FormException.class);
        assertThatThrownBy(() -> Kinds.of(Visit.KIND).read(entry)).isInstanceOf(FormException.class);

        TeamRecord longer = back.with(entry.recordedAt(), Note.ANA, Note.of("after", "visit/1"));
        TeamRecord again = Stored.throughTwoStores(longer);
        assertThat(again.verify(record.checkpoint()).holds()).isTrue();
        assertThat(again.trace(EntryId.of("after")).upstream()).contains(again.get(ID));
    }

    @Test
    void aKindWithAMissingStepCannotBeMade() {
        assertThatThrownBy(() -> Kind.of("acme.visit", 3, Visit.class, Visit.FORM, fields -> fields))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Kind acme.visit has version 3 and 1 step(s) from older versions. Expected 2: one from each"
                        + " to the next. Maybe a change that keeps older bodies readable needs no new version.");
        assertThatThrownBy(() -> Kind.of("acme.visit", 1, Visit.class, Visit.FORM, fields -> fields))
                .hasMessageContaining("Expected 0");
        assertThatThrownBy(() -> Kind.of("acme.visit", 0, Visit.class, Visit.FORM))
                .hasMessageContaining("version is 0");
    }

    @Test
    void aBodyThatIsNotAsItsVersionWroteItIsRefusedWithTheStep() {
        assertThatThrownBy(() -> Visit.KIND.read(1, CanonicalJson.read("[]")))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("cannot be brought from version 1 to 2")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThatThrownBy(() -> Visit.KIND.read(1, CanonicalJson.read("{\"id\":\"v\"}")))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("/place");
        assertThatThrownBy(() -> Visit.KIND.read(0, CanonicalJson.read("{}"))).hasMessageContaining("bodyVersion is 0");
    }
}
