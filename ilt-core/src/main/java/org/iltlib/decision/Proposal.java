package org.iltlib.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.AgendaItem;
import org.immutables.value.Value;

/**
 * A question put to the team, with its options and what they rest on. Ballots name the revision of the text, so a
 * change of text voids those cast before. Immutable.
 */
@Value.Immutable
public abstract class Proposal implements Recordable {
    /** The written form. */
    public static final Form<Proposal> FORM = Form.<Proposal, Builder>built(Proposal::builder, Builder::build)
            .field("id", EntryId.FORM, Proposal::id, Builder::id)
            .field("revision", Forms.INTEGER, Proposal::revision, Builder::revision)
            .maybe("revises", EntryId.FORM, Proposal::revises, Builder::revises)
            .maybe("proposedBy", PersonId.FORM, Proposal::proposedBy, Builder::proposedBy)
            .field("question", Forms.TEXT, Proposal::question, Builder::question)
            .field("text", Forms.TEXT, Proposal::text, Builder::text)
            .list("options", Option.FORM, Proposal::options, Builder::addAllOptions)
            .field("proposed", Forms.TEXT, Proposal::proposed, Builder::proposed)
            .list("criteria", Forms.TEXT, Proposal::criteria, Builder::addAllCriteria)
            .list("needs", EntryId.FORM, Proposal::needs, Builder::addAllNeeds)
            .list("evidence", EntryId.FORM, Proposal::evidence, Builder::addAllEvidence)
            .set("affected", StakeholderGroup.FORM, Proposal::affected, Builder::addAllAffected)
            .list("costs", Cost.FORM, Proposal::costs, Builder::addAllCosts)
            .maybe("prediction", Prediction.FORM, Proposal::prediction, Builder::prediction)
            .maybe("category", Forms.enumOf(AgendaItem.Category.class), Proposal::category, Builder::category);

    /** The kind of entry. */
    public static final Kind<Proposal> KIND = Kind.of("proposal", 1, Proposal.class, FORM);

    Proposal() {}

    @Override
    public abstract EntryId id();

    /** The revision of the text, from 1; 1 unless said otherwise. */
    @Value.Default
    public int revision() {
        return 1;
    }

    /** The proposal of which this is the next revision; present from revision 2. */
    public abstract Optional<EntryId> revises();

    /** Who put it. */
    public abstract Optional<PersonId> proposedBy();

    /** The question. */
    public abstract String question();

    /** What exactly would be adopted. */
    public abstract String text();

    /** The options, at least two, exactly one of them the status quo, each id once. */
    public abstract List<Option> options();

    /** The id of the option that the text puts to the vote; not the status quo. */
    public abstract String proposed();

    /** What the options are judged by. */
    public abstract List<String> criteria();

    /** The needs it answers. */
    public abstract List<EntryId> needs();

    /** The findings and other evidence it rests on. */
    public abstract List<EntryId> evidence();

    /** The groups it touches. */
    public abstract Set<StakeholderGroup> affected();

    /** What it costs. */
    public abstract List<Cost> costs();

    /** What is expected to come of it. */
    public abstract Optional<Prediction> prediction();

    /** What it is about. */
    public abstract Optional<AgendaItem.Category> category();

    /** Checks the texts, the options and the revision. */
    @Value.Check
    void check() {
        Checks.text(question(), "question");
        Checks.text(text(), "text");
        Checks.positive(revision(), "revision");
        Checks.require(
                revises().isPresent() == (revision() > 1),
                "Revision %s %s. Expected from revision 2, and only from there.",
                revision(),
                revises().isPresent() ? "revises another" : "revises nothing");
        Checks.require(
                options().size() >= 2,
                "There are %s options. Expected at least two.",
                options().size());
        Checks.distinct(options().stream().map(Option::id).toList(), "options");
        long statusQuo = options().stream().filter(Option::statusQuo).count();
        Checks.require(statusQuo == 1, "%s options are the status quo. Expected exactly one.", statusQuo);
        Checks.require(
                !getOption(proposed()).statusQuo(), "The option put to the vote, %s, is the status quo.", proposed());
        criteria().forEach(criterion -> Checks.text(criterion, "criterion"));
    }

    /** Whether it is about teaching and learning; so unless its category says otherwise. */
    public boolean isInstructional() {
        return category().orElse(AgendaItem.Category.INSTRUCTIONAL) == AgendaItem.Category.INSTRUCTIONAL;
    }

    /** The option with that id, if there is one. */
    public Optional<Option> findOption(String optionId) {
        return options().stream().filter(option -> option.id().equals(optionId)).findFirst();
    }

    /**
     * The option with that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Option getOption(String optionId) {
        return findOption(optionId)
                .orElseThrow(() -> new IllegalArgumentException("There is no option %s. Known: %s."
                        .formatted(optionId, options().stream().map(Option::id).toList())));
    }

    /** The next revision, a new entry with another text; everything else stays, and may be changed before it is built. */
    public Builder revise(EntryId newId, String newText) {
        return toBuilder().id(newId).revision(revision() + 1).revises(id()).text(newText);
    }

    /** The proposal revised, then needs, then evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(revises().stream().toList());
        ids.addAll(needs());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<Proposal> kind() {
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

    /** Builds a proposal; id, question, text, options and the proposed one must be set. */
    public static final class Builder extends ImmutableProposal.Builder {
        Builder() {}
    }
}
