package org.iltlib.exchange.casenetwork;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseObject;
import org.iltlib.exchange.casenetwork.packed.Holdings;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.TextPool;
import org.iltlib.form.Node;

/** Builds a package piece by piece, packing as it goes. Not thread-safe; of no use once it has built. */
public final class CasePackageBuilder {
    private static final int TEXTS = 1 << 24;

    private final CaseDocument document;
    private final RowEncoder row;
    private final Holdings holdings;
    private final Map<String, Node> others = new LinkedHashMap<>();

    CasePackageBuilder(CaseDocument document) {
        this.document = document;
        TextPool pool = new TextPool(TEXTS);
        this.row = new RowEncoder(pool);
        this.holdings = new Holdings(pool, true);
    }

    /**
     * Adds an item.
     *
     * @throws IllegalArgumentException if it has no identifier, or one that is taken
     */
    public CasePackageBuilder add(CaseItem item) {
        encode(item);
        Checks.require(
                holdings.addItem(row, holdings.node(item.identifier())),
                "item \"%s\" is here already. Expected each once.",
                item.identifier());
        return this;
    }

    /**
     * Adds an association.
     *
     * @throws IllegalArgumentException if it has no identifier, or one that is taken
     */
    public CasePackageBuilder add(CaseAssociation association) {
        encode(association);
        Checks.require(
                holdings.isNewAssociation(association.identifier()),
                "association \"%s\" is here already. Expected each once.",
                association.identifier());
        int type = AssociationType.listNames().indexOf(association.associationType());
        holdings.addAssociation(
                row,
                type < 0 ? Holdings.OTHER_TYPE : type,
                holdings.node(association.origin().map(CaseLink::identifier).orElse("")),
                holdings.node(
                        association.destination().map(CaseLink::identifier).orElse("")));
        return this;
    }

    private void encode(CaseObject one) {
        Checks.text(one.identifier(), "identifier");
        row.begin();
        row.node(one.members());
    }

    /** Adds another member of the package, such as {@code CFDefinitions}, {@code CFRubrics} or {@code extensions}. */
    public CasePackageBuilder add(String name, Node value) {
        others.put(name, value);
        return this;
    }

    /** The package. */
    public CasePackage build() {
        return new CasePackage(document.members(), holdings, new Node.Fields(others));
    }
}
