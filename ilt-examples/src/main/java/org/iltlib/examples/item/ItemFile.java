package org.iltlib.examples.item;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.evidence.response.QMatrixReader;
import org.iltlib.evidence.response.ResponseImport;
import org.iltlib.evidence.response.ResponseLayout;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.evidence.response.ResponseTableReader;
import org.iltlib.examples.UsageException;

/** Reads the files that the user named; every fault is one line with the row at which it lies. */
final class ItemFile {
    private ItemFile() {}

    static ResponseImport read(ItemOptions options) {
        List<String> header = header(options.responses()).list();
        ResponseLayout.Builder layout = ResponseLayout.builder()
                .blank(options.blank())
                .student(student(options, header))
                .addAllPassedOver(options.ignored());
        options.group().ifPresent(layout::addGroups);
        options.missing().forEach(text -> layout.putMissing(text, options.blank()));
        if (!options.key().isEmpty()) {
            List<String> items = new ArrayList<>(header);
            student(options, header).ifPresent(items::remove);
            items.removeAll(options.ignored());
            options.group().ifPresent(items::remove);
            if (items.size() != options.key().size()) {
                throw new UsageException("Option --key has " + options.key().size() + " answers, but there are "
                        + items.size() + " items. Maybe --student or --ignore is missing.");
            }
            for (int i = 0; i < items.size(); i++) {
                layout.putKey(items.get(i), options.key().get(i));
            }
        }
        ResponseImport read = whole(options.responses(), layout.build());
        if (read.table().students() == 0) {
            throw new UsageException(options.responses().getFileName() + ": there are no rows of students.");
        }
        options.group().ifPresent(column -> checkGroups(options, read.getGroups(column)));
        return read;
    }

    private static void checkGroups(ItemOptions options, LabelColumn groups) {
        for (int row = 0; row < groups.size(); row++) {
            if (groups.code(row) == LabelColumn.NONE) {
                throw new UsageException(options.responses().getFileName() + ": row " + lineOf(options.responses(), row)
                        + " has no group in column \"" + groups.name() + "\".");
            }
        }
        if (groups.levels().size() < 2) {
            throw new UsageException("Column \"" + groups.name() + "\" holds one group only. Expected two or more.");
        }
        options.reference().ifPresent(label -> {
            if (groups.findCode(label).isEmpty()) {
                throw new UsageException("Group \"" + label + "\" is empty: nobody is in it. There are "
                        + groups.levels().size() + " groups.");
            }
        });
    }

    /** Which items need which concepts, in the order of the table. */
    static QMatrix concepts(Path file, ResponseTable table) {
        String name = String.valueOf(file.getFileName());
        QMatrix matrix = matrix(file, name);
        if (matrix.items().size() != table.items()) {
            throw new UsageException(name + ": there are " + matrix.items().size() + " items. Expected " + table.items()
                    + ", those of the responses.");
        }
        for (int row = 0; row < matrix.items().size(); row++) {
            String item = matrix.items().get(row);
            if (table.findItem(item).isEmpty()) {
                throw new UsageException(name + ": row " + lineOf(file, row)
                        + ": the item is not in the responses. Maybe the file belongs to another test.");
            }
        }
        for (int concept = 0; concept < matrix.attributes().size(); concept++) {
            if (matrix.itemsOf(concept).isEmpty()) {
                throw new UsageException(
                        name + ": no item needs \"" + header(file).tell(concept + 1) + "\". Expected at least one.");
            }
        }
        return matrix.select(table.itemNames());
    }

    private static QMatrix matrix(Path file, String name) {
        try (InputStream raw = Files.newInputStream(file)) {
            return QMatrixReader.read(raw);
        } catch (EvidenceException e) {
            throw new UsageException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException(name + ": the file cannot be read.", e);
        }
    }

    private static Optional<String> student(ItemOptions options, List<String> header) {
        if (options.student().isPresent() || header.isEmpty()) {
            return options.student();
        }
        String first = header.get(0);
        String plain = first.toLowerCase(Locale.ROOT);
        boolean named = Set.of("id", "student", "person", "learner").contains(plain) || plain.endsWith("_id");
        return named && !options.ignored().contains(first) ? Optional.of(first) : Optional.empty();
    }

    private static ResponseImport whole(Path file, ResponseLayout layout) {
        String name = String.valueOf(file.getFileName());
        try {
            ResponseImport read = ResponseTableReader.of(layout).read(file);
            if (read.report().rejected() > 0) {
                long others = read.report().rejected() - 1;
                throw new UsageException(name + ": " + read.report().examples().get(0)
                        + (others == 0 ? "" : " (and " + others + (others == 1 ? " row more)" : " rows more)")) + ".");
            }
            return read;
        } catch (EvidenceException e) {
            throw new UsageException(name + ": " + e.getMessage(), e);
        }
    }

    private static ColumnNames header(Path file) {
        return parsed(file, rows -> {
            if (!rows.hasNext()) {
                throw new UsageException(file.getFileName() + ": the file is empty. Expected a header line.");
            }
            return ColumnNames.of(rows.next().cells());
        });
    }

    /** The line of the file at which that row after the header begins, from 0. */
    private static long lineOf(Path file, int row) {
        return parsed(file, rows -> {
            for (int before = 0; before <= row; before++) {
                rows.next();
            }
            return rows.next().line();
        });
    }

    private static <T> T parsed(Path file, Function<CsvRows, T> reading) {
        try (InputStream raw = Files.newInputStream(file)) {
            return reading.apply(CsvRows.of(raw));
        } catch (EvidenceException e) {
            throw new UsageException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException(file.getFileName() + ": the file cannot be read.", e);
        }
    }

    /** The right answers by item. */
    static Map<String, String> key(ItemOptions options, ResponseImport read) {
        Map<String, String> key = new java.util.LinkedHashMap<>();
        List<String> items = read.table().itemNames();
        for (int i = 0; i < options.key().size(); i++) {
            key.put(items.get(i), options.key().get(i));
        }
        return key;
    }
}
