package org.iltlib.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

class BaseTest {
    private static <T> void roundTrip(Form<T> form, T value) {
        assertThat(form.read(CanonicalJson.read(CanonicalJson.write(form.write(value)))))
                .isEqualTo(value);
    }

    @Test
    void anIdRefusesWhatCannotBePrinted() {
        assertThat(EntryId.of("need/fractions \"5\" 😀")).hasToString("need/fractions \"5\" 😀");
        assertThatThrownBy(() -> EntryId.of(" ")).hasMessageContaining("entry id is blank");
        assertThatThrownBy(() -> TeamId.of("a\nb")).hasMessageContaining("control character");
        assertThatThrownBy(() -> PersonId.of("p ")).hasMessageContaining("begins or ends with a blank");
        assertThatThrownBy(() -> TenantId.of("x".repeat(201))).hasMessageContaining("201 characters");
        assertThatThrownBy(() -> OrgUnitId.of("\ud83d")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> OrgUnitId.of("\ude00\ud83d")).hasMessageContaining("surrogate");
        assertThat(TeamId.of("a")).isLessThan(TeamId.of("b"));
        assertThat(Set.of(EntryId.of("a"))).contains(EntryId.of("a"));
    }

    @Test
    void gradesRunFromPrekindergartenToTwelve() {
        assertThat(GradeLevel.parse("k")).isEqualTo(GradeLevel.KINDERGARTEN).hasToString("kindergarten");
        assertThat(GradeLevel.parse(" 03 ")).isEqualTo(GradeLevel.of(3)).hasToString("grade 3");
        assertThat(GradeLevel.parse("PK")).isEqualTo(GradeLevel.PREKINDERGARTEN).hasToString("prekindergarten");
        assertThat(GradeLevel.range(GradeLevel.KINDERGARTEN, GradeLevel.of(2)).map(GradeLevel::code))
                .containsExactly("K", "1", "2");
        assertThat(GradeLevel.of(3).next()).isEqualTo(GradeLevel.of(4));
        assertThat(GradeLevel.of(12).hasNext()).isFalse();
        assertThatThrownBy(() -> GradeLevel.of(12).next()).hasMessageContaining("grade is 13");
        assertThatThrownBy(() -> GradeLevel.parse("13")).hasMessageContaining("PK, K or a number");
        GradeLevel.range(GradeLevel.PREKINDERGARTEN, GradeLevel.of(12))
                .forEach(grade -> roundTrip(GradeLevel.FORM, grade));
    }

    @Test
    void aSchoolYearRunsFromJulyToJune() {
        SchoolYear year = SchoolYear.startingIn(2026);
        assertThat(year).hasToString("2026-27");
        assertThat(SchoolYear.parse("1999-00").next()).isEqualTo(SchoolYear.startingIn(2000));
        assertThat(year.contains(LocalDate.of(2027, 6, 30))).isTrue();
        assertThat(year.contains(LocalDate.of(2027, 7, 1))).isFalse();
        assertThat(Term.of(year).days()).isEqualTo(365);
        assertThat(year).isLessThan(year.next());
        assertThatThrownBy(() -> SchoolYear.parse("2026-28")).hasMessageContaining("Maybe 2026-27");
        assertThatThrownBy(() -> SchoolYear.parse("2026")).hasMessageContaining("such as 2026-27");
        assertThatThrownBy(() -> SchoolYear.startingIn(26)).hasMessageContaining("starts in 26");
        roundTrip(SchoolYear.FORM, year);
    }

    @Test
    void aSchoolYearIsWrittenTheSameInEveryLocale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(SchoolYear.startingIn(2026)).hasToString("2026-27");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void aTermKnowsItsDays() {
        Term autumn = Term.of(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18));
        assertThat(autumn.contains(LocalDate.of(2026, 12, 18))).isTrue();
        assertThat(autumn.contains(LocalDate.of(2026, 12, 19))).isFalse();
        assertThat(autumn.contains(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(autumn.overlaps(Term.of(LocalDate.of(2026, 12, 18), LocalDate.of(2027, 1, 1))))
                .isTrue();
        assertThat(autumn.overlaps(Term.of(LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 1))))
                .isFalse();
        assertThat(autumn).hasToString("2026-09-01 to 2026-12-18");
        assertThatThrownBy(() -> Term.of(LocalDate.of(2026, 9, 2), LocalDate.of(2026, 9, 1)))
                .hasMessageContaining("Maybe the two are swapped");
        roundTrip(Term.FORM, autumn);
    }

    @Test
    void aWithheldNumberIsNeverTakenForZero() {
        Measured<Integer> seven = Measured.of(7);
        Measured<Integer> hidden = Measured.suppressed(SuppressionReason.SMALL_GROUP, "n < 10");
        Measured<Integer> absent = Measured.missing(MissingReason.NOT_LOADED, "grade 2");
        assertThat(seven.map(n -> n + 1).value()).contains(8);
        assertThat(hidden.map(n -> n + 1)).isEqualTo(hidden).hasToString("suppressed (n < 10)");
        assertThat(absent.map(n -> n + 1)).isEqualTo(absent).hasToString("not loaded: grade 2");
        assertThat(Measured.missing(MissingReason.NO_STUDENTS)).hasToString("no students");
        assertThat(hidden.orElse(-1)).isEqualTo(-1);
        assertThat(seven.isReported()).isTrue();
        assertThat(hidden.isReported()).isFalse();
        Form<Measured<Integer>> form = Measured.form(Forms.INTEGER);
        roundTrip(form, seven);
        roundTrip(form, hidden);
        roundTrip(form, absent);
    }

    @Test
    void anExplanationPrintsItsStepsIndented() {
        Explanation why = Explanation.of("Needs discussion.")
                .because("Quorum: %d of %d.", 10, 10)
                .because(Explanation.of("Lowest vote is 2.").because("Mean %.1f.", 3.7));
        assertThat(why).hasToString("""
                Needs discussion.
                  Quorum: 10 of 10.
                  Lowest vote is 2.
                    Mean 3.7.""");
        roundTrip(Explanation.FORM, why);
        assertThatThrownBy(() -> Explanation.of(" ")).hasMessageContaining("claim is blank");
    }

    @Test
    void checksNameTheArgumentAndSuggest() {
        assertThat(Checks.share(0.5, "confidence")).isEqualTo(0.5);
        assertThatThrownBy(() -> Checks.share(70, "confidence"))
                .hasMessage(
                        "confidence is 70.0. Expected a share between 0 and 1. Maybe it is a percentage: divide by 100.");
        assertThatThrownBy(() -> Checks.share(Double.NaN, "confidence")).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Checks.finite(Double.POSITIVE_INFINITY, "mean"))
                .hasMessageContaining("mean is Infinity");
        assertThatThrownBy(() -> Checks.notNegative(-1, "minutes")).hasMessageContaining("minutes is -1");
        assertThatThrownBy(() -> Checks.positive(0, "members")).hasMessageContaining("members is 0");
        assertThat(Checks.notEmpty(List.of(1), "seats")).containsExactly(1);
        assertThatThrownBy(() -> Checks.notEmpty(List.of(), "seats")).hasMessageContaining("seats is empty");
        assertThat(Checks.distinct(List.of(1, 2), "ids")).containsExactly(1, 2);
        assertThatThrownBy(() -> Checks.distinct(List.of("a", "b", "a"), "ids")).hasMessageContaining("\"a\" twice");
    }

    private record Note(EntryId id, String text) implements Recordable {
        static final Form<Note> FORM = Form.of("id", EntryId.FORM, Note::id, "text", Forms.TEXT, Note::text, Note::new);
        static final Kind<Note> KIND = Kind.of(
                "test.note",
                3,
                Note.class,
                FORM,
                first -> first.renamed("key", "id"),
                second -> second.with("text", new Node.Text("from 2")));

        @Override
        public List<EntryId> basedOn() {
            return List.of();
        }

        @Override
        public Kind<Note> kind() {
            return KIND;
        }
    }

    @Test
    void anOlderBodyIsBroughtUpToDate() {
        Note note = new Note(EntryId.of("n"), "now");
        assertThat(Note.KIND.read(3, Note.KIND.write(note))).isEqualTo(note);
        Node old = CanonicalJson.read("{\"id\":\"n\"}");
        assertThat(Note.KIND.read(2, old).text()).isEqualTo("from 2");
        assertThat(Note.KIND.read(1, CanonicalJson.read("{\"key\":\"n\"}"))).isEqualTo(Note.KIND.read(2, old));
        assertThatThrownBy(() -> Note.KIND.read(4, old))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("Maybe update it");
        assertThat(Note.KIND).hasToString("test.note v3");
        assertThat(Note.KIND.name()).isEqualTo("test.note");
        assertThat(Note.KIND.version()).isEqualTo(3);
        assertThat(Note.KIND.type()).isEqualTo(Note.class);
    }
}
