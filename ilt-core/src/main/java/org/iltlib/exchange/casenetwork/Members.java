package org.iltlib.exchange.casenetwork;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.form.Node;

/** The members of CASE objects, and how a value that is wrong in a known way is put right. */
final class Members {
    /** The names that the standard knows. */
    static final List<String> NAMES = List.of(
            "identifier",
            "uri",
            "creator",
            "title",
            "lastChangeDateTime",
            "frameworkType",
            "caseVersion",
            "officialSourceURL",
            "publisher",
            "description",
            "subject",
            "subjectURI",
            "language",
            "version",
            "adoptionStatus",
            "statusStartDate",
            "statusEndDate",
            "licenseURI",
            "notes",
            "extensions",
            "CFPackageURI",
            "CFDocumentURI",
            "fullStatement",
            "alternativeLabel",
            "CFItemType",
            "CFItemTypeURI",
            "humanCodingScheme",
            "listEnumeration",
            "abbreviatedStatement",
            "conceptKeywords",
            "conceptKeywordsURI",
            "educationLevel",
            "associationType",
            "originNodeURI",
            "destinationNodeURI",
            "sequenceNumber",
            "CFAssociationGroupingURI");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NO_OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Set<String> LISTS = Set.of("subject", "educationLevel", "conceptKeywords");
    private static final Set<String> DATES = Set.of("statusStartDate", "statusEndDate");
    private static final Set<String> LINKS = Set.of("CFDocumentURI", "CFPackageURI");
    private static final Set<String> NODES = Set.of("originNodeURI", "destinationNodeURI");

    private Members() {}

    /** A value put right, and the number of the rule. */
    record Repair(int rule, Node value) {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static Optional<Repair> repair(String name, Node value) {
        if (value instanceof Node.Text text) {
            return repair(name, text.value());
        }
        if (name.equals("conceptKeywordsURI")
                && value instanceof Node.Items items
                && items.values().size() == 1) {
            return Optional.of(new Repair(13, items.values().get(0)));
        }
        if (name.equals("sequenceNumber") && value instanceof Node.Numeral number && fraction(number.value())) {
            return Optional.of(new Repair(
                    15, new Node.Numeral(new BigDecimal(number.value().toBigInteger()))));
        }
        return Optional.empty();
    }

    private static boolean fraction(BigDecimal number) {
        return number.scale() > 0;
    }

    private static Optional<Repair> repair(String name, String text) {
        if (LISTS.contains(name)) {
            return Optional.of(new Repair(12, new Node.Items(List.of(new Node.Text(text)))));
        } else if (LINKS.contains(name)) {
            return Optional.of(new Repair(9, link(text)));
        } else if (NODES.contains(name)) {
            return Optional.of(new Repair(14, link(text)));
        } else if (name.equals("sequenceNumber") && text.matches("-?\\d{1,9}")) {
            return Optional.of(new Repair(15, Node.Numeral.of(Long.parseLong(text))));
        } else if (DATES.contains(name) && DATE_TIME.matcher(text).matches()) {
            return Optional.of(new Repair(16, new Node.Text(text.substring(0, 10))));
        } else if (name.equals("lastChangeDateTime") && NO_OFFSET.matcher(text).matches()) {
            return Optional.of(new Repair(17, new Node.Text(text + "Z")));
        } else if (name.equals("identifier") && isUuid(text) && !text.equals(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Repair(19, new Node.Text(text.toLowerCase(Locale.ROOT))));
        } else if (name.equals("associationType")) {
            return associationType(text);
        }
        return Optional.empty();
    }

    private static Optional<Repair> associationType(String text) {
        String bare = text.replaceAll("[_ ]", "");
        String named = bare.equalsIgnoreCase("child") ? "isChildOf" : bare;
        return AssociationType.listNames().stream()
                .filter(known -> known.equalsIgnoreCase(named) && !known.equals(text))
                .findFirst()
                .map(known -> new Repair(28, new Node.Text(known)));
    }

    /** A link made of its address alone; the identifier is its last 36 characters where these are a UUID. */
    static Node link(String uri) {
        String tail = uri.length() >= 36 ? uri.substring(uri.length() - 36) : uri;
        return link("", isUuid(tail) ? tail.toLowerCase(Locale.ROOT) : uri, uri);
    }

    static Node link(String title, String identifier, String uri) {
        Map<String, Node> link = new LinkedHashMap<>();
        link.put("title", new Node.Text(title));
        link.put("identifier", new Node.Text(identifier));
        link.put("uri", new Node.Text(uri));
        return new Node.Fields(link);
    }
}
