package org.iltlib.learning.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.finding.NeedArea;
import org.iltlib.finding.NeedKind;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What teachers need, with everything that points to it. It speaks of a number of teachers, of nobody by name. A need
 * that only one source points to may be written down, and {@link #isTriangulated()} tells that it waits for a second.
 * Immutable.
 */
@Value.Immutable
public abstract class TeacherNeed implements Recordable {
    private static final int STEPS = 5;

    /** The written form. */
    public static final Form<TeacherNeed> FORM = Form.<TeacherNeed, Builder>built(TeacherNeed::builder, Builder::build)
            .field("id", EntryId.FORM, TeacherNeed::id, Builder::id)
            .field("area", Forms.enumOf(NeedArea.class), TeacherNeed::area, Builder::area)
            .field("statement", Forms.TEXT, TeacherNeed::statement, Builder::statement)
            .list("topics", Forms.TEXT, TeacherNeed::topics, Builder::addAllTopics)
            .list("subjects", Subject.FORM, TeacherNeed::subjects, Builder::addAllSubjects)
            .list("grades", GradeLevel.FORM, TeacherNeed::grades, Builder::addAllGrades)
            .list("signals", NeedSignal.FORM, TeacherNeed::signals, Builder::addAllSignals)
            .field("severity", Forms.INTEGER, TeacherNeed::severity, Builder::severity)
            .field("concerned", Forms.INTEGER, TeacherNeed::concerned, Builder::concerned)
            .field("asked", Forms.INTEGER, TeacherNeed::asked, Builder::asked)
            .field("changeability", Forms.INTEGER, TeacherNeed::changeability, Builder::changeability);

    /** The kind of entry. */
    public static final Kind<TeacherNeed> KIND = Kind.of("teacher-need", 1, TeacherNeed.class, FORM);

    TeacherNeed() {}

    @Override
    public abstract EntryId id();

    /** What sort of need. */
    public abstract NeedArea area();

    /** One sentence. */
    public abstract String statement();

    /** Its topics, in the words of the catalogue; each once, may be empty. */
    public abstract List<String> topics();

    /** The subjects concerned, each once; empty if all. */
    public abstract List<Subject> subjects();

    /** The grades concerned, each once; empty if all. */
    public abstract List<GradeLevel> grades();

    /** What points to it; at least one. */
    public abstract List<NeedSignal> signals();

    /** How much it hinders teaching: 1 a little, 5 greatly. */
    public abstract int severity();

    /** How many teachers it concerns, at least 1. */
    public abstract int concerned();

    /** Of how many who were looked at; not fewer. */
    public abstract int asked();

    /** How far the school can do something about it: 1 hardly, 5 wholly. */
    public abstract int changeability();

    /** Checks texts, signals and numbers. */
    @Value.Check
    void check() {
        Checks.require(
                area().whose() == NeedKind.TEACHER,
                "The area of a teacher's need is %s. Expected one of %s.",
                area(),
                NeedArea.listOf(NeedKind.TEACHER));
        Checks.text(statement(), "statement");
        Checks.distinct(topics(), "topics").forEach(topic -> Checks.text(topic, "topic"));
        Checks.distinct(subjects(), "subjects");
        Checks.distinct(grades(), "grades");
        Checks.distinct(Checks.notEmpty(signals(), "signals"), "signals");
        step(severity(), "severity");
        step(changeability(), "changeability");
        Checks.positive(concerned(), "concerned");
        Checks.require(
                asked() >= concerned(),
                "asked is %s, concerned is %s. Expected no more concerned than asked. Maybe the two are swapped.",
                asked(),
                concerned());
    }

    private static void step(int value, String name) {
        Checks.require(value >= 1 && value <= STEPS, "%s is %s. Expected 1 to %s.", name, value, STEPS);
    }

    /** The sources that point to it, in their order. */
    public Set<NeedSource> sources() {
        Set<NeedSource> sources = EnumSet.noneOf(NeedSource.class);
        signals().forEach(signal -> sources.add(signal.source()));
        return Collections.unmodifiableSet(sources);
    }

    /**
     * Whether two independent sources point to it: two signals of different sources that rest on different entries. One
     * survey that is counted as self-report and as observation is one source.
     */
    public boolean isTriangulated() {
        return signals().stream()
                .anyMatch(one -> signals().stream()
                        .anyMatch(other -> one.source() != other.source()
                                && !one.evidence().equals(other.evidence())));
    }

    /** Severity × teachers concerned × changeability; at least 1. */
    public long priority() {
        return (long) severity() * concerned() * changeability();
    }

    /** What the signals rest on. */
    @Override
    public List<EntryId> basedOn() {
        return signals().stream().map(NeedSignal::evidence).distinct().toList();
    }

    @Override
    public Kind<TeacherNeed> kind() {
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

    /** Builds a need; topics, subjects and grades may be left out. */
    public static final class Builder extends ImmutableTeacherNeed.Builder {
        Builder() {}
    }
}
