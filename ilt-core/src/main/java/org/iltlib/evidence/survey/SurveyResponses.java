package org.iltlib.evidence.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;

/**
 * The answers to one survey, without who gave them. Not an entry: the rows stay outside the record, and open text is kept
 * apart from the rows, so that words cannot be joined to a group. Immutable.
 */
public final class SurveyResponses {
    private final Instrument instrument;
    private final Survey survey;
    private final List<SurveyResponse> rows;
    private final SortedMap<String, List<OpenText>> words;

    private SurveyResponses(
            Instrument instrument, Survey survey, List<SurveyResponse> rows, SortedMap<String, List<OpenText>> words) {
        this.instrument = instrument;
        this.survey = survey;
        this.rows = rows;
        this.words = words;
    }

    /**
     * The answers to that survey, put in an order that does not tell when they came.
     *
     * @throws IllegalArgumentException if the survey used another instrument, there are more answers than people asked,
     *     or an item or a value is unknown; the message names item and value, not who answered
     */
    public static SurveyResponses of(Instrument instrument, Survey survey, Collection<SurveyResponse> responses) {
        Checks.require(
                survey.instrument().equals(instrument.id()),
                "The survey %s used %s, not %s. Maybe another instrument.",
                survey.id(),
                survey.instrument(),
                instrument.id());
        Checks.require(
                responses.size() <= survey.invited(),
                "%s answered, %s were asked. Expected at most as many. Maybe somebody answered twice.",
                responses.size(),
                survey.invited());
        List<String> items = instrument.scales().stream()
                .flatMap(scale -> scale.items().stream())
                .map(SurveyItem::id)
                .toList();
        List<Integer> values =
                instrument.options().stream().map(ResponseOption::value).toList();
        for (SurveyResponse response : responses) {
            response.answers().forEach((item, value) -> {
                Checks.require(items.contains(item), "There is no item \"%s\". Expected one of %s.", item, items);
                Checks.require(
                        values.contains(value),
                        "Item \"%s\" is answered by %s. Expected one of %s. Maybe leave it out.",
                        item,
                        value,
                        values);
            });
        }
        List<SurveyResponse> sorted = new ArrayList<>(responses);
        sorted.sort(
                Comparator.<SurveyResponse, String>comparing(row -> row.groups().toString())
                        .thenComparing(row -> row.answers().toString()));
        return new SurveyResponses(instrument, survey, List.copyOf(sorted), new TreeMap<>());
    }

    /**
     * A copy with what people wrote in answer to an open question, put in alphabetical order.
     *
     * @throws IllegalArgumentException if there is no such question, or more wrote than answered at all
     */
    public SurveyResponses withOpenText(String question, Collection<OpenText> written) {
        Checks.require(
                instrument.openQuestions().stream().anyMatch(open -> open.id().equals(question)),
                "There is no open question \"%s\". Expected one of %s.",
                question,
                instrument.openQuestions().stream().map(OpenQuestion::id).toList());
        Checks.require(
                written.size() <= survey.invited(), "%s wrote, %s were asked.", written.size(), survey.invited());
        SortedMap<String, List<OpenText>> more = new TreeMap<>(words);
        more.put(
                question,
                written.stream().sorted(Comparator.comparing(OpenText::words)).toList());
        return new SurveyResponses(instrument, survey, rows, more);
    }

    /** The instrument. */
    public Instrument instrument() {
        return instrument;
    }

    /** The administration. */
    public Survey survey() {
        return survey;
    }

    /** The rows, for computing; whoever shows anything of them heeds {@link Survey#anonymity()}. */
    public List<SurveyResponse> rows() {
        return rows;
    }

    /** The response rate, exactly: those who answered out of those asked. */
    public Fraction rate() {
        return Fraction.of(rows.size(), survey.invited());
    }

    /** What people wrote, if enough did; suppressed below the number promised, missing if nobody did or was asked. */
    public Measured<List<OpenText>> openText(String question) {
        List<OpenText> written = Optional.ofNullable(words.get(question)).orElse(List.of());
        if (written.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody wrote in answer to " + question);
        }
        int least = survey.anonymity().openText();
        return written.size() < least
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "own words of fewer than " + least)
                : Measured.of(written);
    }

    /** A respondent's score: the mean of the items answered, in the direction of the scale; empty if too few were. */
    public OptionalDouble score(SurveyResponse row, SurveyScale scale) {
        int answered = 0;
        double sum = 0;
        for (SurveyItem item : scale.items()) {
            Integer answer = row.answers().get(item.id());
            if (answer != null) {
                answered++;
                sum += instrument.score(item, answer);
            }
        }
        return instrument.leastAnswered().isMetBy(answered, scale.items().size())
                ? OptionalDouble.of(sum / answered)
                : OptionalDouble.empty();
    }

    /** The items of the scale in its direction, a row for each respondent who answered all of them. */
    public double[][] complete(SurveyScale scale) {
        List<double[]> complete = new ArrayList<>();
        for (SurveyResponse row : rows) {
            Map<String, Integer> answers = row.answers();
            if (scale.items().stream().allMatch(item -> answers.containsKey(item.id()))) {
                complete.add(scale.items().stream()
                        .mapToDouble(item -> instrument.score(item, answers.getOrDefault(item.id(), 0)))
                        .toArray());
            }
        }
        return complete.toArray(double[][]::new);
    }

    /** How many answered; no answer is shown. */
    @Override
    public String toString() {
        return rows.size() + " responses of " + survey.invited() + " asked";
    }
}
