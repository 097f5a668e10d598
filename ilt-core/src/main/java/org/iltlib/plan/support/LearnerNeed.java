package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.finding.NeedArea;
import org.iltlib.finding.NeedKind;
import org.iltlib.finding.StudentGroup;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That one student needs support, from the day on which it was seen. Immutable. */
@Value.Immutable
public abstract class LearnerNeed implements Recordable {
    /** The written form. */
    public static final Form<LearnerNeed> FORM = Form.<LearnerNeed, Builder>built(LearnerNeed::builder, Builder::build)
            .field("id", EntryId.FORM, LearnerNeed::id, Builder::id)
            .field("student", PersonId.FORM, LearnerNeed::student, Builder::student)
            .field("area", Forms.enumOf(NeedArea.class), LearnerNeed::area, Builder::area)
            .field("skill", Forms.TEXT, LearnerNeed::skill, Builder::skill)
            .field("seenOn", Forms.DATE, LearnerNeed::seenOn, Builder::seenOn)
            .list("groups", StudentGroup.FORM, LearnerNeed::groups, Builder::addAllGroups)
            .list("evidence", EntryId.FORM, LearnerNeed::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<LearnerNeed> KIND = Kind.of("learner-need", 1, LearnerNeed.class, FORM);

    LearnerNeed() {}

    @Override
    public abstract EntryId id();

    /** The student, by a pseudonymous id. */
    public abstract PersonId student();

    /** In what it lies; an area of students. */
    public abstract NeedArea area();

    /** What the student is to learn or get, in a few words. */
    public abstract String skill();

    /** The day on which it was seen. */
    public abstract LocalDate seenOn();

    /** The groups to which the student belongs, for reports by group; one for each column at most. */
    public abstract List<StudentGroup> groups();

    /** The entries that show it, at least one, each once. */
    public abstract List<EntryId> evidence();

    /** Checks area, skill, groups and evidence. */
    @Value.Check
    void check() {
        Checks.require(
                area().whose() == NeedKind.STUDENT,
                "area is %s, a need of teachers. Expected one of %s.",
                area().name(),
                NeedArea.listOf(NeedKind.STUDENT));
        Checks.text(skill(), "skill");
        Checks.distinct(groups().stream().map(StudentGroup::by).toList(), "groups");
        Checks.distinct(Checks.notEmpty(evidence(), "evidence"), "evidence");
    }

    /** The evidence. */
    @Override
    public List<EntryId> basedOn() {
        return evidence();
    }

    @Override
    public Kind<LearnerNeed> kind() {
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

    /** Builds a need; every property but the groups must be set. */
    public static final class Builder extends ImmutableLearnerNeed.Builder {
        Builder() {}
    }
}
