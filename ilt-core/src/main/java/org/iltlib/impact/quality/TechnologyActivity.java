package org.iltlib.impact.quality;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One thing that students do with technology: what for, and at which level of a scale. Immutable. */
@Value.Immutable
public abstract class TechnologyActivity {
    /** The written form. */
    public static final Form<TechnologyActivity> FORM = Form.<TechnologyActivity, Builder>built(
                    TechnologyActivity::builder, Builder::build)
            .field("activity", Forms.TEXT, TechnologyActivity::activity, Builder::activity)
            .field("purpose", Forms.TEXT, TechnologyActivity::purpose, Builder::purpose)
            .maybe("characteristic", Forms.TEXT, TechnologyActivity::characteristic, Builder::characteristic)
            .field("level", Forms.TEXT, TechnologyActivity::level, Builder::level)
            .maybe("evidence", EntryId.FORM, TechnologyActivity::evidence, Builder::evidence);

    TechnologyActivity() {}

    /** What is done, in words. */
    public abstract String activity();

    /** What for, as a tag: {@code practice}, {@code create}, {@code access}. */
    public abstract String purpose();

    /** The characteristic of learning, where the scale has some. */
    public abstract Optional<String> characteristic();

    /** The level of the scale. */
    public abstract String level();

    /** The walk or the lesson in which it was seen. */
    public abstract Optional<EntryId> evidence();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.text(activity(), "activity");
        Checks.id(purpose(), "purpose");
        characteristic().ifPresent(one -> Checks.id(one, "characteristic"));
        Checks.id(level(), "level");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an activity; what, what for and level must be set. */
    public static final class Builder extends ImmutableTechnologyActivity.Builder {
        Builder() {}
    }
}
