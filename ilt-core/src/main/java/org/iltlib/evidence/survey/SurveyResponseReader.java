package org.iltlib.evidence.survey;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;

/**
 * Reads the answers to a survey from CSV (RFC 4180, UTF-8, a header line), as form programs write them: a column for each
 * item and open question, named by its id; answers by number or by the words of the option; an empty cell is no answer.
 * Other columns (names, addresses, times) are never looked at unless they are declared as groups. Immutable.
 *
 * <pre>{@code
 * SurveyResponses responses = SurveyResponseReader.of(pulse).withGroup("team", "Your team").read(survey, stream);
 * }</pre>
 *
 * <p>An answer that is no option refuses the file, naming line and item and never what was written: half a survey is not
 * reported as a whole one. Linear in the bytes.
 */
public final class SurveyResponseReader {
    private final Instrument instrument;
    private final Map<String, String> groups;

    private SurveyResponseReader(Instrument instrument, Map<String, String> groups) {
        this.instrument = instrument;
        this.groups = groups;
    }

    /** A reader of answers to that instrument, without groups. */
    public static SurveyResponseReader of(Instrument instrument) {
        return new SurveyResponseReader(instrument, Map.of());
    }

    /** A copy that takes a group from a column: grouping {@code team} from {@code Your team}. */
    public SurveyResponseReader withGroup(String by, String column) {
        Map<String, String> more = new TreeMap<>(groups);
        more.put(Checks.id(by, "grouping"), Checks.text(column, "column"));
        return new SurveyResponseReader(instrument, Collections.unmodifiableMap(more));
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws EvidenceException if it cannot be read, lacks a column, or an answer is no option
     * @throws IllegalArgumentException if the survey used another instrument, or more answered than were asked
     */
    public SurveyResponses read(Survey survey, InputStream stream) {
        List<SurveyResponse> rows = new ArrayList<>();
        Map<String, List<OpenText>> words = new TreeMap<>();
        CsvRows source = CsvRows.of(stream);
        if (!source.hasNext()) {
            throw new EvidenceException("the source is empty. Expected a header line.", 0, null);
        }
        List<String> header = header(ColumnNames.of(source.next().cells()));
        while (source.hasNext()) {
            CsvRows.Row row = source.next();
            if (row.cells().size() > header.size()) {
                throw new EvidenceException(
                        "line " + row.line()
                                + " has more cells than the header. Maybe a comma is not in quotation marks.",
                        row.line(),
                        null);
            }
            rows.add(new SurveyResponse(answers(row, header), labels(row, header)));
            for (OpenQuestion question : instrument.openQuestions()) {
                String written = cell(row, header, question.id());
                if (!written.isBlank()) {
                    words.computeIfAbsent(question.id(), key -> new ArrayList<>())
                            .add(OpenText.of(written));
                }
            }
        }
        SurveyResponses responses = SurveyResponses.of(instrument, survey, rows);
        for (Map.Entry<String, List<OpenText>> written : words.entrySet()) {
            responses = responses.withOpenText(written.getKey(), written.getValue());
        }
        return responses;
    }

    private List<String> header(ColumnNames names) {
        List<String> wanted = new ArrayList<>(groups.values());
        instrument.scales().forEach(scale -> scale.items().forEach(item -> wanted.add(item.id())));
        for (String column : wanted) {
            if (names.find(column).isEmpty()) {
                throw new EvidenceException(
                        "there is no column \"" + column
                                + "\". Maybe rename one: each item stands in a column of its id.",
                        1,
                        null);
            }
        }
        return names.list();
    }

    private Map<String, Integer> answers(CsvRows.Row row, List<String> header) {
        Map<String, Integer> answers = new TreeMap<>();
        for (SurveyScale scale : instrument.scales()) {
            for (SurveyItem item : scale.items()) {
                String answer = cell(row, header, item.id());
                if (!answer.isEmpty()) {
                    answers.put(item.id(), value(answer, item, row.line()));
                }
            }
        }
        return answers;
    }

    private int value(String answer, SurveyItem item, long line) {
        return instrument.options().stream()
                .filter(option -> option.label().equalsIgnoreCase(answer)
                        || Integer.toString(option.value()).equals(answer))
                .mapToInt(ResponseOption::value)
                .findFirst()
                .orElseThrow(() -> new EvidenceException(
                        "line " + line + ", item " + item.id() + ": no such option. Expected one of "
                                + instrument.options().stream()
                                        .map(option -> option.value() + " (" + option.label() + ")")
                                        .toList()
                                + ".",
                        line,
                        null));
    }

    private Map<String, String> labels(CsvRows.Row row, List<String> header) {
        Map<String, String> labels = new TreeMap<>();
        groups.forEach((by, column) -> {
            String label = cell(row, header, column);
            if (!CsvRows.isLabel(label)) {
                throw new EvidenceException(
                        "line " + row.line() + ", column \"" + column + "\": expected a group of up to "
                                + CsvRows.LONGEST_LABEL + " characters without control characters.",
                        row.line(),
                        null);
            }
            if (!label.isEmpty()) {
                labels.put(by, label);
            }
        });
        return labels;
    }

    private static String cell(CsvRows.Row row, List<String> header, String column) {
        int place = header.indexOf(CsvRows.label(column));
        return place < 0 || place >= row.cells().size() ? "" : row.label(place);
    }
}
