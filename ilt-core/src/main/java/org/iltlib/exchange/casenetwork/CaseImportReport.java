package org.iltlib.exchange.casenetwork;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of every value that was read, and in what places by what rule. Counts are exact; the places are the first
 * few, see {@link CaseLimits#maxExamples()}.
 *
 * @param account how many values were kept, normalised, quarantined and rejected
 * @param notes for each rule and what it did, how often and where first; in the order of the rules
 */
public record CaseImportReport(Account account, List<Note> notes) {

    /** What became of a value. */
    public enum Disposition {
        /** Kept as it is; where a rule is named, it is odd. */
        KEPT,
        /** Brought to the form of the standard. */
        NORMALISED,
        /** Set aside: not in the package, but kept in the import. */
        QUARANTINED,
        /** Left out; it held nothing. */
        REJECTED
    }

    /**
     * Every value once. A value is a text, a number, true, false or {@code null}, or an empty list or object.
     *
     * @param counts how many values there are of each disposition, all four
     */
    public record Account(Map<Disposition, Long> counts) {
        /** Copies the map and fills in zeros. */
        public Account {
            Map<Disposition, Long> all = new EnumMap<>(Disposition.class);
            for (Disposition disposition : Disposition.values()) {
                all.put(disposition, counts.getOrDefault(disposition, 0L));
            }
            counts = Collections.unmodifiableMap(all);
        }

        /** How many values became that. */
        public long of(Disposition disposition) {
            return counts.getOrDefault(disposition, 0L);
        }

        /** How many values there were. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Such as {@code 8,123 values: 8,100 kept, 20 normalised, 3 quarantined, 0 rejected}. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d values: ", total())
                    + counts.entrySet().stream()
                            .map(one -> String.format(
                                    Locale.ROOT,
                                    "%,d %s",
                                    one.getValue(),
                                    one.getKey().name().toLowerCase(Locale.ROOT)))
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * How often, and where first.
     *
     * @param count how often
     * @param places the first places, as JSON pointers into the text that was read
     */
    public record Occurrences(long count, List<String> places) {
        /** Copies the list. */
        public Occurrences {
            places = List.copyOf(places);
        }
    }

    /**
     * What one rule did.
     *
     * @param rule the rule
     * @param disposition what it made of the values
     * @param occurrences how often, and where first
     */
    public record Note(CaseRule rule, Disposition disposition, Occurrences occurrences) {
        /** How often. */
        public long count() {
            return occurrences.count();
        }

        /** The first places, as JSON pointers into the text that was read. */
        public List<String> places() {
            return occurrences.places();
        }

        /** Such as {@code CASE-DEV-07 NORMALISED 12 times, first at /CFItems/0/sourcedId}. */
        @Override
        public String toString() {
            return rule + " " + disposition + " " + (count() == 1 ? "once" : count() + " times")
                    + (places().isEmpty() ? "" : ", first at " + places().get(0));
        }
    }

    /** Copies the list. */
    public CaseImportReport {
        notes = List.copyOf(notes);
    }

    /** How often that rule was used. */
    public long count(CaseRule rule) {
        return notes.stream()
                .filter(note -> note.rule().equals(rule))
                .mapToLong(Note::count)
                .sum();
    }

    /** The first places where that rule was used. */
    public List<String> places(CaseRule rule) {
        return notes.stream()
                .filter(note -> note.rule().equals(rule))
                .flatMap(note -> note.places().stream())
                .toList();
    }

    /** Whether everything was kept and nothing was odd. */
    public boolean isClean() {
        return notes.isEmpty();
    }

    /** The account, and a line for each note. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(account.toString()).append('\n');
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }
}
