package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Materials tried in classrooms before they are chosen, and what came of it. Immutable. */
@Value.Immutable
public abstract class MaterialTrial {
    /** The written form. */
    public static final Form<MaterialTrial> FORM = Form.<MaterialTrial, Builder>built(
                    MaterialTrial::builder, Builder::build)
            .field("unit", OrgUnitId.FORM, MaterialTrial::unit, Builder::unit)
            .field("classes", Forms.INTEGER, MaterialTrial::classes, Builder::classes)
            .field("weeks", Forms.INTEGER, MaterialTrial::weeks, Builder::weeks)
            .field("seen", Forms.TEXT, MaterialTrial::seen, Builder::seen)
            .list("evidence", EntryId.FORM, MaterialTrial::evidence, Builder::addAllEvidence);

    MaterialTrial() {}

    /** The school. */
    public abstract OrgUnitId unit();

    /** How many classes tried it, at least 1. */
    public abstract int classes();

    /** For how many weeks, at least 1. */
    public abstract int weeks();

    /** What was seen, in words. */
    public abstract String seen();

    /** The findings, surveys or walks that show it. */
    public abstract List<EntryId> evidence();

    /** Checks numbers and words. */
    @Value.Check
    void check() {
        Checks.positive(classes(), "classes");
        Checks.positive(weeks(), "weeks");
        Checks.text(seen(), "seen");
        Checks.distinct(evidence(), "evidence");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a trial; everything but the evidence must be set. */
    public static final class Builder extends ImmutableMaterialTrial.Builder {
        Builder() {}
    }
}
