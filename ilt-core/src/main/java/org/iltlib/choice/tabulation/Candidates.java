package org.iltlib.choice.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;

/**
 * Who can be marked, and under which names.
 *
 * @param names the declared candidates in the order of the list
 * @param aliases other names in the records, each with the declared name that it stands for
 * @param excluded those of the declared who do not stand
 */
public record Candidates(List<String> names, Map<String, String> aliases, Set<String> excluded) {
    /**
     * Checks that names are distinct and known; copies.
     *
     * @throws IllegalArgumentException if they are not
     */
    public Candidates {
        names = List.copyOf(Checks.distinct(Checks.notEmpty(names, "names"), "names"));
        aliases = java.util.Collections.unmodifiableMap(new TreeMap<>(aliases));
        excluded = java.util.Collections.unmodifiableSet(new TreeSet<>(excluded));
        List<String> all = names;
        names.forEach(name -> Checks.text(name, "name"));
        Checks.require(
                !names.contains(MarkedBallots.UNDECLARED_WRITE_INS),
                "A candidate is called \"%s\". Expected another name, that one has a meaning.",
                MarkedBallots.UNDECLARED_WRITE_INS);
        aliases.forEach((alias, name) -> {
            Checks.require(all.contains(name), "The alias \"%s\" stands for \"%s\", who is no candidate.", alias, name);
            Checks.require(!all.contains(alias), "The alias \"%s\" is the name of a candidate.", alias);
        });
        excluded.forEach(name -> Checks.require(all.contains(name), "\"%s\" is excluded but no candidate.", name));
    }

    /** Candidates under these names alone, all standing. */
    public static Candidates of(List<String> names) {
        return new Candidates(names, Map.of(), Set.of());
    }

    /** The index of the candidate with that name or alias. */
    Optional<Integer> find(String name) {
        return Optional.of(names.indexOf(aliases.getOrDefault(name, name))).filter(index -> index >= 0);
    }

    /** The index that undeclared write-ins get: after the last candidate. */
    int writeIns() {
        return names.size();
    }

    /** A builder for ballots; with write-ins if there is a way to mark them. */
    MarkedBallots.Builder ballots(boolean withWriteIns) {
        List<String> all = new ArrayList<>(names);
        if (withWriteIns) {
            all.add(MarkedBallots.UNDECLARED_WRITE_INS);
        }
        MarkedBallots.Builder builder = MarkedBallots.builder(all);
        excluded.forEach(name -> builder.exclude(names.indexOf(name)));
        return builder;
    }
}
