package org.iltlib.evidence.response;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.evidence.ImportReport;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.RejectedRow;
import org.jspecify.annotations.Nullable;

/** Grows the tables row by row and keeps the account. Not thread-safe; one use. */
final class ResponseRows {
    private final ResponseLayout layout;
    private final ColumnNames header;
    private final int width;
    private final List<String> items;
    private final int student;
    private final int[] groupAt;
    private final int[] itemAt;
    private final ResponseTable.@Nullable Builder points;
    private final ChoiceTable.@Nullable Builder choices;
    private final List<List<String>> labels = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> rejections = new TreeMap<>();
    private final List<RejectedRow> examples = new ArrayList<>();
    private final long[] missingGroups;
    private final long[] missingItems;
    private long kept;
    private long incomplete;
    private long line = 1;

    ResponseRows(ResponseLayout layout, ColumnNames header) {
        this.layout = layout;
        this.header = header;
        this.width = header.size();
        for (String name : layout.named()) {
            at(name);
        }
        List<String> named = layout.named().stream().map(CsvRows::label).toList();
        this.items = layout.items().isEmpty()
                ? header.list().stream().filter(name -> !named.contains(name)).toList()
                : layout.items();
        if (items.isEmpty()) {
            throw refusal("no column is left for items. Expected at least one beside " + layout.named() + ".");
        }
        for (String name : items) {
            if (name.isBlank()) {
                throw refusal("a column of the header has no name. Expected one for each. Maybe the lines end with a"
                        + " comma.");
            }
            if (!CsvRows.isLabel(name)) {
                throw refusal("column " + (at(name) + 1) + " of the header has a name that is none. Expected up to "
                        + CsvRows.LONGEST_LABEL + " characters and no control characters.");
            }
        }
        checkKey();
        this.student = layout.student().map(this::at).orElse(-1);
        this.groupAt = layout.groups().stream().mapToInt(this::at).toArray();
        this.itemAt = items.stream().mapToInt(this::at).toArray();
        this.missingGroups = new long[groupAt.length];
        this.missingItems = new long[itemAt.length];
        layout.groups().forEach(name -> labels.add(new ArrayList<>()));
        this.points = layout.key().isEmpty() ? ResponseTable.builder(items) : null;
        this.choices = layout.key().isEmpty() ? null : ChoiceTable.builder(items);
    }

    private void checkKey() {
        for (String name : layout.key().keySet()) {
            if (!items.contains(name)) {
                throw refusal("the key names \"" + name + "\", which is no item. " + header.hint() + ".");
            }
        }
        for (String name : items) {
            if (!layout.key().isEmpty() && !layout.key().containsKey(name)) {
                throw refusal("the key has no answer to item \"" + tell(name) + "\". Expected one to each of "
                        + items.size() + " items.");
            }
        }
    }

    /** How an item is told: by name if the caller named it or the first line looks like a header, else by number. */
    private String tell(String item) {
        return layout.items().isEmpty() && layout.headerless().isEmpty() ? header.tell(at(item)) : item;
    }

    private int at(String name) {
        int at = header.find(name)
                .orElseThrow(() -> refusal("column \"" + name + "\" is not in the header. " + header.hint()
                        + ", or the separator is not a comma."));
        if (header.isRepeated(name)) {
            throw refusal((layout.named().contains(name) ? "column \"" + name + "\"" : header.tell(at))
                    + " stands twice in the header. Expected once.");
        }
        return at;
    }

    private static EvidenceException refusal(String message) {
        return new EvidenceException(message, 1, null);
    }

    void add(CsvRows.Row row) {
        line = row.line();
        if (row.cells().size() != width) {
            reject(
                    row.cells().size() > width
                            ? "has more cells than the header"
                            : "has not as many cells as the header");
            return;
        }
        String id = student < 0 ? "row " + line : row.label(student);
        if (id.isEmpty()) {
            reject(layout.student().orElse("") + " is empty");
        } else if (!CsvRows.isLabel(id)) {
            reject(layout.student().orElse("") + " is no id");
        } else if (seen.contains(id)) {
            reject("repeats a student");
        } else if (!hasLabels(row)) {
            return;
        } else if (points == null ? addChoices(row, id) : addPoints(row, id, points)) {
            seen.add(id);
            kept++;
            boolean whole = true;
            for (int g = 0; g < groupAt.length; g++) {
                String label = row.label(groupAt[g]);
                labels.get(g).add(label);
                missingGroups[g] += label.isEmpty() ? 1 : 0;
                whole &= !label.isEmpty();
            }
            for (int i = 0; i < itemAt.length; i++) {
                boolean absent = missingFor(row.cells().get(itemAt[i]).strip()) != null;
                missingItems[i] += absent ? 1 : 0;
                whole &= !absent;
            }
            incomplete += whole ? 0 : 1;
        }
    }

    private boolean hasLabels(CsvRows.Row row) {
        for (int g = 0; g < groupAt.length; g++) {
            if (!CsvRows.isLabel(row.label(groupAt[g]))) {
                reject(layout.groups().get(g) + " is no label");
                return false;
            }
        }
        return true;
    }

    private boolean addPoints(CsvRows.Row row, String id, ResponseTable.Builder into) {
        byte[] codes = new byte[itemAt.length];
        for (int i = 0; i < codes.length; i++) {
            String text = row.cells().get(itemAt[i]).strip();
            MissingReason reason = missingFor(text);
            int score = reason == null ? points(text) : 0;
            if (score < 0) {
                reject(tell(items.get(i)) + " is neither points nor a declared text");
                return false;
            }
            codes[i] = reason == null ? (byte) score : ResponseTable.codeOf(reason);
        }
        into.add(id, codes);
        return true;
    }

    private boolean addChoices(CsvRows.Row row, String id) {
        ChoiceTable.Builder into = choices;
        if (into == null) {
            return false;
        }
        List<Measured<String>> answers = new ArrayList<>(itemAt.length);
        for (int i = 0; i < itemAt.length; i++) {
            String text = row.cells().get(itemAt[i]).strip();
            MissingReason reason = missingFor(text);
            if (reason == null
                    && (text.length() > ResponseTableReader.LONGEST_ANSWER
                            || text.chars().anyMatch(Character::isISOControl))) {
                reject(tell(items.get(i)) + " is no answer");
                return false;
            }
            if (reason == null && !into.hasRoom(i, text)) {
                reject(tell(items.get(i)) + " has too many different answers");
                return false;
            }
            answers.add(reason == null ? Measured.of(text) : Measured.missing(reason));
        }
        into.add(id, answers);
        return true;
    }

    private @Nullable MissingReason missingFor(String text) {
        return text.isEmpty() ? layout.blank() : layout.missing().get(text);
    }

    /** Points from 0 to 127; -1 if the text is anything else. */
    private static int points(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || i == 3) {
                return -1;
            }
            value = 10 * value + (digit - '0');
        }
        return value > ResponseTable.MAXIMUM ? -1 : value;
    }

    private void reject(String reason) {
        rejections.merge(reason, 1L, Long::sum);
        if (examples.size() < ImportReport.EXAMPLES) {
            examples.add(new RejectedRow(line, reason));
        }
    }

    ResponseImport build(String sha256) {
        ResponseImport.Builder read = ResponseImport.builder();
        if (choices != null) {
            ChoiceTable chosen = choices.build();
            read.choices(chosen).table(chosen.scored(layout.key()));
        } else if (points != null) {
            read.table(points.build());
        }
        for (int g = 0; g < groupAt.length; g++) {
            String name = layout.groups().get(g);
            read.putGroups(name, LabelColumn.of(name, labels.get(g)));
        }
        Map<String, Long> missing = new LinkedHashMap<>();
        for (int g = 0; g < groupAt.length; g++) {
            count(missing, layout.groups().get(g), missingGroups[g]);
        }
        for (int i = 0; i < itemAt.length; i++) {
            count(missing, items.get(i), missingItems[i]);
        }
        return read.student(layout.student())
                .sha256(Checks.text(sha256, "sha256"))
                .report(ImportReport.builder()
                        .kept(kept)
                        .incomplete(incomplete)
                        .putAllMissing(missing)
                        .putAllRejections(rejections)
                        .addAllExamples(examples)
                        .build())
                .build();
    }

    private static void count(Map<String, Long> missing, String name, long count) {
        if (count > 0) {
            missing.put(name, count);
        }
    }
}
