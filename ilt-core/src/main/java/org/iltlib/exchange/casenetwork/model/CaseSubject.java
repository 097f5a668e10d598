package org.iltlib.exchange.casenetwork.model;

import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A subject that documents and items refer to.
 *
 * @param members all members, unknown ones included
 */
public record CaseSubject(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.SUBJECT;
    }

    /** The title; empty text if there is none. */
    public String title() {
        return text(CaseMember.TITLE).orElse("");
    }

    /** The place in the hierarchy, such as {@code 1.2}; empty text if there is none. */
    public String hierarchyCode() {
        return text(CaseMember.HIERARCHY_CODE).orElse("");
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }
}
