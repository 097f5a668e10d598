package org.iltlib.exchange.casenetwork;

import java.time.Instant;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDefinitions;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseRubric;
import org.iltlib.exchange.casenetwork.packed.Holdings;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/**
 * A CASE package: the document, its items, associations, definitions, rubrics and everything else that the publisher put
 * in. Immutable, thread-safe.
 *
 * <p>Items and associations lie packed: about 100 to 150 bytes for an association with all its links, and for an item
 * little more than its text. The lists below unpack an object each time it is asked for; {@link #graph()}, and finding by
 * identifier, unpack nothing.
 */
public final class CasePackage {
    private final CaseDocument document;
    private final Holdings holdings;
    private final Node.Fields others;
    private @Nullable CaseGraph graph;

    CasePackage(Node.Fields document, Holdings holdings, Node.Fields others) {
        this.document = new CaseDocument(document);
        this.holdings = holdings;
        this.others = others;
    }

    /** A builder for a package with that document. */
    public static CasePackageBuilder builder(CaseDocument document) {
        return new CasePackageBuilder(document);
    }

    /**
     * The package of a framework. Ids that are UUIDs of the versions 1 to 5 are kept, in lower case; others become UUIDs made
     * from base and id, always the same for the same id. A framework that has the id of one of its standards gets another.
     *
     * @param framework what to write
     * @param base the address under which the package is to be published, without a slash at the end
     * @param creator who publishes it
     * @param changed when it was last changed
     */
    public static CasePackage of(StandardsFramework framework, String base, String creator, Instant changed) {
        return new CaseProjection(base, changed).write(framework, creator);
    }

    /**
     * The framework that this package holds. The first {@code isChildOf} association of an item to another item of the
     * package gives its parent; every other association is kept, whether or not its ends are here, if it has a known type
     * and both ends. What is left out is told by {@link #readFramework}.
     *
     * @throws ExchangeException if items go round in a circle, naming them
     */
    public StandardsFramework toFramework(EntryId id) {
        return readFramework(id).framework();
    }

    /** As {@link #toFramework}, with what the framework cannot hold: associations left out, grades not understood. */
    public CaseFramework readFramework(EntryId id) {
        try {
            return CaseProjection.read(this, id);
        } catch (IllegalArgumentException e) {
            throw new ExchangeException("case.framework", String.valueOf(e.getMessage()), e);
        }
    }

    /** The document. */
    public CaseDocument document() {
        return document;
    }

    /** The items, in order. */
    public List<CaseItem> items() {
        return new Packed<>(
                holdings.itemCount(), place -> new CaseItem(holdings.items().fields(place)));
    }

    /** The associations, in order. */
    public List<CaseAssociation> associations() {
        return new Packed<>(
                holdings.associationCount(),
                place -> new CaseAssociation(holdings.associations().fields(place)));
    }

    /** The item with that identifier; constant time. */
    public Optional<CaseItem> findItem(String identifier) {
        return at(holdings.findItem(identifier), items());
    }

    /** The association with that identifier; constant time. */
    public Optional<CaseAssociation> findAssociation(String identifier) {
        return at(holdings.findAssociation(identifier), associations());
    }

    /** The associations that have that identifier at one of their ends, in order; linear, but nothing else is unpacked. */
    public List<CaseAssociation> listAssociations(String identifier) {
        int node = holdings.findNode(identifier);
        List<CaseAssociation> all = associations();
        return IntStream.range(0, node < 0 ? 0 : holdings.associationCount())
                .filter(place -> holdings.origin(place) == node || holdings.destination(place) == node)
                .mapToObj(all::get)
                .toList();
    }

    private static <A> Optional<A> at(int place, List<A> all) {
        return place < 0 ? Optional.empty() : Optional.of(all.get(place));
    }

    /** The definitions, if there are any. */
    public Optional<CaseDefinitions> definitions() {
        return others.find("CFDefinitions")
                .filter(Node.Fields.class::isInstance)
                .map(node -> new CaseDefinitions((Node.Fields) node));
    }

    /** The rubrics, in order. */
    public List<CaseRubric> rubrics() {
        return others.find("CFRubrics").orElse(new Node.Nothing()) instanceof Node.Items items
                ? items.values().stream()
                        .filter(Node.Fields.class::isInstance)
                        .map(node -> new CaseRubric((Node.Fields) node))
                        .toList()
                : List.of();
    }

    /** What the publisher adds to the package; since 1.1. */
    public Optional<Node> extensions() {
        return others.find("extensions");
    }

    /** The members of the package that are neither document, items nor associations. */
    public Node.Fields others() {
        return others;
    }

    /** Who is a child of whom; made when first asked for. */
    public CaseGraph graph() {
        CaseGraph made = graph;
        if (made == null) {
            made = new CaseGraph(holdings);
            graph = made;
        }
        return made;
    }

    /** The whole package as one value, all unpacked; for small packages. */
    public Node.Fields content() {
        Map<String, Node> all = new LinkedHashMap<>();
        all.put("CFDocument", document.members());
        all.put(
                "CFItems",
                new Node.Items(items().stream().<Node>map(CaseItem::members).toList()));
        all.put(
                "CFAssociations",
                new Node.Items(associations().stream()
                        .<Node>map(CaseAssociation::members)
                        .toList()));
        all.putAll(others.values());
        return new Node.Fields(all);
    }

    Holdings holdings() {
        return holdings;
    }

    /** Whether all members are equal, items and associations in the same order. Linear. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CasePackage that
                && document.equals(that.document)
                && others.equals(that.others)
                && items().equals(that.items())
                && associations().equals(that.associations());
    }

    @Override
    public int hashCode() {
        return Objects.hash(document, holdings.itemCount(), holdings.associationCount());
    }

    /** Such as {@code "Common Core": 746 items, 746 associations}. */
    @Override
    public String toString() {
        return "\"" + document.title() + "\": " + holdings.itemCount() + " items, " + holdings.associationCount()
                + " associations";
    }

    private static final class Packed<A> extends AbstractList<A> implements RandomAccess {
        private final int size;
        private final IntFunction<A> unpacking;

        Packed(int size, IntFunction<A> unpacking) {
            this.size = size;
            this.unpacking = unpacking;
        }

        @Override
        public A get(int index) {
            return unpacking.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
