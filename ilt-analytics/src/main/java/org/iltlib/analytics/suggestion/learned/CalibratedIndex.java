package org.iltlib.analytics.suggestion.learned;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.suggestion.Suggestion;
import org.iltlib.analytics.suggestion.SuggestionIndex;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.analytics.suggestion.Suggestions;
import org.iltlib.analytics.suggestion.TextIndex;
import org.iltlib.base.Measured;

/**
 * An index whose suggestions say how likely a person accepts them, if the model was learned from replies to {@linkplain
 * AcceptanceLearning#ofSuggestions suggestions of known rank}; no chance is given otherwise, nor below the deepest rank that
 * was replied to, and it is said why. The order stays that of the index: a chance learned
 * from few replies moves nothing. Immutable.
 *
 * @param ranking gives the suggestions
 * @param reading reads the texts, and is the index that the model was learned with
 * @param model what was learned
 */
public record CalibratedIndex(SuggestionIndex ranking, TextIndex reading, AcceptanceModel model)
        implements SuggestionIndex {

    /** An index with what was learned from it. */
    public static CalibratedIndex of(TextIndex index, AcceptanceModel model) {
        return new CalibratedIndex(index, index, model);
    }

    @Override
    public Suggestions suggest(SuggestionQuery query) {
        Suggestions plain = ranking.suggest(query);
        List<Suggestion> listed = new ArrayList<>();
        for (Suggestion one : plain.listed()) {
            Measured<Double> chance = model.probability(reading.compare(query.text(), one.standard()), one.rank());
            listed.add(one.toBuilder().probability(chance).build());
        }
        return new Suggestions(listed, plain.abstention(), plain.named());
    }

    @Override
    public int size() {
        return ranking.size();
    }

    @Override
    public String method() {
        return ranking.method() + ", with chances learned from " + (model.accepted() + model.rejected()) + " replies";
    }
}
