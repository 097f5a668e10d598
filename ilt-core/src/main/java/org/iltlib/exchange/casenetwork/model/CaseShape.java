package org.iltlib.exchange.casenetwork.model;

import static org.iltlib.exchange.casenetwork.model.CaseMember.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of objects that the standard knows, each with the members that it must and may have, and those that version
 * 1.1 has added. Source: 1EdTech, CASE 1.0 and 1.1, JSON Schema of CFPackage.
 */
public enum CaseShape {
    /** A package. */
    PACKAGE(
            "CFPackage",
            List.of(CaseMember.DOCUMENT),
            List.of(ITEMS, ASSOCIATIONS, CaseMember.DEFINITIONS, RUBRICS),
            List.of(EXTENSIONS)),
    /** A framework's description of itself. */
    DOCUMENT(
            "CFDocument",
            List.of(IDENTIFIER, URI, CREATOR, TITLE, LAST_CHANGE_DATE_TIME),
            List.of(
                    OFFICIAL_SOURCE_URL,
                    PUBLISHER,
                    DESCRIPTION,
                    CaseMember.SUBJECT,
                    SUBJECT_URI,
                    LANGUAGE,
                    VERSION,
                    ADOPTION_STATUS,
                    STATUS_START_DATE,
                    STATUS_END_DATE,
                    LICENSE_URI,
                    NOTES),
            List.of(FRAMEWORK_TYPE, CASE_VERSION, EXTENSIONS)),
    /** A statement. */
    ITEM(
            "CFItem",
            List.of(IDENTIFIER, FULL_STATEMENT, URI, LAST_CHANGE_DATE_TIME),
            List.of(
                    ALTERNATIVE_LABEL,
                    CaseMember.ITEM_TYPE,
                    ITEM_TYPE_URI,
                    HUMAN_CODING_SCHEME,
                    LIST_ENUMERATION,
                    ABBREVIATED_STATEMENT,
                    CONCEPT_KEYWORDS,
                    CONCEPT_KEYWORDS_URI,
                    NOTES,
                    LANGUAGE,
                    EDUCATION_LEVEL,
                    LICENSE_URI,
                    STATUS_START_DATE,
                    STATUS_END_DATE),
            List.of(CaseMember.SUBJECT, SUBJECT_URI, EXTENSIONS)),
    /** A typed link between two things. */
    ASSOCIATION(
            "CFAssociation",
            List.of(
                    IDENTIFIER,
                    CaseMember.ASSOCIATION_TYPE,
                    URI,
                    ORIGIN_NODE_URI,
                    DESTINATION_NODE_URI,
                    LAST_CHANGE_DATE_TIME),
            List.of(SEQUENCE_NUMBER, ASSOCIATION_GROUPING_URI),
            List.of(NOTES, EXTENSIONS)),
    /** What items and associations refer to. */
    DEFINITIONS(
            "CFDefinition",
            List.of(),
            List.of(CONCEPTS, SUBJECTS, LICENSES, ITEM_TYPES, ASSOCIATION_GROUPINGS),
            List.of(EXTENSIONS)),
    /** A concept. */
    CONCEPT(
            "CFConcept",
            List.of(IDENTIFIER, URI, TITLE, HIERARCHY_CODE, LAST_CHANGE_DATE_TIME),
            List.of(KEYWORDS, DESCRIPTION),
            List.of(EXTENSIONS)),
    /** A subject. */
    SUBJECT(
            "CFSubject",
            List.of(IDENTIFIER, URI, TITLE, HIERARCHY_CODE, LAST_CHANGE_DATE_TIME),
            List.of(DESCRIPTION),
            List.of(EXTENSIONS)),
    /** A licence. */
    LICENSE(
            "CFLicense",
            List.of(IDENTIFIER, URI, TITLE, LICENSE_TEXT, LAST_CHANGE_DATE_TIME),
            List.of(DESCRIPTION),
            List.of(EXTENSIONS)),
    /** A type of items. */
    ITEM_TYPE(
            "CFItemType",
            List.of(IDENTIFIER, URI, TITLE, DESCRIPTION, HIERARCHY_CODE, LAST_CHANGE_DATE_TIME),
            List.of(TYPE_CODE),
            List.of(EXTENSIONS)),
    /** A group of associations. */
    ASSOCIATION_GROUPING(
            "CFAssociationGrouping",
            List.of(IDENTIFIER, URI, TITLE, LAST_CHANGE_DATE_TIME),
            List.of(DESCRIPTION),
            List.of(EXTENSIONS)),
    /** A rubric. */
    RUBRIC(
            "CFRubric",
            List.of(IDENTIFIER, URI, LAST_CHANGE_DATE_TIME),
            List.of(TITLE, DESCRIPTION, CRITERIA),
            List.of(EXTENSIONS)),
    /** A criterion of a rubric. */
    CRITERION(
            "CFRubricCriterion",
            List.of(IDENTIFIER, URI, LAST_CHANGE_DATE_TIME),
            List.of(CATEGORY, DESCRIPTION, ITEM_URI, WEIGHT, POSITION, RUBRIC_ID, LEVELS),
            List.of(EXTENSIONS)),
    /** A level of a criterion. */
    LEVEL(
            "CFRubricCriterionLevel",
            List.of(IDENTIFIER, URI, LAST_CHANGE_DATE_TIME),
            List.of(DESCRIPTION, QUALITY, SCORE, FEEDBACK, POSITION, CRITERION_ID),
            List.of(EXTENSIONS)),
    /** A link to something that has a UUID. */
    LINK("LinkURI", List.of(TITLE, IDENTIFIER, URI), List.of(), List.of()),
    /** A link to anything. */
    NODE_LINK("LinkGenURI", List.of(TITLE, IDENTIFIER, URI), List.of(), List.of(TARGET_TYPE));

    private final String typeName;
    private final List<CaseMember> required;
    private final List<CaseMember> added;
    private final Set<CaseMember> first;
    private final Set<CaseMember> all;

    CaseShape(String typeName, List<CaseMember> required, List<CaseMember> optional, List<CaseMember> added) {
        this.typeName = typeName;
        this.required = required;
        this.added = added;
        List<CaseMember> old = new ArrayList<>(required);
        old.addAll(optional);
        this.first = Set.copyOf(old);
        List<CaseMember> both = new ArrayList<>(old);
        both.addAll(added);
        this.all = both.isEmpty() ? EnumSet.noneOf(CaseMember.class) : EnumSet.copyOf(both);
    }

    /** The standard's name of it, such as {@code CFItem}. */
    public String typeName() {
        return typeName;
    }

    /** The members that it must have. */
    public List<CaseMember> required() {
        return required;
    }

    /** The members that version 1.1 has added. */
    public List<CaseMember> added() {
        return added;
    }

    /** Whether it may have that member in that version. */
    public boolean has(CaseMember member, CaseVersion version) {
        return version.isAtLeast(CaseVersion.V1_1) ? all.contains(member) : first.contains(member);
    }

    /** What stands in that member of such an object. */
    public CaseMember.Kind kindOf(CaseMember member) {
        return this == NODE_LINK && member == IDENTIFIER ? CaseMember.Kind.TEXT : member.kind();
    }

    /** The shape of what stands in that member, where that is an object or a list of objects of the standard. */
    public static Optional<CaseShape> within(CaseMember member) {
        return Optional.ofNullable(
                switch (member) {
                    case DOCUMENT -> DOCUMENT;
                    case ITEMS -> ITEM;
                    case ASSOCIATIONS -> ASSOCIATION;
                    case DEFINITIONS -> DEFINITIONS;
                    case RUBRICS -> RUBRIC;
                    case CRITERIA -> CRITERION;
                    case LEVELS -> LEVEL;
                    case CONCEPTS -> CONCEPT;
                    case SUBJECTS -> SUBJECT;
                    case LICENSES -> LICENSE;
                    case ITEM_TYPES -> ITEM_TYPE;
                    case ASSOCIATION_GROUPINGS -> ASSOCIATION_GROUPING;
                    default ->
                        switch (member.kind()) {
                            case LINK, LINKS -> LINK;
                            case NODE_LINK -> NODE_LINK;
                            default -> null;
                        };
                });
    }
}
