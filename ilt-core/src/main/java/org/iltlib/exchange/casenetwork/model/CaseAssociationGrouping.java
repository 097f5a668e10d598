package org.iltlib.exchange.casenetwork.model;

import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A group of associations.
 *
 * @param members all members, unknown ones included
 */
public record CaseAssociationGrouping(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.ASSOCIATION_GROUPING;
    }

    /** The title; empty text if there is none. */
    public String title() {
        return text(CaseMember.TITLE).orElse("");
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }
}
