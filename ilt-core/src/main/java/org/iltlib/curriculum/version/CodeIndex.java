package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * Standards by their codes: as written, in the spellings of a policy, or by aliases. Immutable. Made in linear time; a
 * lookup takes constant time, unless there is no such code: then the similar ones are looked for in all.
 */
public final class CodeIndex {
    private static final int HINTS = 5;
    private static final int LONGEST_HINT = 64;

    private final StandardsFramework framework;
    private final UnaryOperator<String> spelling;
    private final Map<String, Set<Standard>> bySpelling;
    private final Map<String, Set<Standard>> byAlias;

    private CodeIndex(
            StandardsFramework framework,
            UnaryOperator<String> spelling,
            Map<String, Set<Standard>> bySpelling,
            Map<String, Set<Standard>> byAlias) {
        this.framework = framework;
        this.spelling = spelling;
        this.bySpelling = bySpelling;
        this.byAlias = byAlias;
    }

    /** The codes of that framework in the spellings of that policy. */
    public static CodeIndex of(StandardsFramework framework, CodePolicy policy) {
        UnaryOperator<String> spelling = policy.normaliser();
        Map<String, Set<Standard>> index = new LinkedHashMap<>();
        framework
                .items()
                .forEach(item -> item.code()
                        .ifPresent(code -> index.computeIfAbsent(spelling.apply(code), any -> new LinkedHashSet<>())
                                .add(item)));
        return new CodeIndex(framework, spelling, index, Map.of());
    }

    /**
     * The same index, in which these names mean those standards too. An alias may be given several standards, and is
     * ambiguous then.
     *
     * @throws IllegalArgumentException if a standard is not in the framework
     */
    public CodeIndex withAliases(Map<String, List<StandardId>> aliases) {
        Map<String, Set<Standard>> all = new LinkedHashMap<>(byAlias);
        aliases.forEach((alias, ids) -> {
            Set<Standard> standards = new LinkedHashSet<>(all.getOrDefault(spelling.apply(alias), Set.of()));
            for (StandardId id : ids) {
                standards.add(framework
                        .findStandard(id)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "alias \"%s\" is of \"%s\", which is not in \"%s\". Maybe it is of another version."
                                        .formatted(alias, id, framework.title()))));
            }
            all.put(spelling.apply(alias), Set.copyOf(Checks.notEmpty(standards, "standards of " + alias)));
        });
        return new CodeIndex(framework, spelling, bySpelling, all);
    }

    /**
     * What that code means. As written comes before another spelling, and that before an alias: a code that is written
     * so in the framework never becomes ambiguous by a spelling.
     */
    public CodeMatch find(String code) {
        List<Standard> written = framework.listByCode(code);
        if (!written.isEmpty()) {
            return match(written, CodeMatch.How.AS_WRITTEN);
        }
        String spelled = spelling.apply(code);
        if (bySpelling.containsKey(spelled)) {
            return match(bySpelling.get(spelled), CodeMatch.How.OTHER_SPELLING);
        }
        if (byAlias.containsKey(spelled)) {
            return match(byAlias.get(spelled), CodeMatch.How.ALIAS);
        }
        return new CodeMatch.Unknown(similar(spelled));
    }

    private CodeMatch match(Iterable<Standard> standards, CodeMatch.How how) {
        List<Standard> all = new ArrayList<>();
        standards.forEach(all::add);
        return all.size() == 1
                ? new CodeMatch.Found(all.get(0), how)
                : new CodeMatch.Ambiguous(framework.items().stream()
                        .filter(Set.copyOf(all)::contains)
                        .toList());
    }

    private List<String> similar(String spelled) {
        if (spelled.length() > LONGEST_HINT) {
            return List.of();
        }
        Map<String, Integer> near = new LinkedHashMap<>();
        bySpelling.forEach((other, standards) -> {
            if (Math.abs(other.length() - spelled.length()) <= 2) {
                int distance = EditDistance.between(spelled, other);
                if (distance <= 2) {
                    near.put(standards.iterator().next().label(), distance);
                }
            }
        });
        return near.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(HINTS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
