package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of capabilities names only what is there: types, methods and tests. */
class CapabilityTableTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("ilt-core/src/main/java/doc-files/capabilities.html");
    private static final Pattern ROW =
            Pattern.compile("<tr id=\"(C\\d+)\"><td>(C\\d+)</td><td>([^<]+)</td><td>(.*?)</td><td>(.*?)</td></tr>");
    private static final Pattern NAME = Pattern.compile("<code>([^<]+)</code>");
    private static final String NOT_YET = "not yet";

    private record Row(String id, String asked, String where, String shown) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            assertThat(matcher.group(2)).isEqualTo(matcher.group(1));
            rows.add(new Row(matcher.group(1), matcher.group(3), matcher.group(4), matcher.group(5)));
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyCapabilityStandsOnceAndInOrder() throws IOException {
        assertThat(rows().stream().map(Row::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 117)
                        .mapToObj(number -> "C" + number)
                        .toList());
        String page = Files.readString(PAGE);
        assertThat(page.split("<tr id=", -1))
                .as("rows that are written as the others are")
                .hasSize(118);
    }

    @Test
    void everyRowNamesATypeAndATestOrSaysThatItIsNotThereYet() throws IOException {
        for (Row row : rows()) {
            boolean later = row.where().startsWith(NOT_YET);
            assertThat(names(row.where()).isEmpty())
                    .as("%s has no type", row.id())
                    .isEqualTo(later);
            assertThat(names(row.shown()).isEmpty())
                    .as("%s has no test", row.id())
                    .isEqualTo(later);
        }
    }

    @Test
    void everyTypeAndMethodThatARowNamesExists() throws IOException {
        for (Row row : rows()) {
            for (String name : names(row.where())) {
                int hash = name.indexOf('#');
                String type = hash < 0 ? name : name.substring(0, hash);
                Optional<Class<?>> found = find("org.iltlib." + type);
                assertThat(found).as("%s names %s", row.id(), type).isPresent();
                if (hash >= 0) {
                    String method = name.substring(hash + 1);
                    assertThat(Arrays.stream(found.orElseThrow().getMethods())
                                    .anyMatch(m -> m.getName().equals(method)))
                            .as("%s names the method %s", row.id(), name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyTestThatARowNamesExists() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("ilt-core", "ilt-analytics", "ilt-examples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    tests.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
        for (Row row : rows()) {
            for (String name : names(row.shown())) {
                int dot = name.indexOf('.');
                assertThat(dot)
                        .as("%s names %s, without a method", row.id(), name)
                        .isPositive();
                assertThat(tests.getOrDefault(name.substring(0, dot), ""))
                        .as("%s names the test %s", row.id(), name)
                        .contains("void " + name.substring(dot + 1) + "(");
            }
        }
    }

    /** A nested type is written with a point, as in Java. */
    private static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, CapabilityTableTest.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            int dot = name.lastIndexOf('.');
            return dot < 0 || Character.isLowerCase(name.charAt(dot + 1))
                    ? Optional.empty()
                    : find(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }
}
