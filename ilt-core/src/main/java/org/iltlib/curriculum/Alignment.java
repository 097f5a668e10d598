package org.iltlib.curriculum;

import java.util.HashSet;
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
import org.immutables.value.Value;

/** The judgments of a panel on how the items of one assessment stand to the standards of one framework. Immutable. */
@Value.Immutable
public abstract class Alignment implements Recordable {
    /** The written form. */
    public static final Form<Alignment> FORM = Form.<Alignment, Builder>built(Alignment::builder, Builder::build)
            .field("id", EntryId.FORM, Alignment::id, Builder::id)
            .field("framework", EntryId.FORM, Alignment::framework, Builder::framework)
            .field("assessment", EntryId.FORM, Alignment::assessment, Builder::assessment)
            .field("scale", Forms.TEXT, Alignment::scale, Builder::scale)
            .list("judgments", AlignmentJudgment.FORM, Alignment::judgments, Builder::addAllJudgments)
            .maybe("demandScale", DemandScale.FORM, Alignment::demandScale, Builder::demandScale)
            .list("remarks", AlignmentRemark.FORM, Alignment::remarks, Builder::addAllRemarks);

    /** The kind of entry. */
    public static final Kind<Alignment> KIND = Kind.of("alignment", 1, Alignment.class, FORM);

    Alignment() {}

    @Override
    public abstract EntryId id();

    /** The recorded framework. */
    public abstract EntryId framework();

    /** The recorded assessment. */
    public abstract EntryId assessment();

    /** The scale of cognitive demand, by name: {@code DOK} for Webb's depth of knowledge, 1 to 4. */
    public abstract String scale();

    /** The judgments, at most one for each rater, round and item. */
    public abstract List<AlignmentJudgment> judgments();

    /** The scale with its levels, if it is declared; its id is then the name of the scale. */
    public abstract Optional<DemandScale> demandScale();

    /** What raters say in words of all items together. */
    public abstract List<AlignmentRemark> remarks();

    /** Checks that nobody judges an item twice in a round, and that demands lie on the scale where it is declared. */
    @Value.Check
    void check() {
        Checks.text(scale(), "scale");
        demandScale().ifPresent(declared -> {
            Checks.require(
                    declared.id().equals(scale()),
                    "scale is \"%s\", but the declared scale is \"%s\". Expected the same name.",
                    scale(),
                    declared.id());
            judgments().forEach(one -> one.demand().ifPresent(declared::getLevel));
        });
        Checks.require(
                !framework().equals(assessment()),
                "framework and assessment are both \"%s\". Expected two entries.",
                framework());
        Checks.distinct(
                judgments().stream()
                        .map(one -> List.of(one.rater().value(), one.round(), one.item()))
                        .toList(),
                "judgments");
    }

    /**
     * Those judgments, if nobody judges an item twice in them: what measures count must be of one round.
     *
     * @throws IllegalArgumentException otherwise, naming rater and item
     */
    public static List<AlignmentJudgment> onlyOnce(List<AlignmentJudgment> judgments) {
        Set<List<String>> seen = new HashSet<>();
        for (AlignmentJudgment one : judgments) {
            Checks.require(
                    seen.add(List.of(one.rater().value(), one.item())),
                    "rater \"%s\" judges item \"%s\" twice. Expected one round. Maybe choose one by listRound.",
                    one.rater(),
                    one.item());
        }
        return List.copyOf(judgments);
    }

    /** The raters, each once, in order of first judgment. */
    public List<PersonId> listRaters() {
        return judgments().stream().map(AlignmentJudgment::rater).distinct().toList();
    }

    /** The items, each once, in order of first judgment. */
    public List<String> listItems() {
        return judgments().stream().map(AlignmentJudgment::item).distinct().toList();
    }

    /** The judgments of that round. */
    public List<AlignmentJudgment> listRound(int round) {
        return judgments().stream().filter(one -> one.round() == round).toList();
    }

    /** The scale of demand: the declared one, else one of this library's by its name, such as {@code DOK}. */
    public Optional<DemandScale> findScale() {
        return demandScale().or(() -> DemandScale.findKnown(scale()));
    }

    /** The framework and the assessment. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(framework(), assessment());
    }

    @Override
    public Kind<Alignment> kind() {
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

    /** Builds an alignment; everything but the judgments must be set. */
    public static final class Builder extends ImmutableAlignment.Builder {
        Builder() {}
    }
}
