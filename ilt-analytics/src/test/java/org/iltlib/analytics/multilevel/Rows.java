package org.iltlib.analytics.multilevel;

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
import org.iltlib.analytics.measurement.SharedItems;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** The rows of a shared file, read in place; without the folder the test is skipped. */
record Rows(List<Map<String, String>> rows) {
    static Rows of(String name) {
        Path path = SharedItems.file("achievement/" + name);
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] names = reader.readLine().replace("\"", "").split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] values = line.replace("\"", "").split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], values[i]);
                }
                rows.add(row);
            }
            return new Rows(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Node.Fields expected(String name) {
        try {
            Node whole = CanonicalJson.read(Files.readString(SharedItems.file("achievement/lmm.json")));
            return (Node.Fields) ((Node.Fields) whole).find(name).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double[] numbers(String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    int[] codes(String column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).toArray();
    }

    double[] is(String column, String text) {
        return rows.stream()
                .mapToDouble(row -> text.equals(row.get(column)) ? 1 : 0)
                .toArray();
    }

    MixedDesign outcome(String column) {
        return MixedDesign.of(numbers(column));
    }

    /** {@code Reaction ~ Days}, to which the random terms are still to be added. */
    static MixedDesign sleep() {
        Rows sleep = of("sleepstudy.csv");
        return sleep.outcome("Reaction").withColumn("Days", sleep.numbers("Days"));
    }

    /** {@code (Days | Subject)}. */
    static RandomTerm days() {
        Rows sleep = of("sleepstudy.csv");
        return RandomTerm.intercept("Subject", sleep.codes("Subject")).withSlope("Days", sleep.numbers("Days"));
    }
}
