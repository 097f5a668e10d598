package org.iltlib.exchange.casenetwork;

import java.util.List;

/**
 * What a reader changed or set aside, in the order in which it met it.
 *
 * @param notes every change, one note each
 */
public record CaseImportReport(List<Note> notes) {

    /** What became of a member. */
    public enum Disposition {
        /** Odd, but kept as it is. */
        KEPT,
        /** Brought to the form of the standard. */
        NORMALISED,
        /** Set aside: not in the package, but kept in the import. */
        QUARANTINED,
        /** Left out; it held nothing. */
        DROPPED
    }

    /**
     * One change.
     *
     * @param pointer where, as a JSON pointer into the text that was read, its wrappers removed
     * @param rule the rule, such as {@code CASE-DEV-07}
     * @param disposition what became of it
     */
    public record Note(String pointer, String rule, Disposition disposition) {
        /** Such as {@code CASE-DEV-07 NORMALISED /CFItems/0/identifier}. */
        @Override
        public String toString() {
            return rule + " " + disposition + " " + pointer;
        }
    }

    /** Copies the list. */
    public CaseImportReport {
        notes = List.copyOf(notes);
    }

    /** The notes made by that rule. */
    public List<Note> listByRule(String rule) {
        return notes.stream().filter(note -> note.rule().equals(rule)).toList();
    }

    /** One line for each rule that was used, with the number of times and the first place. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(notes.isEmpty() ? "nothing changed\n" : "");
        notes.stream().map(Note::rule).distinct().sorted().forEach(rule -> {
            List<Note> of = listByRule(rule);
            text.append(of.get(0)).append(", ").append(of.size()).append(" in all\n");
        });
        return text.toString();
    }
}
