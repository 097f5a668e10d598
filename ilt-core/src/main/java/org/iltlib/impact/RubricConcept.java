package org.iltlib.impact;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One concept of a rubric: what it is, what each level looks like, and whether the record can answer it. Immutable. */
@Value.Immutable
public abstract class RubricConcept {
    /** The written form. */
    public static final Form<RubricConcept> FORM = Form.<RubricConcept, Builder>built(
                    RubricConcept::builder, Builder::build)
            .field("id", Forms.TEXT, RubricConcept::id, Builder::id)
            .field("name", Forms.TEXT, RubricConcept::name, Builder::name)
            .list("descriptors", Forms.TEXT, RubricConcept::descriptors, Builder::addAllDescriptors)
            .maybe("readFrom", Forms.enumOf(Log.class), RubricConcept::readFrom, Builder::readFrom);

    /** What a record can tell of a team's work. */
    public enum Log {
        /** Who is on the team. */
        COMPOSITION,
        /** How often and how long it meets. */
        FREQUENCY,
        /** Who is there. */
        ATTENDANCE,
        /** Whether duties are given and rotate. */
        ROLES,
        /** Whether agendas and minutes go out in time. */
        COMMUNICATION,
        /** Whether cycles of inquiry are closed. */
        CYCLES
    }

    RubricConcept() {}

    /** A short id, unique in the rubric. */
    public abstract String id();

    /** The name. */
    public abstract String name();

    /** What each level looks like, lowest first; as many as the rubric has levels, or none where they are not loaded. */
    public abstract List<String> descriptors();

    /** Which log answers it; absent where only people can. */
    public abstract Optional<Log> readFrom();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.id(id(), "concept id");
        Checks.text(name(), "name");
        descriptors().forEach(words -> Checks.text(words, "descriptor"));
    }

    /** A concept that only people can judge, without descriptors. */
    public static RubricConcept of(String id, String name) {
        return builder().id(id).name(name).build();
    }

    /** A concept that a log answers, without descriptors. */
    public static RubricConcept of(String id, String name, Log log) {
        return builder().id(id).name(name).readFrom(log).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a concept; id and name must be set. */
    public static final class Builder extends ImmutableRubricConcept.Builder {
        Builder() {}
    }
}
