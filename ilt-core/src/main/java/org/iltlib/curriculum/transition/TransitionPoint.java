package org.iltlib.curriculum.transition;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * Where students move on: from a grade of one school to the next grade, there or elsewhere, and what they should
 * bring. Immutable.
 */
@Value.Immutable
public abstract class TransitionPoint implements Recordable {
    /** The written form. */
    public static final Form<TransitionPoint> FORM = Form.<TransitionPoint, Builder>built(
                    TransitionPoint::builder, Builder::build)
            .field("id", EntryId.FORM, TransitionPoint::id, Builder::id)
            .field("framework", EntryId.FORM, TransitionPoint::framework, Builder::framework)
            .field("fromSchool", OrgUnitId.FORM, TransitionPoint::fromSchool, Builder::fromSchool)
            .field("fromGrade", GradeLevel.FORM, TransitionPoint::fromGrade, Builder::fromGrade)
            .field("toSchool", OrgUnitId.FORM, TransitionPoint::toSchool, Builder::toSchool)
            .field("toGrade", GradeLevel.FORM, TransitionPoint::toGrade, Builder::toGrade)
            .list("prerequisites", StandardId.FORM, TransitionPoint::prerequisites, Builder::addAllPrerequisites);

    /** The kind of entry. */
    public static final Kind<TransitionPoint> KIND = Kind.of("transition-point", 1, TransitionPoint.class, FORM);

    TransitionPoint() {}

    @Override
    public abstract EntryId id();

    /** The recorded framework. */
    public abstract EntryId framework();

    /** The school that they leave, or stay in. */
    public abstract OrgUnitId fromSchool();

    /** The grade that they leave. */
    public abstract GradeLevel fromGrade();

    /** The school to which they come. */
    public abstract OrgUnitId toSchool();

    /** The grade to which they come; a later one, or the same at another school. */
    public abstract GradeLevel toGrade();

    /** The standards on which the first units there build, each once. */
    public abstract List<StandardId> prerequisites();

    /** Checks the parts. */
    @Value.Check
    void check() {
        int step = toGrade().compareTo(fromGrade());
        Checks.require(
                step > 0 || (step == 0 && !fromSchool().equals(toSchool())),
                "Students move from %s at \"%s\" to %s at \"%s\". Expected a later grade, or another school. Maybe the two"
                        + " are swapped.",
                fromGrade(),
                fromSchool(),
                toGrade(),
                toSchool());
        Checks.distinct(prerequisites(), "prerequisites");
    }

    /** Whether they change schools. */
    public boolean changesSchool() {
        return !fromSchool().equals(toSchool());
    }

    /** The framework. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(framework());
    }

    @Override
    public Kind<TransitionPoint> kind() {
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

    /** Builds a transition; the prerequisites may be left out. */
    public static final class Builder extends ImmutableTransitionPoint.Builder {
        Builder() {}
    }
}
