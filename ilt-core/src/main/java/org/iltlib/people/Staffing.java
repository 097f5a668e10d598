package org.iltlib.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What one person does in one unit in one school year. Facts about adults: keep only what a purpose needs, and never a
 * name. Immutable.
 */
@Value.Immutable
public abstract class Staffing {
    /** The written form. */
    public static final Form<Staffing> FORM = Form.<Staffing, Builder>built(Staffing::builder, Builder::build)
            .field("person", PersonId.FORM, Staffing::person, Builder::person)
            .field("unit", OrgUnitId.FORM, Staffing::unit, Builder::unit)
            .field("group", StakeholderGroup.FORM, Staffing::group, Builder::group)
            .field("year", SchoolYear.FORM, Staffing::year, Builder::year)
            .set("grades", GradeLevel.FORM, Staffing::grades, Builder::addAllGrades)
            .set("subjects", Subject.FORM, Staffing::subjects, Builder::addAllSubjects)
            .maybe("yearsOfExperience", Forms.NUMBER, Staffing::yearsOfExperience, Builder::yearsOfExperience)
            .maybe("degree", Forms.TEXT, Staffing::degree, Builder::degree)
            .maybe("careerStep", Forms.TEXT, Staffing::careerStep, Builder::careerStep)
            .list("qualifications", Forms.TEXT, Staffing::qualifications, Builder::addAllQualifications);

    Staffing() {}

    /** The person, by pseudonymous id. */
    public abstract PersonId person();

    /** The school, department or grade. */
    public abstract OrgUnitId unit();

    /** The group to which the person belongs there. */
    public abstract StakeholderGroup group();

    /** The school year. */
    public abstract SchoolYear year();

    /** The grades taught or served; may be empty. */
    public abstract Set<GradeLevel> grades();

    /** The subjects taught; empty where it is all, or none. */
    public abstract Set<Subject> subjects();

    /** Completed years of teaching at the start of the year, zero or more; absent where unknown. */
    public abstract Optional<Double> yearsOfExperience();

    /** The highest degree, in the school's own words. */
    public abstract Optional<String> degree();

    /** The step on a career ladder, in the school's own words: {@code apprentice}, {@code level 2}. */
    public abstract Optional<String> careerStep();

    /** Certificates and endorsements, in the school's own words. */
    public abstract List<String> qualifications();

    /** Checks that experience is a finite number of at least zero and that texts are not blank. */
    @Value.Check
    void check() {
        yearsOfExperience().ifPresent(years -> {
            Checks.finite(years, "yearsOfExperience");
            Checks.require(years >= 0, "yearsOfExperience is %s. Expected zero or more.", years);
        });
        degree().ifPresent(text -> Checks.text(text, "degree"));
        careerStep().ifPresent(text -> Checks.text(text, "careerStep"));
        qualifications().forEach(text -> Checks.text(text, "qualification"));
    }

    /** A post of which nothing more is known. */
    public static Staffing of(PersonId person, OrgUnitId unit, StakeholderGroup group, SchoolYear year) {
        return builder().person(person).unit(unit).group(group).year(year).build();
    }

    /** Whether the person is known to have taught for fewer years than that; false where it is unknown. */
    public boolean hasTaughtLessThan(double years) {
        return yearsOfExperience().filter(known -> known < years).isPresent();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a staffing; person, unit, group and year must be set. */
    public static final class Builder extends ImmutableStaffing.Builder {
        Builder() {}
    }
}
