package org.iltlib.exchange.casenetwork.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.CaseImportReport.Note;
import org.iltlib.exchange.casenetwork.CaseImportReport.Occurrences;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CaseRule;
import org.iltlib.exchange.casenetwork.model.CaseItem;

/**
 * Several packages side by side. Publishers use the identifier of an item again in derived frameworks; what that means is
 * said when a package is added, and it is reported. Immutable.
 */
public final class CaseLibrary {
    private static final int MOST_PLACES = 10;

    private final List<CasePackage> packages;
    private final List<CasePackage> preferred;
    private final List<Note> notes;

    private CaseLibrary(List<CasePackage> packages, List<CasePackage> preferred, List<Note> notes) {
        this.packages = List.copyOf(packages);
        this.preferred = List.copyOf(preferred);
        this.notes = List.copyOf(notes);
    }

    /** No packages. */
    public static CaseLibrary empty() {
        return new CaseLibrary(List.of(), List.of(), List.of());
    }

    /**
     * A copy with one more package; linear in its items.
     *
     * @throws IllegalArgumentException if a package of that document is here already
     */
    public CaseLibrary with(CasePackage content, SharedIdentity meaning) {
        String document = content.document().identifier();
        if (findPackage(document).isPresent()) {
            throw new IllegalArgumentException("A package of document \"" + document
                    + "\" is here already. Maybe make a new library for the new one.");
        }
        long shared = 0;
        List<String> places = new ArrayList<>();
        int index = 0;
        for (CaseItem item : content.items()) {
            if (findItem(item.identifier()).isPresent()) {
                shared++;
                if (places.size() < MOST_PLACES) {
                    places.add("/" + document + "/CFItems/" + index);
                }
            }
            index++;
        }
        List<CasePackage> all = new ArrayList<>(packages);
        all.add(content);
        List<CasePackage> order = new ArrayList<>(preferred);
        order.add(meaning == SharedIdentity.MOVE ? 0 : order.size(), content);
        List<Note> noted = new ArrayList<>(notes);
        if (shared > 0) {
            noted.add(new Note(CaseRule.SHARED_IDENTITY, Disposition.KEPT, new Occurrences(shared, places)));
        }
        return new CaseLibrary(all, order, noted);
    }

    /** The packages, in the order in which they were added. */
    public List<CasePackage> packages() {
        return packages;
    }

    /** How many items of each added package have an identifier of an older one, where any do. */
    public List<Note> notes() {
        return notes;
    }

    /** The package of the document with that identifier. */
    public Optional<CasePackage> findPackage(String document) {
        return packages.stream()
                .filter(one -> one.document().identifier().equals(document))
                .findFirst();
    }

    /** The item with that identifier, of the package that it belongs to. */
    public Optional<CaseItem> findItem(String identifier) {
        return find(one -> one.findItem(identifier)).map(Found::value);
    }

    /** What the preferred package that has it has, and that package. */
    <A> Optional<Found<A>> find(Function<CasePackage, Optional<A>> search) {
        return preferred.stream()
                .flatMap(one -> search.apply(one).map(value -> new Found<>(one, value)).stream())
                .findFirst();
    }

    /** Something and the package that holds it. */
    record Found<A>(CasePackage content, A value) {}
}
