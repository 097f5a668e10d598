package org.iltlib.decision.panel;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a panel answered in one round: whole numbers on a scale, by item. Panelists stand under labels that mean nothing
 * outside of the panel and stay the same from round to round; who is who is not here. An item that a panelist left out
 * is absent, which is neither agreement nor disagreement. Immutable.
 */
@Value.Immutable
public abstract class PanelRound implements Recordable {
    /** The written form. */
    public static final Form<PanelRound> FORM = Form.<PanelRound, Builder>built(PanelRound::builder, Builder::build)
            .field("id", EntryId.FORM, PanelRound::id, Builder::id)
            .field("question", EntryId.FORM, PanelRound::question, Builder::question)
            .field("round", Forms.INTEGER, PanelRound::round, Builder::round)
            .field("lowest", Forms.INTEGER, PanelRound::lowest, Builder::lowest)
            .field("highest", Forms.INTEGER, PanelRound::highest, Builder::highest)
            .list("items", Forms.TEXT, PanelRound::items, Builder::addAllItems)
            .map("ratings", Forms.mapOf(Forms.INTEGER), PanelRound::ratings, Builder::putAllRatings);

    /** The kind of entry. */
    public static final Kind<PanelRound> KIND = Kind.of("panel-round", 1, PanelRound.class, FORM);

    PanelRound() {}

    @Override
    public abstract EntryId id();

    /** The proposal or question that the panel works on. */
    public abstract EntryId question();

    /** The round, from 1. */
    public abstract int round();

    /** The lowest answer; 1 unless said otherwise. */
    @Value.Default
    public int lowest() {
        return 1;
    }

    /** The highest answer; 9 unless said otherwise. */
    @Value.Default
    public int highest() {
        return 9;
    }

    /** The items, in order. */
    public abstract List<String> items();

    /** What each panelist answered, by label and item. */
    public abstract Map<String, Map<String, Integer>> ratings();

    /** Checks that items are distinct, and answers on the scale and about items. */
    @Value.Check
    void check() {
        Checks.positive(round(), "round");
        Checks.require(
                lowest() < highest(), "The scale goes from %s to %s. Expected a rising one.", lowest(), highest());
        Checks.notEmpty(Checks.distinct(items(), "items"), "items");
        ratings().forEach((panelist, answers) -> {
            Checks.id(panelist, "panelist");
            answers.forEach((item, answer) -> {
                Checks.require(items().contains(item), "An answer is about \"%s\". Expected one of %s.", item, items());
                Checks.require(
                        answer >= lowest() && answer <= highest(),
                        "An answer about \"%s\" is %s. Expected %s to %s.",
                        item,
                        answer,
                        lowest(),
                        highest());
            });
        });
    }

    /** The answers about an item by panelist, in order of their labels. */
    public Map<String, Integer> answers(String item) {
        Map<String, Integer> answers = new TreeMap<>();
        ratings()
                .forEach((panelist, all) ->
                        Optional.ofNullable(all.get(item)).ifPresent(answer -> answers.put(panelist, answer)));
        return Collections.unmodifiableMap(answers);
    }

    @Override
    public List<EntryId> basedOn() {
        return List.of(question());
    }

    @Override
    public Kind<PanelRound> kind() {
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

    /** Builds a round; the scale is 1 to 9 unless set. */
    public static final class Builder extends ImmutablePanelRound.Builder {
        Builder() {}
    }
}
