package org.iltlib.exchange.casenetwork.model;

import java.util.List;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A framework's description of itself.
 *
 * @param members all members, unknown ones included
 */
public record CaseDocument(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.DOCUMENT;
    }

    /** The title; empty text if there is none. */
    public String title() {
        return text(CaseMember.TITLE).orElse("");
    }

    /** Who made it; empty text if it does not say. */
    public String creator() {
        return text(CaseMember.CREATOR).orElse("");
    }

    /** Who published it. */
    public Optional<String> publisher() {
        return text(CaseMember.PUBLISHER);
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }

    /** The kind of framework; since 1.1. */
    public Optional<String> frameworkType() {
        return text(CaseMember.FRAMEWORK_TYPE);
    }

    /** The version of the standard; since 1.1. */
    public Optional<String> caseVersion() {
        return text(CaseMember.CASE_VERSION);
    }

    /** Where the official text stands. */
    public Optional<String> officialSourceUrl() {
        return text(CaseMember.OFFICIAL_SOURCE_URL);
    }

    /** The subjects, in words. */
    public List<String> subject() {
        return texts(CaseMember.SUBJECT);
    }

    /** The subjects, as links. */
    public List<CaseLink> subjectUri() {
        return links(CaseMember.SUBJECT_URI);
    }

    /** The language. */
    public Optional<String> language() {
        return text(CaseMember.LANGUAGE);
    }

    /** The version of the framework. */
    public Optional<String> version() {
        return text(CaseMember.VERSION);
    }

    /** Draft, Adopted and so on, in the publisher's words. */
    public Optional<String> adoptionStatus() {
        return text(CaseMember.ADOPTION_STATUS);
    }

    /** The first day in force, as published. */
    public Optional<String> statusStartDate() {
        return text(CaseMember.STATUS_START_DATE);
    }

    /** The last day in force, as published. */
    public Optional<String> statusEndDate() {
        return text(CaseMember.STATUS_END_DATE);
    }

    /** The licence. */
    public Optional<CaseLink> licenseUri() {
        return link(CaseMember.LICENSE_URI);
    }

    /** Notes. */
    public Optional<String> notes() {
        return text(CaseMember.NOTES);
    }

    /** The package of the document: follow its address, do not build one, for its identifier need not be the document's. */
    public Optional<CaseLink> packageUri() {
        return link(CaseMember.PACKAGE_URI);
    }
}
