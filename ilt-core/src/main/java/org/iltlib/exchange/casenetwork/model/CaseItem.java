package org.iltlib.exchange.casenetwork.model;

import java.util.List;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A statement: a domain, a cluster, or what a learner should know or be able to do.
 *
 * @param members all members, unknown ones included
 */
public record CaseItem(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.ITEM;
    }

    /** The statement, with the publisher's markup; empty text if there is none. */
    public String fullStatement() {
        return text(CaseMember.FULL_STATEMENT).orElse("");
    }

    /** A short name. */
    public Optional<String> alternativeLabel() {
        return text(CaseMember.ALTERNATIVE_LABEL);
    }

    /** The statement, shorter. */
    public Optional<String> abbreviatedStatement() {
        return text(CaseMember.ABBREVIATED_STATEMENT);
    }

    /** The code that people use. */
    public Optional<String> humanCodingScheme() {
        return text(CaseMember.HUMAN_CODING_SCHEME);
    }

    /** The type, in words. */
    public Optional<String> itemType() {
        return text(CaseMember.ITEM_TYPE);
    }

    /** The type, as a link to a definition. */
    public Optional<CaseLink> itemTypeUri() {
        return link(CaseMember.ITEM_TYPE_URI);
    }

    /** The place in a printed list. */
    public Optional<String> listEnumeration() {
        return text(CaseMember.LIST_ENUMERATION);
    }

    /** Concepts, in words. */
    public List<String> conceptKeywords() {
        return texts(CaseMember.CONCEPT_KEYWORDS);
    }

    /** Concepts, as one link. */
    public Optional<CaseLink> conceptKeywordsUri() {
        return link(CaseMember.CONCEPT_KEYWORDS_URI);
    }

    /** The grades, in the publisher's words; several make a band. */
    public List<String> educationLevel() {
        return texts(CaseMember.EDUCATION_LEVEL);
    }

    /** The subjects, in words; since 1.1. */
    public List<String> subject() {
        return texts(CaseMember.SUBJECT);
    }

    /** The subjects, as links; since 1.1. */
    public List<CaseLink> subjectUri() {
        return links(CaseMember.SUBJECT_URI);
    }

    /** The language. */
    public Optional<String> language() {
        return text(CaseMember.LANGUAGE);
    }

    /** Notes. */
    public Optional<String> notes() {
        return text(CaseMember.NOTES);
    }

    /** The licence. */
    public Optional<CaseLink> licenseUri() {
        return link(CaseMember.LICENSE_URI);
    }

    /** The first day in force, as published. */
    public Optional<String> statusStartDate() {
        return text(CaseMember.STATUS_START_DATE);
    }

    /** The last day in force, as published. */
    public Optional<String> statusEndDate() {
        return text(CaseMember.STATUS_END_DATE);
    }

    /** The document, where the publisher names it. */
    public Optional<CaseLink> documentUri() {
        return link(CaseMember.DOCUMENT_URI);
    }
}
