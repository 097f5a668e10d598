package org.iltlib.analytics.climate;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/** Bands of years of teaching, in words. */
final class ExperienceBand {
    private ExperienceBand() {}

    static void check(List<Integer> limits) {
        Checks.notEmpty(limits, "bands");
        for (int i = 0; i < limits.size(); i++) {
            int before = i == 0 ? 0 : limits.get(i - 1);
            Checks.require(limits.get(i) > before, "Limit %s follows %s. Expected a rise.", limits.get(i), before);
        }
    }

    static String of(Optional<Double> years, List<Integer> limits) {
        if (years.isEmpty()) {
            return "years unknown";
        }
        int at = 0;
        while (at < limits.size() && years.get() >= limits.get(at)) {
            at++;
        }
        return at == 0
                ? "under " + limits.get(0)
                : at == limits.size()
                        ? limits.get(at - 1) + " or more"
                        : limits.get(at - 1) + " to under " + limits.get(at);
    }
}
