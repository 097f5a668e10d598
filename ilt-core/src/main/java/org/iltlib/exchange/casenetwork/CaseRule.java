package org.iltlib.exchange.casenetwork;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In what ways packages differ from the standard, and what this library makes of it. All of them have been seen in
 * packages of real publishers; the number is that of the {@link #id()}, {@code CASE-DEV-01} to {@code CASE-DEV-35}.
 */
public enum CaseRule {
    /** The package stands in a member {@code CFPackage}. It is taken out. */
    ROOT_WRAPPED(1, ""),
    /** Items or associations stand in {@code CFItemSet} or {@code CFAssociationSet}. They are taken out. */
    LIST_WRAPPED(2, ""),
    /** The list of documents is bare, not in a member {@code CFDocuments}. It is read. */
    BARE_DOCUMENT_LIST(3, ""),
    /** A single object stands in a member with the name of its type. It is taken out. */
    OBJECT_WRAPPED(4, ""),
    /** {@code CFDefinitions} is an empty list. It is left out. */
    DEFINITIONS_AS_LIST(5, ""),
    /** A member is {@code null}. It is left out. */
    EXPLICIT_NULL(6, ""),
    /** {@code sourcedId} stands for {@code identifier}. It is renamed. */
    SOURCED_ID(7, ""),
    /** The name of a member has other capitals. It is renamed. */
    CAPITALS(8, ""),
    /** {@code educationalLevel} is renamed; a link that is a plain text becomes a link. */
    OLD_OPENSALT(9, ""),
    /** An item names its document, or a document its package, inside the package. They are kept. */
    OWNER_WITHIN_PACKAGE(10, ""),
    /** {@code licenceURI} is renamed to {@code licenseURI}. */
    LICENCE_SPELLING(11, ""),
    /** A text stands where a list of texts should. It becomes a list of one. */
    TEXT_FOR_LIST(12, ""),
    /** {@code conceptKeywordsURI} is a list of one link. It becomes the link; a longer list is kept. */
    KEYWORDS_URI_AS_LIST(13, ""),
    /** An end of an association is a plain text. It becomes a link. */
    END_AS_TEXT(14, ""),
    /**
     * {@code sequenceNumber} is a whole number written as a text or with a fraction or exponent. It becomes the whole
     * number; one that is not whole is kept, as an {@link #UNEXPECTED_VALUE}.
     */
    SEQUENCE_NUMBER(15, ""),
    /** {@code sequenceNumber} is missing. Nothing is made up. */
    NO_SEQUENCE_NUMBER(15, "MISSING"),
    /** A day is given with a time of day and perhaps its offset. They are cut off; any other words are not. */
    DATE_WITH_TIME(16, ""),
    /** A moment has no offset. It is read as UTC. */
    NO_OFFSET(17, ""),
    /** A score, weight or position is a text, or whole but written with a fraction. It becomes the number. */
    NUMBER_FORM(18, ""),
    /** A UUID is in upper case. It is written in lower case. */
    UPPER_CASE_UUID(19, ""),
    /** A UUID is of none of the versions 1 to 5. It is kept. */
    UNUSUAL_UUID(19, "VERSION"),
    /** The identifier of the package is not that of the document. Both are kept. */
    PACKAGE_NOT_DOCUMENT(20, ""),
    /** The address of an object ends in a UUID that is not its identifier. It is kept; the identifier counts. */
    ADDRESS_OF_ANOTHER(21, ""),
    /** An address has no slash before its UUID. It is kept. */
    NO_SLASH(22, ""),
    /** An identifier stands in another package as well. See {@code CaseLibrary}. */
    SHARED_IDENTITY(23, ""),
    /** An item at the top has no association to the document. It is a root. */
    NO_EDGE_TO_DOCUMENT(24, ""),
    /** An item has several parents. All are kept; the first counts where there can be only one. */
    SEVERAL_PARENTS(25, ""),
    /** An item is its own ancestor. It is kept. */
    CIRCLE(25, "CIRCLE"),
    /** All parents of an item lie outside the package. It is kept. */
    ORPHAN(25, "ORPHAN"),
    /** An end of an association lies outside the package. It is kept: that is normal. */
    DANGLING_END(26, ""),
    /** The title of a link is a placeholder. It is kept. */
    PLACEHOLDER_TITLE(27, ""),
    /** The type of an association is written in another way. It is put right. */
    ASSOCIATION_TYPE(28, ""),
    /** The statement is empty or missing. It is kept; the label stands in for it where one is needed. */
    EMPTY_STATEMENT(29, ""),
    /** The statement holds markup. It is kept. */
    MARKUP(30, ""),
    /** A code stands on several items. It is kept. */
    CODE_TWICE(31, ""),
    /** An item has no code. */
    NO_CODE(31, "CODE"),
    /** An item has no type. */
    NO_TYPE(31, "TYPE"),
    /** An item is for several grades, or for {@code KG}. It is kept; both are read as grades. */
    GRADE_BAND(32, ""),
    /** The type of an item is given in words only. It is kept. */
    TYPE_WITHOUT_LINK(33, ""),
    /** The publisher answered with a status in place of a package, such as that one must sign in. It is refused. */
    STATUS_ANSWER(34, ""),
    /** The file is a stub: a status and nothing else. It is refused. */
    STUB(35, ""),
    /** An item or association has no identifier. It is set aside. */
    NO_IDENTITY(0, "IDENTITY"),
    /** An item or association has an identifier that is taken. It is set aside. */
    IDENTITY_TWICE(0, "IDENTITY-TWICE"),
    /** The standard does not know the member here. It is kept. */
    UNKNOWN_MEMBER(0, "UNKNOWN"),
    /** A value is not what the standard wants there, and no rule puts it right. It is kept. */
    UNEXPECTED_VALUE(0, "VALUE"),
    /** Members that this library had put under {@code extensions} are put back. */
    RESTORED(0, "RESTORED");

    private final String id;

    CaseRule(int number, String part) {
        String start = number == 0 ? "CASE" : String.format(Locale.ROOT, "CASE-DEV-%02d", number);
        this.id = part.isEmpty() ? start : start + "-" + part;
    }

    /** The name in reports, such as {@code CASE-DEV-07}. */
    public String id() {
        return id;
    }

    /** The rule of that id. */
    public static Optional<CaseRule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }
}
