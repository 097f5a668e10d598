package org.iltlib.analytics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One law in code: a package uses only packages to its left, and siblings never one another. */
class PackageOrderTest {
    private static final String ROOT = "org.iltlib.analytics.";

    private static final List<List<String>> ORDER = List.of(
            List.of("internal"),
            List.of("internal.quantile", "internal.mixed", "internal.robust", "internal.balance"),
            List.of("internal.joint", "internal.logistic"),
            List.of("stats"),
            List.of("stats.merge"),
            List.of("privacy"),
            List.of("privacy.breakdown"),
            List.of("quantile", "multilevel", "regression"),
            List.of(
                    "participation",
                    "alignment",
                    "suggestion",
                    "coherence",
                    "measurement",
                    "achievement",
                    "growth",
                    "equity",
                    "progress",
                    "impact",
                    "climate",
                    "effectiveness",
                    "matching",
                    "collaboration",
                    "practice",
                    "simulation",
                    "voters",
                    "deciding"),
            List.of(
                    "alignment.blueprint",
                    "alignment.panel",
                    "alignment.progression",
                    "alignment.vertical",
                    "progress.rule",
                    "progress.runs",
                    "progress.control",
                    "measurement.item",
                    "measurement.fairness",
                    "measurement.diagnosis",
                    "measurement.irt",
                    "suggestion.learned",
                    "suggestion.lucene",
                    "review",
                    "equity.warning",
                    "growth.cohort",
                    "impact.cutoff",
                    "impact.time",
                    "impact.match",
                    "impact.mediate",
                    "impact.doubt"),
            List.of(
                    "achievement.coarse",
                    "achievement.composition",
                    "achievement.peer",
                    "achievement.standing",
                    "achievement.status",
                    "growth.percentile"),
            List.of(
                    "achievement.gap",
                    "achievement.live",
                    "measurement.irt.check",
                    "growth.measured",
                    "growth.projection",
                    "growth.summary"),
            List.of("growth.valueadded"),
            List.of("chart"),
            List.of("report"));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyPackageUsesOnlyPackagesToItsLeft() {
        Set<String> backwards = new TreeSet<>();
        CLASSES.forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = type.getPackageName();
            String to = dependency.getTargetClass().getPackageName();
            if (from.startsWith(ROOT) && to.startsWith(ROOT) && !from.equals(to) && place(from) <= place(to)) {
                backwards.add(from + " -> " + to + " (" + type.getSimpleName() + ")");
            }
        }));
        assertThat(backwards).isEmpty();
    }

    @Test
    void everyPackageStandsInTheOrderAndHasAPrimer() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName()));
        assertThat(found).allSatisfy(name -> {
            if (name.startsWith(ROOT)) {
                assertThat(place(name)).isNotNegative();
                assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .exists();
            }
        });
        places().keySet().forEach(name -> assertThat(found).contains(ROOT + name));
    }

    private static int place(String name) {
        Integer place = places().get(name.substring(ROOT.length()));
        assertThat(place).as("%s has no place in the order", name).isNotNull();
        return place;
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < ORDER.size(); i++) {
            for (String name : ORDER.get(i)) {
                places.put(name, i);
            }
        }
        return places;
    }
}
