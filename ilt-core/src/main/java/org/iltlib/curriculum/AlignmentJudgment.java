package org.iltlib.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What one rater says of one item: which objective it asks for, and how demanding it is. A rater who finds no objective
 * leaves the primary objective out; the item is then uncodable for that rater, which is a result too. All reports on
 * alignment are made from such judgments. Immutable.
 */
@Value.Immutable
public abstract class AlignmentJudgment {
    /** The written form. */
    public static final Form<AlignmentJudgment> FORM = Form.<AlignmentJudgment, Builder>built(
                    AlignmentJudgment::builder, Builder::build)
            .field("rater", PersonId.FORM, AlignmentJudgment::rater, Builder::rater)
            .field("role", Forms.TEXT, AlignmentJudgment::role, Builder::role)
            .field("round", Forms.INTEGER, AlignmentJudgment::round, Builder::round)
            .field("item", Forms.TEXT, AlignmentJudgment::item, Builder::item)
            .maybe("primary", StandardId.FORM, AlignmentJudgment::primary, Builder::primary)
            .list("secondary", StandardId.FORM, AlignmentJudgment::secondary, Builder::addAllSecondary)
            .maybe("demand", Forms.INTEGER, AlignmentJudgment::demand, Builder::demand)
            .maybe("rationale", Forms.TEXT, AlignmentJudgment::rationale, Builder::rationale)
            .maybe("confidence", Forms.NUMBER, AlignmentJudgment::confidence, Builder::confidence)
            .maybe("generic", StandardId.FORM, AlignmentJudgment::generic, Builder::generic)
            .maybe("challenge", Forms.TEXT, AlignmentJudgment::sourceOfChallenge, Builder::sourceOfChallenge)
            .maybe("content", Forms.enumOf(Centrality.class), AlignmentJudgment::content, Builder::content)
            .maybe("performance", Forms.enumOf(Centrality.class), AlignmentJudgment::performance, Builder::performance);

    AlignmentJudgment() {}

    /** Who judged. */
    public abstract PersonId rater();

    /** In which role: {@code teacher}, {@code coach}, {@code external}. */
    public abstract String role();

    /** The round of judging, 1 being the independent first. */
    public abstract int round();

    /** The item of the assessment, by its label there. */
    public abstract String item();

    /** The objective that the item asks for above all; empty if the item is uncodable. */
    public abstract Optional<StandardId> primary();

    /** Further objectives, each once. */
    public abstract List<StandardId> secondary();

    /** The level of cognitive demand on the alignment's scale, 1 being the lowest. */
    public abstract Optional<Integer> demand();

    /** Why, in words. */
    public abstract Optional<String> rationale();

    /** How sure the rater is, from 0 to 1. */
    public abstract Optional<Double> confidence();

    /**
     * The standard that the item fits although it fits none of its objectives; only without a primary objective. Such an
     * item is not uncodable.
     */
    public abstract Optional<StandardId> generic();

    /**
     * What makes the item hard, or easy, for a reason that lies outside the objective: long reading, a clue in the
     * drawing. Absent if the challenge comes from what is to be learned.
     */
    public abstract Optional<String> sourceOfChallenge();

    /** How well the item's content is what the primary objective says. */
    public abstract Optional<Centrality> content();

    /** How well what the student must do is what the primary objective says. */
    public abstract Optional<Centrality> performance();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.text(role(), "role");
        Checks.positive(round(), "round");
        Checks.id(item(), "item");
        demand().ifPresent(demand -> Checks.positive(demand, "demand"));
        confidence().ifPresent(confidence -> Checks.share(confidence, "confidence"));
        Checks.require(
                primary().isPresent() || secondary().isEmpty(),
                "item \"%s\" has secondary objectives but no primary. Maybe the first of them is the primary.",
                item());
        Checks.distinct(listObjectives(), "objectives");
        Checks.require(
                primary().isEmpty() || generic().isEmpty(),
                "item \"%s\" fits objective \"%s\" and, beside any objective, standard \"%s\". Expected one of them.",
                item(),
                primary().map(StandardId::value).orElse(""),
                generic().map(StandardId::value).orElse(""));
        sourceOfChallenge().ifPresent(challenge -> Checks.text(challenge, "sourceOfChallenge"));
    }

    /** Whether the rater found neither an objective for the item nor a standard that it fits in general. */
    public boolean uncodable() {
        return primary().isEmpty() && generic().isEmpty();
    }

    /** The primary and the secondary objectives, in that order; empty if there is none. */
    public List<StandardId> listObjectives() {
        List<StandardId> objectives = new ArrayList<>(primary().stream().toList());
        objectives.addAll(secondary());
        return List.copyOf(objectives);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a judgment; rater, role, round and item must be set. */
    public static final class Builder extends ImmutableAlignmentJudgment.Builder {
        Builder() {}
    }
}
