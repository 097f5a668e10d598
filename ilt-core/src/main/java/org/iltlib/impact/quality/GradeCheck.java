package org.iltlib.impact.quality;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Whether strengths and rigor are visible in every grade of a school: grade by grade what was found, and who is missing. A
 * school is not complete because most of its grades are. Immutable.
 */
@Value.Immutable
public abstract class GradeCheck implements Recordable {
    /** The written form. */
    public static final Form<GradeCheck> FORM = Form.<GradeCheck, Builder>built(GradeCheck::builder, Builder::build)
            .field("id", EntryId.FORM, GradeCheck::id, Builder::id)
            .field("unit", OrgUnitId.FORM, GradeCheck::unit, Builder::unit)
            .field("on", Forms.DATE, GradeCheck::on, Builder::on)
            .list("expected", GradeLevel.FORM, GradeCheck::expected, Builder::addAllExpected)
            .list("grades", GradeEvidence.FORM, GradeCheck::grades, Builder::addAllGrades);

    /** The kind of entry. */
    public static final Kind<GradeCheck> KIND = Kind.of("grade-check", 1, GradeCheck.class, FORM);

    GradeCheck() {}

    @Override
    public abstract EntryId id();

    /** The school. */
    public abstract OrgUnitId unit();

    /** The day. */
    public abstract LocalDate on();

    /** The grades that it has, each once, at least one. */
    public abstract List<GradeLevel> expected();

    /** What is known of grades, each once and one of {@link #expected()}. */
    public abstract List<GradeEvidence> grades();

    /** Checks that no grade stands twice and that each is expected. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(expected(), "expected"), "expected");
        Checks.distinct(grades().stream().map(GradeEvidence::grade).toList(), "grades");
        grades().forEach(one -> Checks.require(
                expected().contains(one.grade()),
                "There is evidence of grade %s. Expected one of %s.",
                one.grade().code(),
                expected().stream().map(GradeLevel::code).toList()));
    }

    /** What is known of that grade, if anything is. */
    public Optional<GradeEvidence> findGrade(GradeLevel grade) {
        return grades().stream().filter(one -> one.grade().equals(grade)).findFirst();
    }

    /** The grades in which no strength was found: nobody looked, or nobody saw. */
    public List<GradeLevel> listWithoutStrength() {
        return without(one -> one.strengths().isEmpty());
    }

    /** The grades without evidence of rigor. */
    public List<GradeLevel> listWithoutRigor() {
        return without(one -> one.rigor().isEmpty());
    }

    private List<GradeLevel> without(Predicate<GradeEvidence> lacks) {
        return expected().stream()
                .filter(grade -> findGrade(grade).filter(lacks.negate()).isEmpty())
                .toList();
    }

    /** The classes of each grade from which no evidence comes; grades whose classes were all seen are left out. */
    public SortedMap<GradeLevel, List<String>> listUnseenClasses() {
        SortedMap<GradeLevel, List<String>> unseen = new TreeMap<>();
        grades().stream()
                .filter(one -> !one.listUnseen().isEmpty())
                .forEach(one -> unseen.put(one.grade(), one.listUnseen()));
        return Collections.unmodifiableSortedMap(unseen);
    }

    /** Whether every grade has a strength and evidence of rigor, and no class is missing. */
    public boolean isComplete() {
        return listWithoutStrength().isEmpty()
                && listWithoutRigor().isEmpty()
                && listUnseenClasses().isEmpty();
    }

    /** The check in words, grade by grade. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                isComplete()
                        ? "Each of %s grades shows a strength and rigor, from all of its classes."
                        : "Of %s grades, some do not show both a strength and rigor from all of their classes.",
                expected().size());
        for (GradeLevel grade : expected()) {
            whole = whole.because(findGrade(grade)
                    .map(one -> Explanation.of(
                            "Grade %s: strengths %s, rigor %s, classes missing %s.",
                            grade.code(), one.strengths().size(), one.rigor().size(), one.listUnseen()))
                    .orElse(Explanation.of("Grade %s: nothing.", grade.code())));
        }
        return whole;
    }

    /** The strengths and the evidence of rigor. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        for (GradeEvidence one : grades()) {
            ids.addAll(one.strengths());
            ids.addAll(one.rigor());
        }
        return List.copyOf(ids);
    }

    @Override
    public Kind<GradeCheck> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a check; id, school, day and an expected grade must be set. */
    public static final class Builder extends ImmutableGradeCheck.Builder {
        Builder() {}
    }
}
