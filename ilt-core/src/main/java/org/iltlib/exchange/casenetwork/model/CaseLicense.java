package org.iltlib.exchange.casenetwork.model;

import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A licence.
 *
 * @param members all members, unknown ones included
 */
public record CaseLicense(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.LICENSE;
    }

    /** The title; empty text if there is none. */
    public String title() {
        return text(CaseMember.TITLE).orElse("");
    }

    /** The text; empty if there is none. */
    public String licenseText() {
        return text(CaseMember.LICENSE_TEXT).orElse("");
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }
}
