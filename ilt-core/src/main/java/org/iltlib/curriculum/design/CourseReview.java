package org.iltlib.curriculum.design;

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
 * A review of a whole course: whether it still fits, with what ties it to the world. Immutable.
 */
@Value.Immutable
public abstract class CourseReview implements Recordable {
    /** The written form. */
    public static final Form<CourseReview> FORM = Form.<CourseReview, Builder>built(
                    CourseReview::builder, Builder::build)
            .field("id", EntryId.FORM, CourseReview::id, Builder::id)
            .field("course", EntryId.FORM, CourseReview::course, Builder::course)
            .field("on", Forms.DATE, CourseReview::on, Builder::on)
            .set("groups", StakeholderGroup.FORM, CourseReview::groups, Builder::addAllGroups)
            .field("result", Forms.enumOf(ReviewResult.class), CourseReview::result, Builder::result)
            .field("reasons", Forms.TEXT, CourseReview::reasons, Builder::reasons)
            .list("links", ContextLink.FORM, CourseReview::links, Builder::addAllLinks);

    /** The kind of entry. */
    public static final Kind<CourseReview> KIND = Kind.of("course-review", 1, CourseReview.class, FORM);

    CourseReview() {}

    @Override
    public abstract EntryId id();

    /** The recorded course. */
    public abstract EntryId course();

    /** The day on which the review was finished. */
    public abstract LocalDate on();

    /** Who took part, at least one group. */
    @Value.NaturalOrder
    public abstract SortedSet<StakeholderGroup> groups();

    /** What it came to. */
    public abstract ReviewResult result();

    /** Why, in words. */
    public abstract String reasons();

    /** What ties its units to contexts and pathways, as the review found it. */
    public abstract List<ContextLink> links();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.notEmpty(groups(), "groups");
        Checks.text(reasons(), "reasons");
        Checks.distinct(links(), "links");
    }

    /** The course. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(course());
    }

    @Override
    public Kind<CourseReview> kind() {
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

    /** Builds a review; the links may be left out. */
    public static final class Builder extends ImmutableCourseReview.Builder {
        Builder() {}
    }
}
