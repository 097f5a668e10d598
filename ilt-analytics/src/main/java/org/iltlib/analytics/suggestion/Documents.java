package org.iltlib.analytics.suggestion;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/** What stands for each standard: its statement, and with less weight what lies above and below. */
final class Documents {
    private final StandardsFramework framework;
    private final Set<StandardId> candidates;
    private final IndexDesign design;
    private final Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);

    Documents(StandardsFramework framework, List<Standard> standards, Set<StandardId> candidates, IndexDesign design) {
        this.framework = framework;
        this.candidates = candidates;
        this.design = design;
        standards.forEach(standard -> standard.statement()
                .codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.add(UnicodeScript.of(letter))));
    }

    private double weightOf(Standard ancestor) {
        return candidates.contains(ancestor.id()) ? design.parentWeight() : design.headingWeight();
    }

    /** The terms of a standard with their weighted counts, in a fixed order. */
    Map<String, Double> termsOf(Standard standard) {
        Map<String, Double> terms = new LinkedHashMap<>();
        add(read(standard), 1, terms);
        for (Standard ancestor : framework.listAncestors(standard.id())) {
            if (weightOf(ancestor) > 0) {
                add(read(ancestor), weightOf(ancestor), terms);
            }
        }
        if (design.childWeight() > 0) {
            framework.listChildren(standard.id()).forEach(child -> add(read(child), design.childWeight(), terms));
        }
        return terms;
    }

    private Map<String, Integer> read(Standard standard) {
        return Reading.of(standard.statement(), design).terms();
    }

    private static void add(Map<String, Integer> part, double weight, Map<String, Double> terms) {
        part.forEach((term, count) -> terms.merge(term, weight * count, Double::sum));
    }

    /** Whether a word of the text is in a script of the statements; a text without words is fine. */
    boolean haveScriptOf(Reading text) {
        Set<UnicodeScript> those = text.scripts();
        return those.isEmpty() || those.stream().anyMatch(scripts::contains);
    }
}
