package org.iltlib.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One law in code: a package uses only packages to its left. */
class PackageOrderTest {
    private static final String ROOT = "org.iltlib.";

    private static final List<String> ORDER = List.of(
            "form",
            "base",
            "people",
            "team",
            "team.rights",
            "team.bridge",
            "team.meeting",
            "team.succession",
            "curriculum",
            "curriculum.version",
            "curriculum.pacing",
            "curriculum.design",
            "curriculum.transition",
            "curriculum.review",
            "curriculum.scorecard",
            "evidence.column",
            "evidence",
            "evidence.response",
            "evidence.population",
            "evidence.fitness",
            "evidence.survey",
            "finding",
            "finding.policy",
            "choice",
            "choice.format",
            "choice.single",
            "choice.committee",
            "choice.tabulation",
            "choice.budget",
            "choice.insight",
            "decision.vote",
            "decision",
            "decision.options",
            "decision.protocol",
            "decision.ladder",
            "decision.proceedings",
            "decision.panel",
            "decision.dossier",
            "plan",
            "plan.resource",
            "plan.improvement",
            "plan.cycle",
            "plan.support",
            "plan.rollout",
            "plan.design",
            "learning",
            "learning.catalogue",
            "learning.evaluation",
            "learning.coaching",
            "learning.practice",
            "learning.peers",
            "learning.enacted",
            "impact",
            "impact.program",
            "impact.quality",
            "impact.registered",
            "record",
            "store",
            "store.archive",
            "store.memory",
            "store.jdbc",
            "store.contract",
            "custody",
            "exchange.oneroster",
            "exchange.casenetwork.model",
            "exchange.casenetwork.packed",
            "exchange.casenetwork",
            "exchange.casenetwork.compare",
            "exchange.casenetwork.service",
            "exchange.casenetwork.sheet");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyPackageUsesOnlyPackagesToItsLeft() {
        Set<String> backwards = new TreeSet<>();
        CLASSES.forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = type.getPackageName();
            String to = dependency.getTargetClass().getPackageName();
            if (from.startsWith(ROOT) && to.startsWith(ROOT) && !from.equals(to) && place(from) <= place(to)) {
                backwards.add(last(from) + " -> " + last(to) + " (" + type.getSimpleName() + ")");
            }
        }));
        assertThat(backwards).isEmpty();
    }

    /** Byte code forgets imports that only Javadoc uses; the source remembers them. */
    @Test
    void everyImportNamesAPackageToTheLeft() throws IOException {
        Pattern imported = Pattern.compile("import (?:static )?org\\.iltlib\\.([a-z.]+)\\.[A-Z*]");
        Path sources = Path.of("src/main/java/org/iltlib");
        Set<String> backwards = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String from = sources.relativize(file.getParent()).toString().replace('/', '.');
                imported.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(to -> !to.equals(from) && place(ROOT + from) <= place(ROOT + to))
                        .forEach(to -> backwards.add(from + " -> " + to));
            }
        }
        assertThat(backwards).isEmpty();
    }

    @Test
    void everyPackageStandsInTheOrderAndHasAPrimer() throws IOException {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName()));
        assertThat(found).allSatisfy(name -> {
            if (name.startsWith(ROOT)) {
                assertThat(ORDER).contains(last(name));
                assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .exists();
            }
        });
        assertThat(ORDER).allSatisfy(name -> assertThat(found).contains(ROOT + name));
    }

    private static int place(String name) {
        int place = ORDER.indexOf(last(name));
        assertThat(place).as("%s has no place in the order", name).isNotNegative();
        return place;
    }

    private static String last(String name) {
        return name.substring(ROOT.length());
    }
}
