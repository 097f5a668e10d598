package org.iltlib.exchange.casenetwork.sheet;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.iltlib.exchange.casenetwork.CaseImport;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Reads three sheets into the text of a package, which the reader of packages then puts right and accounts for. */
final class SheetReading {
    private static final Pattern LEVEL = Pattern.compile("[1-9]\\d{0,8}(\\.[1-9]\\d{0,8})*");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Set<String> DOCUMENT_OWN = Set.of("lastChangeDate", "licenseTitle", "licenseText");
    private static final Set<String> ITEM_OWN = Set.of("smartLevel", "license");
    private static final Set<String> ASSOCIATION_OWN = Set.copyOf(Dialect.ASSOCIATION_COLUMNS);

    private final SheetProblems problems = new SheetProblems();
    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, CaseLink> links = new HashMap<>();
    private final Map<String, String> idsByCode = new HashMap<>();
    private final Set<String> codesTwice = new HashSet<>();
    private final Set<String> associationIds = new HashSet<>();
    private final Set<String> children = new HashSet<>();
    private String documentId = "";
    private String changed = "";
    private ImpliedDefinitions definitions = new ImpliedDefinitions("", "");

    CaseImport read(CaseSheets sheets) {
        Sheet document = new Sheet(Dialect.DOCUMENT, sheets.document(), List.of("identifier", "title"), problems);
        Sheet items = new Sheet(Dialect.ITEM, sheets.items(), List.of("identifier", "fullStatement"), problems);
        boolean none = sheets.associations().isEmpty();
        List<Sheet.Row> associations = none
                ? List.of()
                : new Sheet(
                                Dialect.ASSOCIATION,
                                sheets.associations(),
                                List.of("identifier", "associationType"),
                                problems)
                        .rows();
        if (document.rows().size() != 1) {
            problems.add(
                    Dialect.DOCUMENT,
                    Math.min(document.rows().size(), 2) + 1,
                    "",
                    "there are " + document.rows().size() + " documents. Expected one");
        }
        problems.refuse();
        Map<String, Node> content = new LinkedHashMap<>();
        content.put("CFDocument", document(document.rows().get(0)));
        content.put("CFItems", new Node.Items(items(items.rows())));
        List<Node> explicit = associations(associations);
        List<Node> edges = implied(items.rows());
        edges.addAll(explicit);
        content.put("CFAssociations", new Node.Items(edges));
        problems.refuse();
        definitions.node().ifPresent(node -> content.put("CFDefinitions", node));
        return CaseReader.withDefaults().read(CanonicalJson.write(new Node.Fields(content)));
    }

    private Node document(Sheet.Row row) {
        documentId = row.get("identifier");
        if (documentId.isBlank()) {
            problems.add(Dialect.DOCUMENT, row.number(), "identifier", "is empty");
        }
        String given = row.get("lastChangeDate");
        changed = given.matches("\\d{4}-\\d\\d-\\d\\d") ? given + "T00:00:00Z" : given;
        definitions = new ImpliedDefinitions(documentId, changed);
        Map<String, Node> fields = members(row, DOCUMENT_OWN);
        if (!row.get("licenseTitle").isEmpty()) {
            fields.put("licenseURI", definitions.license(row.get("licenseTitle"), row.get("licenseText")));
        } else if (!row.get("licenseText").isEmpty()) {
            problems.add(Dialect.DOCUMENT, row.number(), "licenseTitle", "is empty, but the licence has a text");
        }
        links.put(documentId, CaseLink.of(row.get("title"), documentId, uri(fields)));
        return new Node.Fields(fields);
    }

    private List<Node> items(List<Sheet.Row> rows) {
        List<Node> items = new ArrayList<>();
        for (Sheet.Row row : rows) {
            String id = row.get("identifier");
            Map<String, Node> fields = members(row, ITEM_OWN);
            if (!row.get("license").isEmpty()) {
                fields.put("licenseURI", definitions.license(row.get("license"), ""));
            }
            items.add(new Node.Fields(fields));
            String code = row.get("humanCodingScheme");
            CaseLink link = CaseLink.of(code.isEmpty() ? id : code, id, uri(fields));
            if (id.isBlank()) {
                problems.add(Dialect.ITEM, row.number(), "identifier", "is empty");
            } else if (links.put(id, link) != null) {
                problems.add(Dialect.ITEM, row.number(), "identifier", "stands in an earlier row as well");
            }
            if (!code.isEmpty() && idsByCode.putIfAbsent(code, id) != null) {
                codesTwice.add(code);
            }
            level(row, id);
        }
        return items;
    }

    private void level(Sheet.Row row, String id) {
        String level = row.get("smartLevel");
        if (level.isEmpty()) {
            return;
        }
        long steps = level.chars().filter(c -> c == '.').count() + 1;
        if (!LEVEL.matcher(level).matches()) {
            problems.add(Dialect.ITEM, row.number(), "smartLevel", "is not of the form 1.2.3");
        } else if (steps > Dialect.DEEPEST) {
            problems.add(Dialect.ITEM, row.number(), "smartLevel", "has more than " + Dialect.DEEPEST + " numbers");
        } else if (levels.putIfAbsent(level, id) != null) {
            problems.add(Dialect.ITEM, row.number(), "smartLevel", "stands in an earlier row as well");
        }
    }

    /** The associations that smart levels imply, without those that stand in the sheet of associations. */
    private List<Node> implied(List<Sheet.Row> rows) {
        List<Node> edges = new ArrayList<>();
        for (Sheet.Row row : rows) {
            String level = row.get("smartLevel");
            if (!LEVEL.matcher(level).matches()) {
                continue;
            }
            int dot = level.lastIndexOf('.');
            String parent = dot < 0 ? documentId : levels.get(level.substring(0, dot));
            String id = row.get("identifier");
            CaseLink above = parent == null ? null : links.get(parent);
            CaseLink below = links.get(id);
            if (above == null || below == null) {
                problems.add(Dialect.ITEM, row.number(), "smartLevel", "stands below one that is in no row");
            } else if (!children.contains(pair(id, above.identifier()))) {
                edges.add(Dialect.child(below, above, Integer.parseInt(level.substring(dot + 1)), changed));
            }
        }
        return edges;
    }

    private List<Node> associations(List<Sheet.Row> rows) {
        List<Node> all = new ArrayList<>();
        for (Sheet.Row row : rows) {
            String id = row.get("identifier");
            if (id.isBlank()) {
                problems.add(Dialect.ASSOCIATION, row.number(), "identifier", "is empty");
            } else if (!associationIds.add(id)) {
                problems.add(Dialect.ASSOCIATION, row.number(), "identifier", "stands in an earlier row as well");
            }
            Map<String, Node> fields = members(row, ASSOCIATION_OWN);
            String type = row.get("associationType");
            if (!type.isEmpty()) {
                fields.put("associationType", new Node.Text(type));
            }
            Optional<CaseLink> origin = end(row, "originNode");
            Optional<CaseLink> destination = end(row, "destinationNode");
            origin.ifPresent(link -> fields.put("originNodeURI", link.members()));
            destination.ifPresent(link -> fields.put("destinationNodeURI", link.members()));
            if (isChild(type) && origin.isPresent() && destination.isPresent()) {
                children.add(pair(origin.get().identifier(), destination.get().identifier()));
            }
            group(row).ifPresent(link -> fields.put("CFAssociationGroupingURI", link));
            all.add(new Node.Fields(fields));
        }
        return all;
    }

    /** One text of two, which no other two make. */
    private static String pair(String one, String other) {
        return one.length() + " " + one + other;
    }

    private static boolean isChild(String type) {
        String bare = type.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
        return bare.equals("ischildof") || bare.equals("child");
    }

    private Optional<Node> group(Sheet.Row row) {
        String id = row.get("associationGroupIdentifier");
        String name = row.get("associationGroupName");
        if (id.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(definitions.group(id.isEmpty() ? Dialect.implied(documentId + " group " + name) : id, name));
    }

    private Optional<CaseLink> end(Sheet.Row row, String column) {
        String id = row.get(column + "Identifier");
        String uri = row.get(column + "URI");
        String code = row.get(column + "HumanCodingScheme");
        if (id.isEmpty() && uri.length() >= 36) {
            String tail = uri.substring(uri.length() - 36);
            id = UUID.matcher(tail).matches() ? tail.toLowerCase(Locale.ROOT) : uri;
        } else if (id.isEmpty()) {
            id = uri.isEmpty() ? idsByCode.getOrDefault(code, "") : uri;
            if (uri.isEmpty() && codesTwice.contains(code)) {
                problems.add(
                        Dialect.ASSOCIATION,
                        row.number(),
                        column + "HumanCodingScheme",
                        "is the code of several items");
            }
        }
        if (id.isEmpty()) {
            problems.add(
                    Dialect.ASSOCIATION,
                    row.number(),
                    column + "Identifier",
                    "is empty, and no address or code of an item stands beside it");
            return Optional.empty();
        }
        CaseLink known = links.getOrDefault(id, CaseLink.of(id, id, Dialect.address(id)));
        return Optional.of(CaseLink.of(code.isEmpty() ? known.title() : code, id, uri.isEmpty() ? known.uri() : uri));
    }

    /** The members of an object whose columns are called as they are. */
    private Map<String, Node> members(Sheet.Row row, Set<String> own) {
        Map<String, Node> fields = Dialect.start(row.get("identifier"), changed);
        row.cells().forEach((column, text) -> {
            if (!own.contains(column)) {
                fields.put(column, value(column, text));
            }
        });
        return fields;
    }

    private static Node value(String column, String text) {
        String separator = Dialect.separator(column);
        if (!separator.isEmpty()) {
            return new Node.Items(Splitter.on(separator)
                    .trimResults()
                    .omitEmptyStrings()
                    .splitToStream(text)
                    .<Node>map(Node.Text::new)
                    .toList());
        }
        boolean number = CaseMember.find(column)
                        .filter(member -> member.kind() == Kind.INTEGER)
                        .isPresent()
                && WHOLE.matcher(text).matches();
        return number ? Node.Numeral.of(Long.parseLong(text)) : new Node.Text(text);
    }

    private static String uri(Map<String, Node> fields) {
        return fields.get("uri") instanceof Node.Text text ? text.value() : "";
    }
}
