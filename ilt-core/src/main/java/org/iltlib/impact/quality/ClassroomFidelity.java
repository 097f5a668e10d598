package org.iltlib.impact.quality;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Minimum;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.impact.FidelityGate;
import org.immutables.value.Value;

/** How far one classroom carried out what was agreed, in counts. Immutable. */
@Value.Immutable
public abstract class ClassroomFidelity {
    /** The written form. */
    public static final Form<ClassroomFidelity> FORM = Form.<ClassroomFidelity, Builder>built(
                    ClassroomFidelity::builder, Builder::build)
            .field("classroom", Forms.TEXT, ClassroomFidelity::classroom, Builder::classroom)
            .field("adherence", CountOf.FORM, ClassroomFidelity::adherence, Builder::adherence)
            .field("dosage", CountOf.FORM, ClassroomFidelity::dosage, Builder::dosage)
            .field("quality", CountOf.FORM, ClassroomFidelity::quality, Builder::quality)
            .field("responsiveness", CountOf.FORM, ClassroomFidelity::responsiveness, Builder::responsiveness);

    ClassroomFidelity() {}

    /** An id of the classroom; not its teacher. */
    public abstract String classroom();

    /** The essential parts done, of all. */
    public abstract CountOf adherence();

    /** Minutes or lessons given, of those planned. */
    public abstract CountOf dosage();

    /** Points of a rubric, of the most there are. */
    public abstract CountOf quality();

    /** Students who took part, of those present. */
    public abstract CountOf responsiveness();

    /** Checks the id. */
    @Value.Check
    void check() {
        Checks.id(classroom(), "classroom");
    }

    /** Whether the mean of the four shares is enough, exactly. */
    public boolean reaches(Minimum criterion) {
        return FidelityGate.isEnough(
                FidelityGate.mean(List.of(
                        adherence().exact(),
                        dosage().exact(),
                        quality().exact(),
                        responsiveness().exact())),
                criterion);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds it; everything must be set. */
    public static final class Builder extends ImmutableClassroomFidelity.Builder {
        Builder() {}
    }
}
