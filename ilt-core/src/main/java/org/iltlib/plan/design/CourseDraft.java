package org.iltlib.plan.design;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * A course that is put forward, new or in place of an earlier version, with who wrote it, why each change is made
 * and which groups must approve. Immutable.
 */
@Value.Immutable
public abstract class CourseDraft implements Recordable {
    /** The written form. */
    public static final Form<CourseDraft> FORM = Form.<CourseDraft, Builder>built(CourseDraft::builder, Builder::build)
            .field("id", EntryId.FORM, CourseDraft::id, Builder::id)
            .field("course", EntryId.FORM, CourseDraft::course, Builder::course)
            .field("on", Forms.DATE, CourseDraft::on, Builder::on)
            .field("reason", Forms.TEXT, CourseDraft::reason, Builder::reason)
            .list("changes", ReasonedChange.FORM, CourseDraft::changes, Builder::addAllChanges)
            .list("contributors", Contributor.FORM, CourseDraft::contributors, Builder::addAllContributors)
            .set("approvers", StakeholderGroup.FORM, CourseDraft::approvers, Builder::addAllApprovers);

    /** The kind of entry. */
    public static final Kind<CourseDraft> KIND = Kind.of("course-draft", 1, CourseDraft.class, FORM);

    CourseDraft() {}

    @Override
    public abstract EntryId id();

    /** The recorded course as it is put forward. */
    public abstract EntryId course();

    /** The day on which it was put forward. */
    public abstract LocalDate on();

    /** Why there should be such a course, or another version of it. */
    public abstract String reason();

    /** The change log: what changes from the earlier version, and why; each unit once. */
    public abstract List<ReasonedChange> changes();

    /** Who works on it; at least one, and one in the lead. Each person once a role. */
    public abstract List<Contributor> contributors();

    /** The groups that must approve, at least one. */
    @Value.NaturalOrder
    public abstract SortedSet<StakeholderGroup> approvers();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
        Checks.distinct(changes().stream().map(ReasonedChange::unit).toList(), "changes");
        Checks.distinct(
                contributors().stream()
                        .map(one -> List.of(one.person().value(), one.role().name()))
                        .toList(),
                "contributors");
        Checks.require(
                contributors().stream().anyMatch(one -> one.role() == ContributorRole.LEAD),
                "Nobody of %s is in the lead. Expected one who answers for it.",
                contributors().stream().map(Contributor::person).toList());
        Checks.notEmpty(approvers(), "approvers");
    }

    /** The course. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(course());
    }

    @Override
    public Kind<CourseDraft> kind() {
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

    /** Builds a draft; the changes may be left out for a new course. */
    public static final class Builder extends ImmutableCourseDraft.Builder {
        Builder() {}
    }
}
