package org.iltlib.exchange.casenetwork;

import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDefinitions;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseRubric;
import org.iltlib.form.Node;

/**
 * Is told a package piece by piece, each already in the form of the standard, in the order of the text; for packages that
 * need not be in memory as a whole. All methods do nothing unless told otherwise.
 *
 * <pre>{@code
 * CaseReader.withDefaults().visit(in, new CaseVisitor() {
 *     @Override
 *     public void item(CaseItem item) {
 *         System.out.println(item.fullStatement());
 *     }
 * });
 * }</pre>
 */
public interface CaseVisitor {
    /** The document. */
    default void document(CaseDocument document) {}

    /** An item. */
    default void item(CaseItem item) {}

    /** An association. */
    default void association(CaseAssociation association) {}

    /** The definitions. */
    default void definitions(CaseDefinitions definitions) {}

    /** A rubric. */
    default void rubric(CaseRubric rubric) {}

    /** Any other member of the package, {@code extensions} included. */
    default void other(String name, Node value) {}

    /** An item or association that cannot be part of the package. */
    default void quarantined(CaseImport.Quarantined one) {}
}
