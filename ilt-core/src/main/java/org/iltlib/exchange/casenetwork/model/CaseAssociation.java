package org.iltlib.exchange.casenetwork.model;

import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A typed link between two things, either of which may lie outside the package.
 *
 * @param members all members, unknown ones included
 */
public record CaseAssociation(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.ASSOCIATION;
    }

    /** What it says, such as {@code isChildOf}; empty text if it does not. */
    public String associationType() {
        return text(CaseMember.ASSOCIATION_TYPE).orElse("");
    }

    /** Where it starts. */
    public Optional<CaseLink> origin() {
        return link(CaseMember.ORIGIN_NODE_URI);
    }

    /** Where it points. */
    public Optional<CaseLink> destination() {
        return link(CaseMember.DESTINATION_NODE_URI);
    }

    /** The place among siblings. */
    public Optional<Integer> sequenceNumber() {
        return integer(CaseMember.SEQUENCE_NUMBER);
    }

    /** The group. */
    public Optional<CaseLink> groupingUri() {
        return link(CaseMember.ASSOCIATION_GROUPING_URI);
    }

    /** Notes. */
    public Optional<String> notes() {
        return text(CaseMember.NOTES);
    }
}
