package org.iltlib.analytics.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * What may be suggested from a framework, each standard at its place, and the protocol that every engine follows: how
 * texts are cut into terms, when to be silent, and how an answer is told. Never changes.
 */
public final class Candidates {
    private final StandardsFramework framework;
    private final List<Standard> standards;
    private final IndexDesign design;
    private final Map<StandardId, Integer> places = new HashMap<>();
    private final Map<String, List<StandardId>> byCode = new HashMap<>();
    private final Documents documents;
    private final Telling telling;

    private Candidates(StandardsFramework framework, List<Standard> standards, IndexDesign design) {
        this.framework = framework;
        this.standards = standards;
        this.design = design;
        for (int i = 0; i < standards.size(); i++) {
            Standard standard = standards.get(i);
            places.put(standard.id(), i);
            standard.code()
                    .ifPresent(code -> byCode.computeIfAbsent(Prose.codeKey(code), any -> new ArrayList<>())
                            .add(standard.id()));
        }
        this.documents = new Documents(framework, standards, places.keySet(), design);
        this.telling = new Telling(framework, standards);
    }

    /**
     * The standards that have a code, or those with nothing below them if none has a code.
     *
     * @throws IllegalArgumentException if the framework is empty
     */
    public static Candidates of(StandardsFramework framework, IndexDesign design) {
        List<StandardId> coded = framework.items().stream()
                .filter(item -> item.code().isPresent())
                .map(Standard::id)
                .toList();
        List<StandardId> leaves = framework.items().stream()
                .map(Standard::id)
                .filter(id -> framework.listChildren(id).isEmpty())
                .toList();
        return of(framework, coded.isEmpty() ? leaves : coded, design);
    }

    /**
     * Those standards. What lies above them and is not among them counts as a heading.
     *
     * @param framework where they stand
     * @param candidates what may be suggested, at least one, each once
     * @param design how to read and weigh
     * @throws IllegalArgumentException if there is none, one stands twice, or one is not in the framework
     */
    public static Candidates of(StandardsFramework framework, Collection<StandardId> candidates, IndexDesign design) {
        Checks.notEmpty(candidates, "candidates");
        Checks.distinct(candidates, "candidates");
        List<Standard> standards = new ArrayList<>();
        for (StandardId id : candidates) {
            Optional<Standard> standard = framework.findStandard(id);
            Checks.require(
                    standard.isPresent(),
                    "candidate \"%s\" is not in the framework \"%s\". Maybe it is a code, not an id.",
                    id,
                    framework.title());
            standard.ifPresent(standards::add);
        }
        return new Candidates(framework, List.copyOf(standards), design);
    }

    /** The framework. */
    public StandardsFramework framework() {
        return framework;
    }

    /** The standards, each at its place. */
    public List<Standard> standards() {
        return standards;
    }

    /** How texts are read and weighed. */
    public IndexDesign design() {
        return design;
    }

    /**
     * The place of that standard.
     *
     * @throws IllegalArgumentException if it is not a candidate
     */
    public int placeOf(StandardId standard) {
        int place = places.getOrDefault(standard, -1);
        Checks.require(
                place >= 0,
                "standard \"%s\" is not among the %s that can be suggested. Maybe it is a heading.",
                standard,
                standards.size());
        return place;
    }

    /** The terms that stand for the standard at that place, headings included, with their weighted counts. */
    public Map<String, Double> termsAt(int place) {
        return documents.termsOf(standards.get(place));
    }

    /** Whether the standard at that place is meant for a grade of the query, or the query names none. */
    public boolean fits(int place, SuggestionQuery query) {
        return query.grades().isEmpty() || hasGradeOf(standards.get(place), query);
    }

    private static boolean hasGradeOf(Standard standard, SuggestionQuery query) {
        for (GradeLevel grade : standard.grades()) {
            if (query.grades().contains(grade)) {
                return true;
            }
        }
        return false;
    }

    /** The answer to a query that an engine finds. */
    public Suggestions answer(SuggestionQuery query, RankingEngine engine) {
        Reading reading = Reading.of(query.text(), design);
        List<StandardId> named = new ArrayList<>();
        reading.codes().forEach(code -> named.addAll(byCode.getOrDefault(code, List.of())));
        return silence(query, reading)
                .map(Suggestions::abstained)
                .orElseGet(() -> search(query, reading, engine))
                .withNamed(named);
    }

    private Optional<Abstention> silence(SuggestionQuery query, Reading reading) {
        if (reading.isEmpty()) {
            return Optional.of(Abstention.EMPTY_TEXT);
        }
        boolean foreign = query.language().isPresent()
                && !language(query.language().get()).equals(language(design.language()));
        if (foreign || !documents.haveScriptOf(reading)) {
            return Optional.of(Abstention.LANGUAGE_NOT_COVERED);
        }
        return query.grades().isEmpty() || standards.stream().anyMatch(standard -> hasGradeOf(standard, query))
                ? Optional.empty()
                : Optional.of(Abstention.NO_STANDARD_OF_GRADE);
    }

    private static String language(String tag) {
        return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Looks one further than asked, for the lead of the first. */
    private Suggestions search(SuggestionQuery query, Reading reading, RankingEngine engine) {
        Map<String, Integer> terms = reading.terms();
        int most = Math.min(query.top(), standards.size());
        List<RankingEngine.Hit> hits = engine.best(query, terms, most + 1);
        if (hits.isEmpty()) {
            return Suggestions.abstained(Abstention.NOTHING_SHARED);
        }
        double first = hits.get(0).score();
        if (first < design.minimumScore()) {
            return Suggestions.abstained(Abstention.SCORE_TOO_LOW);
        }
        if (hits.size() > 1 && first - hits.get(1).score() < design.minimumMargin() * first) {
            return Suggestions.abstained(Abstention.MARGIN_TOO_SMALL);
        }
        return Suggestions.of(telling.tell(
                query,
                hits.subList(0, Math.min(most, hits.size())),
                place -> reading.sharedTerms(engine.parts(terms, place))));
    }

    /** How that text stands to that standard, given the score of an engine; linear in the text. */
    MatchFeatures compare(String text, StandardId standard, RankingEngine engine) {
        int place = placeOf(standard);
        Reading reading = Reading.of(text, design);
        double similarity = 0;
        for (double part : engine.parts(reading.terms(), place).values()) {
            similarity += part;
        }
        return new MatchFeatures(
                similarity,
                Passages.of(text, design).bestShareIn(standards.get(place).statement()),
                reading.quantityShare());
    }
}
