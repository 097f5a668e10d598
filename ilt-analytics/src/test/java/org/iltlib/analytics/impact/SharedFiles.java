package org.iltlib.analytics.impact;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Reads files of the shared folder in place, and skips the test where the folder is absent. */
public final class SharedFiles {
    private SharedFiles() {}

    private static Path path(String name) {
        Path path = Path.of("../../shared/data/achievement", name);
        String elsewhere = System.getenv("ILT_SHARED");
        if (!Files.exists(path) && elsewhere != null) {
            path = Path.of(elsewhere, "data/achievement", name);
        }
        assumeTrue(Files.exists(path), "The shared folder with " + name + " is not here (see ILT_SHARED).");
        return path;
    }

    /** The value at that path of property names in a file of JSON. */
    public static Node json(String name, String... properties) {
        try {
            Node node = CanonicalJson.read(Files.readString(path(name)));
            for (String property : properties) {
                node = ((Node.Fields) node).find(property).orElseThrow();
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file of values without commas inside, by column name. */
    public static List<Map<String, String>> rows(String name) {
        Path path = path(name);
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] names = split(reader.readLine());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] values = split(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], values[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double number(Map<String, String> row, String name) {
        String text = row.getOrDefault(name, "");
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String[] split(String line) {
        return line.replace("\"", "").split(",", -1);
    }
}
