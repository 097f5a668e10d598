package org.iltlib.curriculum;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What is planned to be taught in one subject and grade over a year: units in order, citing a framework. Immutable. */
@Value.Immutable
public abstract class Course implements Recordable {
    /** The written form. */
    public static final Form<Course> FORM = Form.<Course, Builder>built(Course::builder, Builder::build)
            .field("id", EntryId.FORM, Course::id, Builder::id)
            .field("framework", EntryId.FORM, Course::framework, Builder::framework)
            .field("title", Forms.TEXT, Course::title, Builder::title)
            .field("subject", Forms.TEXT, Course::subject, Builder::subject)
            .field("grade", GradeLevel.FORM, Course::grade, Builder::grade)
            .list("units", Unit.FORM, Course::units, Builder::addAllUnits)
            .maybe("version", Forms.TEXT, Course::version, Builder::version)
            .maybe("replaces", EntryId.FORM, Course::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<Course> KIND = Kind.of("course", 1, Course.class, FORM);

    Course() {}

    @Override
    public abstract EntryId id();

    /** The recorded framework whose standards the units teach. */
    public abstract EntryId framework();

    /** What it is called. */
    public abstract String title();

    /** The subject. */
    public abstract String subject();

    /** The grade. */
    public abstract GradeLevel grade();

    /** The units in the order in which they are taught. */
    public abstract List<Unit> units();

    /** Which version it is, in the school's own words: {@code 2026.2}. */
    public abstract Optional<String> version();

    /** The recorded earlier version whose place it takes. */
    public abstract Optional<EntryId> replaces();

    /** Checks that unit ids are unique. */
    @Value.Check
    void check() {
        Checks.text(title(), "title");
        Checks.text(subject(), "subject");
        Checks.distinct(units().stream().map(Unit::id).toList(), "units");
        version().ifPresent(text -> Checks.text(text, "version"));
        replaces()
                .ifPresent(earlier -> Checks.require(
                        !earlier.equals(framework()) && !earlier.equals(id()),
                        "course \"%s\" replaces \"%s\". Expected an earlier version of the course.",
                        id(),
                        earlier));
    }

    /** The school days planned for all units together. */
    public int plannedDays() {
        return units().stream().mapToInt(Unit::plannedDays).sum();
    }

    /** The standards that some unit teaches, each once, in order of teaching. */
    public List<StandardId> listStandards() {
        return units().stream()
                .flatMap(unit -> unit.standards().stream())
                .distinct()
                .toList();
    }

    /** The unit with that id, if there is one. */
    public Optional<Unit> findUnit(String unit) {
        return units().stream().filter(candidate -> candidate.id().equals(unit)).findFirst();
    }

    /** The framework, and the version that it replaces. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(framework()), replaces().stream()).toList();
    }

    @Override
    public Kind<Course> kind() {
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

    /** Builds a course; units, version and what it replaces may be left out. */
    public static final class Builder extends ImmutableCourse.Builder {
        Builder() {}
    }
}
