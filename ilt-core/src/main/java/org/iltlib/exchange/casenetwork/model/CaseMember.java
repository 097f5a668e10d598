package org.iltlib.exchange.casenetwork.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The members that the standard knows, and what stands in them. A name means the same in every object, with two
 * exceptions: the {@link #IDENTIFIER} of a {@link CaseShape#NODE_LINK} is any text, and the {@link #EXTENSIONS} of a
 * {@link CaseShape#LEVEL} are a list. Source: 1EdTech, CASE 1.1, information model and JSON Schema.
 */
public enum CaseMember {
    /** The UUID. */
    IDENTIFIER("identifier", Kind.UUID),
    /** The address. */
    URI("uri", Kind.URI),
    /** When it was last changed. */
    LAST_CHANGE_DATE_TIME("lastChangeDateTime", Kind.DATE_TIME),
    /** The title. */
    TITLE("title", Kind.TEXT),
    /** What an association says. */
    ASSOCIATION_TYPE("associationType", Kind.ASSOCIATION_TYPE),
    /** Where an association starts. */
    ORIGIN_NODE_URI("originNodeURI", Kind.NODE_LINK),
    /** Where an association points. */
    DESTINATION_NODE_URI("destinationNodeURI", Kind.NODE_LINK),
    /** The place among siblings. */
    SEQUENCE_NUMBER("sequenceNumber", Kind.INTEGER),
    /** The group of an association. */
    ASSOCIATION_GROUPING_URI("CFAssociationGroupingURI", Kind.LINK),
    /** What is at the other end of a link; since 1.1. */
    TARGET_TYPE("targetType", Kind.TARGET_TYPE),
    /** The statement. */
    FULL_STATEMENT("fullStatement", Kind.TEXT),
    /** A short name. */
    ALTERNATIVE_LABEL("alternativeLabel", Kind.TEXT),
    /** The type of an item, in words. */
    ITEM_TYPE("CFItemType", Kind.TEXT),
    /** The type of an item, as a link. */
    ITEM_TYPE_URI("CFItemTypeURI", Kind.LINK),
    /** The code that people use. */
    HUMAN_CODING_SCHEME("humanCodingScheme", Kind.TEXT),
    /** The place in a printed list. */
    LIST_ENUMERATION("listEnumeration", Kind.TEXT),
    /** The statement, shorter. */
    ABBREVIATED_STATEMENT("abbreviatedStatement", Kind.TEXT),
    /** Concepts, in words. */
    CONCEPT_KEYWORDS("conceptKeywords", Kind.TEXTS),
    /** Concepts, as one link. */
    CONCEPT_KEYWORDS_URI("conceptKeywordsURI", Kind.LINK),
    /** Grades. */
    EDUCATION_LEVEL("educationLevel", Kind.TEXTS),
    /** Subjects, in words. */
    SUBJECT("subject", Kind.TEXTS),
    /** Subjects, as links. */
    SUBJECT_URI("subjectURI", Kind.LINKS),
    /** The language. */
    LANGUAGE("language", Kind.TEXT),
    /** Notes. */
    NOTES("notes", Kind.TEXT),
    /** The licence. */
    LICENSE_URI("licenseURI", Kind.LINK),
    /** The first day in force. */
    STATUS_START_DATE("statusStartDate", Kind.DATE),
    /** The last day in force. */
    STATUS_END_DATE("statusEndDate", Kind.DATE),
    /** Who made it. */
    CREATOR("creator", Kind.TEXT),
    /** Who published it. */
    PUBLISHER("publisher", Kind.TEXT),
    /** The kind of framework; since 1.1. */
    FRAMEWORK_TYPE("frameworkType", Kind.TEXT),
    /** The version of the standard, {@code 1.1}; since 1.1. */
    CASE_VERSION("caseVersion", Kind.CASE_VERSION),
    /** Where the official text stands. */
    OFFICIAL_SOURCE_URL("officialSourceURL", Kind.URI),
    /** A description. */
    DESCRIPTION("description", Kind.TEXT),
    /** The version of a framework. */
    VERSION("version", Kind.TEXT),
    /** Draft, Adopted and so on. */
    ADOPTION_STATUS("adoptionStatus", Kind.TEXT),
    /** The package of a document; only where the document stands alone. */
    PACKAGE_URI("CFPackageURI", Kind.LINK),
    /** The document of an item or association; only where it stands alone. */
    DOCUMENT_URI("CFDocumentURI", Kind.LINK),
    /** What a publisher adds; since 1.1. */
    EXTENSIONS("extensions", Kind.EXTENSIONS),
    /** Keywords of a concept. */
    KEYWORDS("keywords", Kind.TEXT),
    /** The place in a hierarchy, such as {@code 1.2}. */
    HIERARCHY_CODE("hierarchyCode", Kind.TEXT),
    /** A short code of an item type. */
    TYPE_CODE("typeCode", Kind.TEXT),
    /** The text of a licence. */
    LICENSE_TEXT("licenseText", Kind.TEXT),
    /** The criteria of a rubric. */
    CRITERIA("CFRubricCriteria", Kind.OBJECTS),
    /** The levels of a criterion. */
    LEVELS("CFRubricCriterionLevels", Kind.OBJECTS),
    /** The category of a criterion. */
    CATEGORY("category", Kind.TEXT),
    /** The item that a criterion judges. */
    ITEM_URI("CFItemURI", Kind.LINK),
    /** The weight of a criterion. */
    WEIGHT("weight", Kind.NUMBER),
    /** The place of a criterion or level. */
    POSITION("position", Kind.INTEGER),
    /** The rubric of a criterion. */
    RUBRIC_ID("rubricId", Kind.UUID),
    /** The criterion of a level. */
    CRITERION_ID("rubricCriterionId", Kind.UUID),
    /** The quality of a level, in words. */
    QUALITY("quality", Kind.TEXT),
    /** The points of a level. */
    SCORE("score", Kind.NUMBER),
    /** What to tell who reached a level. */
    FEEDBACK("feedback", Kind.TEXT),
    /** The document of a package. */
    DOCUMENT("CFDocument", Kind.OBJECT),
    /** The items of a package. */
    ITEMS("CFItems", Kind.OBJECTS),
    /** The associations of a package. */
    ASSOCIATIONS("CFAssociations", Kind.OBJECTS),
    /** The definitions of a package. */
    DEFINITIONS("CFDefinitions", Kind.OBJECT),
    /** The rubrics of a package. */
    RUBRICS("CFRubrics", Kind.OBJECTS),
    /** The concepts that are defined. */
    CONCEPTS("CFConcepts", Kind.OBJECTS),
    /** The subjects that are defined. */
    SUBJECTS("CFSubjects", Kind.OBJECTS),
    /** The licences that are defined. */
    LICENSES("CFLicenses", Kind.OBJECTS),
    /** The item types that are defined. */
    ITEM_TYPES("CFItemTypes", Kind.OBJECTS),
    /** The groups of associations that are defined. */
    ASSOCIATION_GROUPINGS("CFAssociationGroupings", Kind.OBJECTS);

    /** What stands in a member. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A list of texts. */
        TEXTS,
        /** A UUID, in lower case. */
        UUID,
        /** An address. */
        URI,
        /** A day, such as {@code 2026-08-01}. */
        DATE,
        /** A moment with its offset, such as {@code 2026-08-01T12:00:00+00:00}. */
        DATE_TIME,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** A link to something that has a UUID. */
        LINK,
        /** A list of such links. */
        LINKS,
        /** A link to anything. */
        NODE_LINK,
        /** One of the types of associations, or {@code ext:} and a name. */
        ASSOCIATION_TYPE,
        /** {@code CASE}, or {@code ext:} and a name. */
        TARGET_TYPE,
        /** {@code 1.1}. */
        CASE_VERSION,
        /** An object of any members. */
        EXTENSIONS,
        /** An object of the standard. */
        OBJECT,
        /** A list of objects of the standard. */
        OBJECTS
    }

    private static final Map<String, CaseMember> BY_NAME = new HashMap<>();
    private static final Map<String, CaseMember> BY_LOWER_CASE = new HashMap<>();

    static {
        for (CaseMember member : values()) {
            BY_NAME.put(member.memberName, member);
            BY_LOWER_CASE.put(lower(member.memberName), member);
        }
    }

    private final String memberName;
    private final Kind kind;

    CaseMember(String memberName, Kind kind) {
        this.memberName = memberName;
        this.kind = kind;
    }

    /** The name, as it stands in JSON. */
    public String memberName() {
        return memberName;
    }

    /** What stands in it. */
    public Kind kind() {
        return kind;
    }

    /** The member of exactly that name, if the standard knows it. */
    public static Optional<CaseMember> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The member of that name in whatever capitals. */
    public static Optional<CaseMember> findIgnoringCase(String name) {
        return Optional.ofNullable(BY_LOWER_CASE.get(lower(name)));
    }

    /** The names of those members, in their order. */
    public static List<String> names(CaseMember... members) {
        return Arrays.stream(members).map(CaseMember::memberName).toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
