package org.iltlib.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Minimum;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final OrgUnit DISTRICT = OrgUnit.of(OrgUnitId.of("d"), OrgLevel.DISTRICT, "District");
    private static final OrgUnit SCHOOL = DISTRICT.child(OrgUnitId.of("51"), OrgLevel.SCHOOL, "School 51");
    private static final OrgUnit GRADE = SCHOOL.child(OrgUnitId.of("51/1"), OrgLevel.GRADE, "Grade 1");

    private static <T> void roundTrips(Form<T> form, T value) {
        assertThat(form.read(CanonicalJson.read(CanonicalJson.write(form.write(value)))))
                .isEqualTo(value);
    }

    @Test
    void aTreeKnowsWhatIsAboveAndBelow() {
        OrgTree tree = OrgTree.of(List.of(GRADE, SCHOOL, DISTRICT));
        assertThat(tree.listAbove(GRADE.id())).containsExactly(SCHOOL, DISTRICT);
        assertThat(tree.listBelow(DISTRICT.id())).containsExactly(GRADE, SCHOOL);
        assertThat(tree.findUnit(OrgUnitId.of("x"))).isEmpty();
        assertThatThrownBy(() -> tree.getUnit(OrgUnitId.of("x"))).hasMessageContaining("There is no unit x");
        roundTrips(OrgTree.FORM, tree);
    }

    @Test
    void aTreeWithAnUnknownParentACircleOrATwinIsRefused() {
        assertThatThrownBy(() -> OrgTree.of(List.of(GRADE))).hasMessageContaining("parent 51 of 51/1 is unknown");
        assertThatThrownBy(() -> OrgTree.of(List.of(DISTRICT, DISTRICT))).hasMessageContaining("twice");
        OrgUnit inGrade = SCHOOL.toBuilder().parent(GRADE.id()).build();
        assertThatThrownBy(() -> OrgTree.of(List.of(inGrade, GRADE))).hasMessageContaining("does not hold");
        assertThatThrownBy(() -> GRADE.child(OrgUnitId.of("x"), OrgLevel.SCHOOL, "x"))
                .hasMessageContaining("does not hold");
        assertThatThrownBy(() -> SCHOOL.toBuilder().parent(SCHOOL.id()).build()).hasMessageContaining("own parent");
    }

    @Test
    void aStaffingIsWrittenAndReadBack() {
        Staffing post =
                Staffing.of(PersonId.of("t-478"), GRADE.id(), StakeholderGroup.TEACHER, SchoolYear.startingIn(1985))
                        .toBuilder()
                        .addGrades(GradeLevel.of(1))
                        .addSubjects(Subject.READING)
                        .yearsOfExperience(2.0)
                        .degree("master")
                        .careerStep("apprentice")
                        .addQualifications("reading endorsement")
                        .build();
        roundTrips(Staffing.FORM, post);
        assertThat(post.hasTaughtLessThan(3)).isTrue();
        assertThat(post.hasTaughtLessThan(2)).isFalse();
        assertThatThrownBy(() -> post.toBuilder().yearsOfExperience(-1.0).build())
                .hasMessageContaining("zero or more");
    }

    @Test
    void unknownExperienceIsNotLittleExperience() {
        Staffing post =
                Staffing.of(PersonId.of("t"), GRADE.id(), StakeholderGroup.TEACHER, SchoolYear.startingIn(1985));
        assertThat(post.hasTaughtLessThan(3)).isFalse();
    }

    @Test
    void sharesAreComparedExactly() {
        assertThat(Fraction.of(2, 4)).isEqualTo(Fraction.HALF).hasToString("1/2");
        assertThat(Fraction.percent(65)).hasToString("13/20").isGreaterThan(Fraction.HALF);
        assertThat(Fraction.parse("2/3")).isEqualTo(Fraction.TWO_THIRDS).isLessThan(Fraction.ONE);
        assertThatThrownBy(() -> Fraction.of(3, 2)).hasMessageContaining("swapped");
        assertThatThrownBy(() -> Fraction.parse("0.5")).hasMessageContaining("such as 2/3");
        assertThat(Minimum.MAJORITY.isMetBy(1, 2)).isFalse();
        assertThat(Minimum.atLeast(Fraction.HALF).isMetBy(1, 2)).isTrue();
        assertThat(Minimum.atLeast(Fraction.of(0, 1)).isMetBy(0, 0)).isFalse();
        assertThat(Minimum.TWO_THIRDS).hasToString("at least 2/3");
        assertThatThrownBy(() -> Minimum.moreThan(Fraction.ONE)).hasMessageContaining("Nothing can reach it");
        roundTrips(Minimum.FORM, Minimum.MAJORITY);
    }

    @Test
    void severalOfAGroupAreSpokenOfAsPeopleDo() {
        assertThat(StakeholderGroup.TEACHER.plural()).isEqualTo("teachers");
        assertThat(StakeholderGroup.COACH.plural()).isEqualTo("coaches");
        assertThat(StakeholderGroup.of("Parents").plural()).isEqualTo("Parents");
    }
}
