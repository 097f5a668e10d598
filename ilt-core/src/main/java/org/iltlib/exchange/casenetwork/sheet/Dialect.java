package org.iltlib.exchange.casenetwork.sheet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.form.Node;

/** What reading and writing have in common: the columns, and what is implied by what does not stand there. */
final class Dialect {
    static final String DOCUMENT = "CF Doc";
    static final String ITEM = "CF Item";
    static final String ASSOCIATION = "CF Association";

    static final List<String> DOCUMENT_COLUMNS = List.of(
            "identifier",
            "creator",
            "title",
            "lastChangeDate",
            "officialSourceURL",
            "publisher",
            "description",
            "subject",
            "language",
            "version",
            "adoptionStatus",
            "statusStartDate",
            "statusEndDate",
            "licenseTitle",
            "licenseText",
            "notes");
    static final List<String> ITEM_COLUMNS = List.of(
            "identifier",
            "fullStatement",
            "humanCodingScheme",
            "smartLevel",
            "listEnumeration",
            "abbreviatedStatement",
            "conceptKeywords",
            "notes",
            "language",
            "educationLevel",
            "CFItemType",
            "license");
    static final List<String> ASSOCIATION_COLUMNS = List.of(
            "identifier",
            "originNodeURI",
            "originNodeIdentifier",
            "originNodeHumanCodingScheme",
            "associationType",
            "destinationNodeURI",
            "destinationNodeIdentifier",
            "destinationNodeHumanCodingScheme",
            "associationGroupIdentifier",
            "associationGroupName");

    /** How many steps below the document a smart level may say. */
    static final int DEEPEST = 50;

    private Dialect() {}

    /** What separates the texts in a column of that name; empty if it holds one text. */
    static String separator(String column) {
        return switch (column) {
            case "subject", "conceptKeywords" -> "|";
            case "educationLevel" -> ",";
            default -> "";
        };
    }

    static String address(String id) {
        return "urn:uuid:" + id;
    }

    static String implied(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String license(String document, String title) {
        return implied(document + " license " + title);
    }

    static Node.Fields link(String title, String id) {
        return CaseLink.of(title, id, address(id)).members();
    }

    /** An object with an identifier and what is implied by it. */
    static Map<String, Node> start(String id, String changed) {
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("identifier", new Node.Text(id));
        fields.put("uri", new Node.Text(address(id)));
        if (!changed.isEmpty()) {
            fields.put("lastChangeDateTime", new Node.Text(changed));
        }
        return fields;
    }

    /**
     * The association that a smart level implies.
     *
     * @param child identifier and title of the item
     * @param parent identifier and title of what it stands below
     */
    static Node.Fields child(CaseLink child, CaseLink parent, int position, String changed) {
        Map<String, Node> edge = start(implied(child.identifier() + " isChildOf " + parent.identifier()), changed);
        edge.put("associationType", new Node.Text("isChildOf"));
        edge.put("sequenceNumber", new Node.Numeral(BigDecimal.valueOf(position)));
        edge.put("originNodeURI", child.members());
        edge.put("destinationNodeURI", parent.members());
        return new Node.Fields(edge);
    }

    /** Whether a column of that name means something else than the member of that name. */
    static boolean isReserved(String what, String name) {
        return switch (what) {
            case "CFDocument" ->
                Set.of("lastChangeDate", "licenseTitle", "licenseText").contains(name);
            case "CFItems" -> Set.of("smartLevel", "license").contains(name);
            default -> !Set.of("identifier", "associationType").contains(name) && ASSOCIATION_COLUMNS.contains(name);
        };
    }
}
