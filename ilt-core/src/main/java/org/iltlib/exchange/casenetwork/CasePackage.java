package org.iltlib.exchange.casenetwork;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;

/**
 * A CASE package: the document, its items, associations, definitions and everything else that the publisher put in.
 *
 * @param content all members, in the form of the standard; unknown ones are kept as they came
 */
public record CasePackage(Node.Fields content) {
    /** Checks that there is a document. */
    public CasePackage {
        if (!(content.find("CFDocument").orElse(new Node.Nothing()) instanceof Node.Fields)) {
            throw new IllegalArgumentException("CFDocument is missing. Expected an object.");
        }
    }

    /**
     * The package of a framework. Ids that are UUIDs are kept; others become UUIDs made from base and id, always the
     * same for the same id.
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
     * The framework that this package holds. The first {@code isChildOf} association of an item to another item of the package gives
     * its parent; every other association is kept, whether or not its ends are here.
     *
     * @throws ExchangeException if items go round in a circle, naming them, or an association has no known type
     */
    public StandardsFramework toFramework(EntryId id) {
        try {
            return CaseProjection.read(this, id);
        } catch (IllegalArgumentException e) {
            throw new ExchangeException("case.framework", String.valueOf(e.getMessage()), e);
        }
    }

    /** The members of the document. */
    public Node.Fields document() {
        return (Node.Fields) content.find("CFDocument").orElseThrow();
    }

    /** The identifier of the document; empty text if it has none. */
    public String documentId() {
        return text(document(), "identifier").orElse("");
    }

    /** The members of each item, in order. */
    public List<Node.Fields> items() {
        return list("CFItems");
    }

    /** The members of each association, in order. */
    public List<Node.Fields> associations() {
        return list("CFAssociations");
    }

    /** The definitions, as they came. */
    public Optional<Node> definitions() {
        return content.find("CFDefinitions");
    }

    private List<Node.Fields> list(String name) {
        return content.find(name).stream()
                .filter(Node.Items.class::isInstance)
                .flatMap(node -> ((Node.Items) node).values().stream())
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList();
    }

    static Optional<String> text(Node.Fields fields, String name) {
        return fields.find(name).filter(Node.Text.class::isInstance).map(node -> ((Node.Text) node).value());
    }

    static Optional<String> end(Node.Fields association, String name) {
        return association
                .find(name)
                .filter(Node.Fields.class::isInstance)
                .flatMap(node -> text((Node.Fields) node, "identifier"));
    }
}
