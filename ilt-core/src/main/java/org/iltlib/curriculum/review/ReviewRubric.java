package org.iltlib.curriculum.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How materials are reviewed, in one version, as data: gates in sequence, each with criteria and cut scores; criteria that
 * are weighed once every gate is passed; and who must be on the panel. Reviews by two versions are not compared.
 * Immutable.
 *
 * <pre>{@code
 * ReviewRubric rubric = EdReports.k8Mathematics(EntryId.of("rubric-math"))
 *         .withCriteria("gate-1", List.of(ReviewCriterion.of("1a", wording, 2), ...));   // must make 14 points
 * ReviewRubric own = ReviewRubric.FORM.read(CanonicalJson.read(file));
 * }</pre>
 */
@Value.Immutable
public abstract class ReviewRubric implements Recordable {
    /** The written form. */
    public static final Form<ReviewRubric> FORM = Form.<ReviewRubric, Builder>built(
                    ReviewRubric::builder, Builder::build)
            .field("id", EntryId.FORM, ReviewRubric::id, Builder::id)
            .field("name", Forms.TEXT, ReviewRubric::name, Builder::name)
            .field("version", Forms.TEXT, ReviewRubric::version, Builder::version)
            .field("source", Forms.TEXT, ReviewRubric::source, Builder::source)
            .list("gates", ReviewGate.FORM, ReviewRubric::gates, Builder::addAllGates)
            .field("eligible", Forms.enumOf(Band.class), ReviewRubric::eligible, Builder::eligible)
            .list("weighted", WeightedCriterion.FORM, ReviewRubric::weighted, Builder::addAllWeighted)
            .field("panel", PanelRule.FORM, ReviewRubric::panel, Builder::panel);

    /** The kind of entry. */
    public static final Kind<ReviewRubric> KIND = Kind.of("material-rubric", 1, ReviewRubric.class, FORM);

    private static final int MOST_CRITERIA = 1000;

    ReviewRubric() {}

    @Override
    public abstract EntryId id();

    /** The name. */
    public abstract String name();

    /** The version. */
    public abstract String version();

    /** Who made it, in words. */
    public abstract String source();

    /** The gates in the order in which they are rated, at least one. */
    public abstract List<ReviewGate> gates();

    /** The least band that materials need at every gate to be eligible; "partially meets" unless said otherwise. */
    @Value.Default
    public Band eligible() {
        return Band.PARTIALLY_MEETS;
    }

    /** What is weighed among eligible materials; all of the same points, so that the weights alone weigh. May be empty. */
    public abstract List<WeightedCriterion> weighted();

    /** Who must be on the panel; two reviewers unless said otherwise. */
    @Value.Default
    public PanelRule panel() {
        return PanelRule.TWO;
    }

    /** Checks texts, ids, that needs look back, and that weights can be told apart from points. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(version(), "version");
        Checks.text(source(), "source");
        Checks.notEmpty(gates(), "gates");
        List<String> criteria = listCriteria().stream().map(ReviewCriterion::id).toList();
        Checks.require(
                criteria.size() <= MOST_CRITERIA,
                "%s criteria. Expected at most %s. Maybe several rubrics were joined.",
                criteria.size(),
                MOST_CRITERIA);
        Checks.distinct(criteria, "criteria");
        Checks.distinct(gates().stream().map(ReviewGate::id).toList(), "gates");
        Set<String> before = new HashSet<>();
        for (ReviewGate gate : gates()) {
            gate.needs()
                    .forEach(need -> Checks.require(
                            before.contains(need.gate()),
                            "The gate %s needs %s, which does not stand before it. Expected one of %s.",
                            gate.id(),
                            need.gate(),
                            gates().stream()
                                    .map(ReviewGate::id)
                                    .filter(before::contains)
                                    .toList()));
            before.add(gate.id());
        }
        Checks.require(
                eligible() != Band.DOES_NOT_MEET,
                "What meets no gate would be eligible. Expected \"partially meets\" or \"meets\".");
        Checks.require(
                weighted().stream()
                                .map(one -> one.criterion().points())
                                .distinct()
                                .count()
                        <= 1,
                "Weighted criteria can earn %s points. Expected the same for each, so that the weights alone weigh.",
                weighted().stream()
                        .map(one -> one.criterion().points())
                        .distinct()
                        .toList());
    }

    /** The criteria of all gates, then the weighted ones. */
    public List<ReviewCriterion> listCriteria() {
        return Stream.concat(
                        gates().stream().flatMap(gate -> gate.criteria().stream()),
                        weighted().stream().map(WeightedCriterion::criterion))
                .toList();
    }

    /** The criterion of that id, if there is one. */
    public Optional<ReviewCriterion> findCriterion(String criterion) {
        return listCriteria().stream().filter(one -> one.id().equals(criterion)).findFirst();
    }

    /**
     * The criterion of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ReviewCriterion getCriterion(String criterion) {
        return findCriterion(criterion)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no criterion \"%s\" in %s %s. Expected one of %s."
                                .formatted(
                                        criterion,
                                        name(),
                                        version(),
                                        listCriteria().stream()
                                                .map(ReviewCriterion::id)
                                                .toList())));
    }

    /**
     * The gate of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ReviewGate getGate(String gate) {
        return gates().stream()
                .filter(one -> one.id().equals(gate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no gate \"%s\". Expected one of %s."
                        .formatted(gate, gates().stream().map(ReviewGate::id).toList())));
    }

    /**
     * A copy in which a gate has those criteria in place of its own. They must make as many points: a cut score of 12 out
     * of 14 says nothing about 12 out of 20.
     *
     * @throws IllegalArgumentException if there is no such gate, or the points differ
     */
    public ReviewRubric withCriteria(String gate, List<ReviewCriterion> criteria) {
        ReviewGate old = getGate(gate);
        int points = criteria.stream().mapToInt(ReviewCriterion::points).sum();
        Checks.require(
                points == old.points(),
                "The criteria of %s make %s points. Expected %s, on which its cut scores rest.",
                gate,
                points,
                old.points());
        List<ReviewGate> changed = new ArrayList<>();
        for (ReviewGate one : gates()) {
            changed.add(
                    one.id().equals(gate) ? one.toBuilder().criteria(criteria).build() : one);
        }
        return toBuilder().gates(changed).build();
    }

    /** Nothing: a rubric comes from outside the record. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<ReviewRubric> kind() {
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

    /** Builds a rubric; id, name, version, source and a gate must be set. */
    public static final class Builder extends ImmutableReviewRubric.Builder {
        Builder() {}
    }
}
