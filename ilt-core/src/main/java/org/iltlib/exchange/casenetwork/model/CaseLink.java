package org.iltlib.exchange.casenetwork.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A link: title, identifier and address. Its title is for people and may be a placeholder; its identifier counts.
 *
 * @param members all members, unknown ones included
 */
public record CaseLink(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.NODE_LINK;
    }

    /** The title; empty text if there is none. */
    public String title() {
        return text(CaseMember.TITLE).orElse("");
    }

    /** What is at the other end, such as {@code CASE}; since 1.1. */
    public Optional<String> targetType() {
        return text(CaseMember.TARGET_TYPE);
    }

    /** A link of these parts. */
    public static CaseLink of(String title, String identifier, String uri) {
        Map<String, Node> link = new LinkedHashMap<>();
        link.put(CaseMember.TITLE.memberName(), new Node.Text(title));
        link.put(CaseMember.IDENTIFIER.memberName(), new Node.Text(identifier));
        link.put(CaseMember.URI.memberName(), new Node.Text(uri));
        return new CaseLink(new Node.Fields(link));
    }
}
