package org.iltlib.impact.quality;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.impact.SeparateRating;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * Whether what is taught matters to those it is for, as each of several groups says by itself: students, teachers, the
 * community. A group that was not asked, or of which too few answered, is missing, and no group makes up for another.
 * Immutable.
 */
@Value.Immutable
public abstract class Relevance implements Recordable {
    /** The written form. */
    public static final Form<Relevance> FORM = Form.<Relevance, Builder>built(Relevance::builder, Builder::build)
            .field("id", EntryId.FORM, Relevance::id, Builder::id)
            .field("about", EntryId.FORM, Relevance::about, Builder::about)
            .field("on", Forms.DATE, Relevance::on, Builder::on)
            .list("wanted", StakeholderGroup.FORM, Relevance::wanted, Builder::wanted)
            .list("ratings", SourceRating.FORM, Relevance::ratings, Builder::addAllRatings)
            .list("contexts", Forms.TEXT, Relevance::contexts, Builder::addAllContexts)
            .list("evidence", EntryId.FORM, Relevance::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<Relevance> KIND = Kind.of("relevance", 1, Relevance.class, FORM);

    /** Who is asked unless said otherwise. */
    public static final List<StakeholderGroup> USUAL =
            List.of(StakeholderGroup.STUDENT, StakeholderGroup.TEACHER, StakeholderGroup.COMMUNITY);

    Relevance() {}

    @Override
    public abstract EntryId id();

    /** The entry of the course or framework. */
    public abstract EntryId about();

    /** The day. */
    public abstract LocalDate on();

    /** The groups whose word is wanted; students, teachers and the community unless said otherwise. */
    @Value.Default
    public List<StakeholderGroup> wanted() {
        return USUAL;
    }

    /** What each group says, each once. */
    public abstract List<SourceRating> ratings();

    /** The real contexts and pathways that it leads to, in words; may be empty. */
    public abstract List<String> contexts();

    /** The surveys and meetings that it rests on. */
    public abstract List<EntryId> evidence();

    /** Checks that nothing stands twice. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(wanted(), "wanted"), "wanted");
        Checks.distinct(ratings().stream().map(SourceRating::source).toList(), "ratings");
        contexts().forEach(words -> Checks.text(words, "context"));
        Checks.distinct(evidence(), "evidence");
    }

    /** The groups wanted that were not asked, or of which too few answered to show. */
    public List<StakeholderGroup> listMissing() {
        return wanted().stream()
                .filter(group -> ratings().stream()
                        .noneMatch(rating ->
                                rating.source().equals(group) && rating.level().isReported()))
                .toList();
    }

    /** The ratings below their minimum, in the order of the record; of groups not wanted too. */
    public List<SeparateRating> listFailing() {
        return ratings().stream()
                .flatMap(rating -> rating.rating().stream())
                .filter(rating -> !rating.passes())
                .toList();
    }

    /** Whether every group wanted has its say and no group's rating is below its minimum. */
    public boolean passes() {
        return listMissing().isEmpty() && listFailing().isEmpty();
    }

    /** The verdict in words: what falls short, who is missing, what it leads to. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                passes()
                        ? "Each of %s groups finds it relevant enough."
                        : "It is not shown to be relevant to each of %s groups, and none makes up for another.",
                wanted().size());
        for (SourceRating rating : ratings()) {
            whole = whole.because(
                    "%s: level %s, at least %s is needed (%s asked).",
                    rating.source().plural(), rating.level(), rating.minimum(), rating.asked());
        }
        for (StakeholderGroup group : listMissing()) {
            whole = whole.because("Of the %s nothing can be said.", group.plural());
        }
        return contexts().isEmpty()
                ? whole.because("No real context or pathway is named.")
                : whole.because("It leads to: %s.", String.join("; ", contexts()));
    }

    /** What is rated, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(about());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<Relevance> kind() {
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

    /** Builds ratings; id, what is rated and day must be set. */
    public static final class Builder extends ImmutableRelevance.Builder {
        Builder() {}
    }
}
