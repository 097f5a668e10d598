package org.iltlib.plan.design;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What became of a comment on a draft, and why. Immutable.
 */
@Value.Immutable
public abstract class CommentAnswer implements Recordable {
    /** The written form. */
    public static final Form<CommentAnswer> FORM = Form.<CommentAnswer, Builder>built(
                    CommentAnswer::builder, Builder::build)
            .field("id", EntryId.FORM, CommentAnswer::id, Builder::id)
            .field("comment", EntryId.FORM, CommentAnswer::comment, Builder::comment)
            .field("on", Forms.DATE, CommentAnswer::on, Builder::on)
            .field("by", PersonId.FORM, CommentAnswer::by, Builder::by)
            .field("result", Forms.enumOf(CommentResult.class), CommentAnswer::result, Builder::result)
            .field("reason", Forms.TEXT, CommentAnswer::reason, Builder::reason);

    /** The kind of entry. */
    public static final Kind<CommentAnswer> KIND = Kind.of("comment-answer", 1, CommentAnswer.class, FORM);

    CommentAnswer() {}

    @Override
    public abstract EntryId id();

    /** The recorded comment. */
    public abstract EntryId comment();

    /** The day. */
    public abstract LocalDate on();

    /** Who answers, by pseudonymous id. */
    public abstract PersonId by();

    /** What became of it. */
    public abstract CommentResult result();

    /** Why. */
    public abstract String reason();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
    }

    /** The comment. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(comment());
    }

    @Override
    public Kind<CommentAnswer> kind() {
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

    /** Builds an answer; everything must be set. */
    public static final class Builder extends ImmutableCommentAnswer.Builder {
        Builder() {}
    }
}
