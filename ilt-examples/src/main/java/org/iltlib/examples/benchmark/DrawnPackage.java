package org.iltlib.examples.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/**
 * A CASE package of any size, drawn from a seed: a tree of items, five below each, in which every item has an {@code
 * isChildOf} association; the other associations are drawn, a tenth of them with an end outside the package. About 550
 * bytes an item and 650 an association, as real publishers have them.
 */
public final class DrawnPackage {
    private static final String BASE = "https://cases.example.org/ims/case/v1p1/";
    private static final String[] TYPES = {"exactMatchOf", "precedes", "isRelatedTo", "isPeerOf", "isPartOf"};
    private static final String[] WORDS =
            ("read write explain compare fractions numbers text evidence place value model"
                            + " measure angle describe cause effect claim source solve equation graph plot theme energy matter"
                            + " system change pattern scale the of and with to a in within using between")
                    .split(" ", -1);

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private DrawnPackage(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Writes a package.
     *
     * @param associations at least as many as items
     */
    public static void write(Path file, int items, int associations, long seed) throws IOException {
        new DrawnPackage(seed).write(file, items, associations);
    }

    /** The identifier of the item of that number, the document being 0. */
    public static String id(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        return new UUID((mixed & ~0xF000L) | 0x4000L, (Long.rotateLeft(mixed, 17) & (-1L >>> 2)) | (1L << 63))
                .toString();
    }

    private void write(Path file, int items, int associations) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            text.append("{\"CFDocument\":{");
            start("CFDocuments", 0);
            text.append("\"creator\":\"seed\",\"title\":\"Drawn\"},\n\"CFItems\":[");
            for (int i = 1; i <= items; i++) {
                item(i);
                text.append(i < items ? ",\n" : "");
                flush(out);
            }
            text.append("],\n\"CFAssociations\":[");
            for (int i = 0; i < associations; i++) {
                association(i, items);
                text.append(i + 1 < associations ? ",\n" : "");
                flush(out);
            }
            text.append("]}\n");
            flush(out);
        }
    }

    private void flush(BufferedWriter out) throws IOException {
        out.append(text);
        text.setLength(0);
    }

    private void start(String collection, long number) {
        String id = id(number);
        text.append("\"identifier\":\"")
                .append(id)
                .append("\",\"uri\":\"")
                .append(BASE)
                .append(collection)
                .append('/');
        text.append(id)
                .append("\",\"lastChangeDateTime\":\"2026-0")
                .append(1 + random.nextInt(9))
                .append("-1");
        text.append(random.nextInt(10)).append("T0").append(random.nextInt(10)).append(":30:00+00:00\",");
    }

    private void item(int number) {
        text.append('{');
        start("CFItems", number);
        text.append("\"fullStatement\":\"");
        int words = 6 + random.nextInt(24);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        text.append(".\",\"humanCodingScheme\":\"").append(code(number)).append("\",\"CFItemType\":\"Standard\",");
        text.append("\"CFItemTypeURI\":");
        link("Standard", "CFItemTypes", -2);
        text.append(",\"language\":\"en\",\"educationLevel\":[\"0")
                .append(1 + random.nextInt(9))
                .append("\"]}");
    }

    private static String code(long number) {
        return "S." + number / 1000 + "." + number % 1000;
    }

    private void association(int place, int items) {
        text.append('{');
        start("CFAssociations", 1_000_000_000L + place);
        boolean child = place < items;
        long origin = child ? place + 1 : 1 + random.nextInt(items);
        long destination = child ? place / 5 : 1 + random.nextInt(items + items / 10);
        text.append("\"associationType\":\"").append(child ? "isChildOf" : TYPES[random.nextInt(TYPES.length)]);
        text.append("\",\"sequenceNumber\":").append(place % 5 + 1).append(",\"originNodeURI\":");
        link(code(origin), "CFItems", origin);
        text.append(",\"destinationNodeURI\":");
        link(destination == 0 ? "Drawn" : code(destination), destination == 0 ? "CFDocuments" : "CFItems", destination);
        text.append('}');
    }

    private void link(String title, String collection, long number) {
        String id = id(number);
        text.append("{\"title\":\"")
                .append(title)
                .append("\",\"identifier\":\"")
                .append(id);
        text.append("\",\"uri\":\"")
                .append(BASE)
                .append(collection)
                .append('/')
                .append(id)
                .append("\"}");
    }
}
