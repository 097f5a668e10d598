package org.iltlib.plan.design;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * One group says yes or no to a draft. A later word of the same group takes the place of an earlier one.
 * Immutable.
 */
@Value.Immutable
public abstract class DraftApproval implements Recordable {
    /** The written form. */
    public static final Form<DraftApproval> FORM = Form.<DraftApproval, Builder>built(
                    DraftApproval::builder, Builder::build)
            .field("id", EntryId.FORM, DraftApproval::id, Builder::id)
            .field("draft", EntryId.FORM, DraftApproval::draft, Builder::draft)
            .field("group", StakeholderGroup.FORM, DraftApproval::group, Builder::group)
            .field("on", Forms.DATE, DraftApproval::on, Builder::on)
            .field("approves", Forms.FLAG, DraftApproval::approves, Builder::approves)
            .maybe("condition", Forms.TEXT, DraftApproval::condition, Builder::condition);

    /** The kind of entry. */
    public static final Kind<DraftApproval> KIND = Kind.of("draft-approval", 1, DraftApproval.class, FORM);

    DraftApproval() {}

    @Override
    public abstract EntryId id();

    /** The recorded draft. */
    public abstract EntryId draft();

    /** The group. */
    public abstract StakeholderGroup group();

    /** The day. */
    public abstract LocalDate on();

    /** Whether it approves. */
    public abstract boolean approves();

    /** On which condition, or why not. */
    public abstract Optional<String> condition();

    /** Checks the parts. */
    @Value.Check
    void check() {
        condition().ifPresent(text -> Checks.text(text, "condition"));
        Checks.require(
                approves() || condition().isPresent(),
                "%s do not approve and do not say why. Expected a reason.",
                group().plural());
    }

    /** The draft. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(draft());
    }

    @Override
    public Kind<DraftApproval> kind() {
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

    /** Builds an approval; the condition may be left out. */
    public static final class Builder extends ImmutableDraftApproval.Builder {
        Builder() {}
    }
}
