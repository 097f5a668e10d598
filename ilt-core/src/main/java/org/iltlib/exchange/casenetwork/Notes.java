package org.iltlib.exchange.casenetwork;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.casenetwork.CaseImportReport.Account;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.CaseImportReport.Note;
import org.iltlib.exchange.casenetwork.CaseImportReport.Occurrences;

/** Counts what becomes of values; those of the current object first, for it may yet be set aside. */
final class Notes {
    private static final class Tally {
        private long count;
        private final List<String> places = new ArrayList<>(1);
    }

    private final int maxExamples;
    private final Map<CaseRule, Map<Disposition, Tally>> tallies = new EnumMap<>(CaseRule.class);
    private boolean renaming;
    private long kept;
    private long normalised;
    private long quarantined;
    private long rejected;
    private long keptHere;
    private long normalisedHere;
    private long rejectedHere;

    Notes(int maxExamples) {
        this.maxExamples = maxExamples;
    }

    void keep(long values) {
        if (renaming) {
            normalisedHere += values;
        } else {
            keptHere += values;
        }
    }

    /**
     * Whether what is kept from now on stands under another name than it had, and so is normalised.
     *
     * @return whether it was so before
     */
    boolean renaming(boolean now) {
        boolean before = renaming;
        renaming = now;
        return before;
    }

    void normalise(long values) {
        normalisedHere += values;
    }

    void reject(long values) {
        rejectedHere += values;
    }

    /** The object is in. */
    void accept() {
        kept += keptHere;
        normalised += normalisedHere;
        rejected += rejectedHere;
        keptHere = 0;
        normalisedHere = 0;
        rejectedHere = 0;
    }

    /** The object is set aside, with all that was in it. */
    void setAside() {
        quarantined += keptHere + normalisedHere + rejectedHere;
        keptHere = 0;
        normalisedHere = 0;
        rejectedHere = 0;
    }

    void note(CaseRule rule, Disposition disposition, String place) {
        Tally tally = count(rule, disposition);
        if (tally.places.size() < maxExamples) {
            tally.places.add(place);
        }
    }

    /** As {@link #note(CaseRule, Disposition, String)}, at a member of the object at that place of a list. */
    void note(CaseRule rule, Disposition disposition, String list, long index, String member) {
        Tally tally = count(rule, disposition);
        if (tally.places.size() < maxExamples) {
            tally.places.add(list + (index < 0 ? "" : "/" + index) + (member.isEmpty() ? "" : "/" + member));
        }
    }

    private Tally count(CaseRule rule, Disposition disposition) {
        Tally tally = tallies.computeIfAbsent(rule, any -> new EnumMap<>(Disposition.class))
                .computeIfAbsent(disposition, any -> new Tally());
        tally.count++;
        return tally;
    }

    CaseImportReport report() {
        List<Note> notes = new ArrayList<>();
        tallies.forEach((rule, all) -> all.forEach((disposition, tally) ->
                notes.add(new Note(rule, disposition, new Occurrences(tally.count, tally.places)))));
        Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
        counts.put(Disposition.KEPT, kept);
        counts.put(Disposition.NORMALISED, normalised);
        counts.put(Disposition.QUARANTINED, quarantined);
        counts.put(Disposition.REJECTED, rejected);
        return new CaseImportReport(new Account(counts), notes);
    }
}
