package org.iltlib.curriculum.version;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a person says becomes of a link that could not be carried without a word: which standards it goes to, or
 * that it ends. Immutable.
 */
@Value.Immutable
public abstract class LinkResolution {
    /** The written form. */
    public static final Form<LinkResolution> FORM = Form.<LinkResolution, Builder>built(
                    LinkResolution::builder, Builder::build)
            .field("standard", StandardId.FORM, LinkResolution::standard, Builder::standard)
            .list("successors", StandardId.FORM, LinkResolution::successors, Builder::addAllSuccessors)
            .field("by", PersonId.FORM, LinkResolution::by, Builder::by)
            .field("on", Forms.DATE, LinkResolution::on, Builder::on)
            .field("reason", Forms.TEXT, LinkResolution::reason, Builder::reason);

    LinkResolution() {}

    /** The standard of the earlier version. */
    public abstract StandardId standard();

    /** To which standards of the later version the link goes, each once; empty if it ends. */
    public abstract List<StandardId> successors();

    /** Who says so, by pseudonymous id. */
    public abstract PersonId by();

    /** The day. */
    public abstract LocalDate on();

    /** Why. */
    public abstract String reason();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.distinct(successors(), "successors");
        Checks.text(reason(), "reason");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a resolution; the successors may be left out if the link ends. */
    public static final class Builder extends ImmutableLinkResolution.Builder {
        Builder() {}
    }
}
