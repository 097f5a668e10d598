package org.iltlib.examples.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.examples.benchmark.Duel.Side;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.casenetwork.CaseVisitor;
import org.iltlib.exchange.casenetwork.CaseWriter;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseItem;

/** A CASE package loaded, visited and saved, beside the JSON library alone on the same bytes. */
public final class CaseRows {
    private CaseRows() {}

    /** The package in that file. */
    public static CasePackage load(Path file) {
        return CaseReader.withDefaults().read(file).content();
    }

    /** The rows, each with what it should reach. */
    public static List<Row> measure(Path file, int repeats) throws Exception {
        long bytes = Files.size(file);
        CasePackage content = load(file);
        Done all = done(content);
        Side tokens = () -> () -> tokenise(file, all);
        Duel loading = duel(repeats, () -> () -> done(load(file)), tokens);
        Duel visiting = duel(repeats, () -> () -> visit(file), tokens);
        Duel saving = duel(repeats, () -> () -> save(content), () -> () -> copy(file, content));
        return List.of(
                row("a package loaded, beside the bare tokeniser", 0.5, loading, bytes),
                row("a package visited, beside the bare tokeniser", 0, visiting, bytes),
                row("a package saved, beside the bare tokens copied", 0, saving, bytes));
    }

    private static Duel duel(int repeats, Side ours, Side bare) throws Exception {
        return Duel.measure(repeats == 1 ? 0 : 1, repeats, ours, bare);
    }

    private static Row row(String work, double reach, Duel duel, long bytes) {
        return new Row(
                work,
                duel.ratio(),
                reach,
                "",
                String.format(
                        Locale.ROOT,
                        "%,.0f objects/s, bare %,.0f objects/s; %,d MB",
                        duel.ours(),
                        duel.bare(),
                        bytes >> 20));
    }

    private static Done done(CasePackage content) {
        return new Done(content.items().size() + content.associations().size(), 0);
    }

    private static Done visit(Path file) throws IOException {
        long[] count = new long[1];
        try (InputStream in = Files.newInputStream(file)) {
            CaseReader.withDefaults().visit(in, new CaseVisitor() {
                @Override
                public void item(CaseItem item) {
                    count[0]++;
                }

                @Override
                public void association(CaseAssociation association) {
                    count[0]++;
                }
            });
        }
        return new Done(count[0], 0);
    }

    /** The JSON library alone on a file: does that, unless the file is empty. */
    static Done tokenise(Path file, Done done) throws IOException {
        long count = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count == 0 ? new Done(0, 0) : done;
    }

    private static Done save(CasePackage content) {
        CaseWriter.asRead().write(content, OutputStream.nullOutputStream());
        return done(content);
    }

    private static Done copy(Path file, CasePackage content) throws IOException {
        JsonFactory factory = new JsonFactory();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = factory.createParser(in);
                JsonGenerator out = factory.createGenerator(OutputStream.nullOutputStream())) {
            while (parser.nextToken() != null) {
                out.copyCurrentEvent(parser);
            }
        }
        return done(content);
    }

    /**
     * Whether a process whose whole heap has that size loads the file.
     *
     * @param megabytes the size
     */
    public static Row measureIn(int megabytes, Path file) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CaseRows.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean done = process.waitFor() == 0;
        return new Row(
                "a package loaded in a heap of " + megabytes + " MB",
                done ? 1 : 0,
                1,
                "",
                done ? said : "failed: " + said.lines().findFirst().orElse(""));
    }

    /** Loads a package and prints what it takes; for the process with a small heap. */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        CasePackage content = load(Path.of(args[0]));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf(
                Locale.ROOT,
                "%,d items, %,d associations in %.1f s; %d MB in use afterwards%n",
                content.items().size(),
                content.associations().size(),
                seconds,
                used >> 20);
    }
}
