package org.iltlib.impact.quality;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What is known of one grade: its strengths, the evidence of rigor, and which of its classes that comes from. Immutable. */
@Value.Immutable
public abstract class GradeEvidence {
    /** The written form. */
    public static final Form<GradeEvidence> FORM = Form.<GradeEvidence, Builder>built(
                    GradeEvidence::builder, Builder::build)
            .field("grade", GradeLevel.FORM, GradeEvidence::grade, Builder::grade)
            .list("strengths", EntryId.FORM, GradeEvidence::strengths, Builder::addAllStrengths)
            .list("rigor", EntryId.FORM, GradeEvidence::rigor, Builder::addAllRigor)
            .list("classes", Forms.TEXT, GradeEvidence::classes, Builder::addAllClasses)
            .list("seenIn", Forms.TEXT, GradeEvidence::seenIn, Builder::addAllSeenIn);

    GradeEvidence() {}

    /** The grade. */
    public abstract GradeLevel grade();

    /** The findings that name a strength. */
    public abstract List<EntryId> strengths();

    /** The evidence of rigor: work on grade level, walks, judgments of demand. */
    public abstract List<EntryId> rigor();

    /** The classes of the grade, each once; not named by their teachers. */
    public abstract List<String> classes();

    /** The classes from which evidence comes, each one of {@link #classes()}. */
    public abstract List<String> seenIn();

    /** Checks that nothing stands twice and that classes seen are classes of the grade. */
    @Value.Check
    void check() {
        Checks.distinct(strengths(), "strengths");
        Checks.distinct(rigor(), "rigor");
        Checks.distinct(classes(), "classes").forEach(name -> Checks.id(name, "class"));
        Checks.distinct(seenIn(), "seenIn")
                .forEach(name -> Checks.require(
                        classes().contains(name),
                        "Grade %s has no class \"%s\". Expected one of %s.",
                        grade().code(),
                        name,
                        classes()));
    }

    /** The classes from which no evidence comes. */
    public List<String> listUnseen() {
        return classes().stream().filter(name -> !seenIn().contains(name)).toList();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds it; the grade must be set. */
    public static final class Builder extends ImmutableGradeEvidence.Builder {
        Builder() {}
    }
}
