package org.iltlib.exchange.casenetwork.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLicense;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseObject;
import org.iltlib.exchange.casenetwork.sheet.CaseSheets.Written;
import org.iltlib.form.Node;

/** Writes a package as three sheets, and counts what they cannot say. */
final class SheetWriting {
    private static final Set<String> LINK = Set.of("title", "identifier", "uri");

    private final CasePackage content;
    private final String documentId;
    private final String changed;
    private final SmartLevels levels;
    private final ImpliedDefinitions definitions;
    private final Map<String, Long> left = new TreeMap<>();

    SheetWriting(CasePackage content) {
        CaseDocument document = content.document();
        this.content = content;
        this.documentId = document.identifier();
        this.changed = document.lastChangeDateTime().orElse("");
        this.levels = new SmartLevels(content);
        this.definitions = new ImpliedDefinitions(documentId, changed);
    }

    Written write() {
        Map<String, String> document = document();
        List<Map<String, String>> items = new ArrayList<>();
        int place = 0;
        for (CaseItem item : content.items()) {
            items.add(item(item, place++));
        }
        List<Map<String, String>> associations = new ArrayList<>();
        place = 0;
        for (CaseAssociation one : content.associations()) {
            if (!levels.implies(place++, one, changed)) {
                association(one).ifPresent(associations::add);
            }
        }
        for (String name : content.others().values().keySet()) {
            if (!name.equals("CFDefinitions")) {
                leave(name);
            }
        }
        if (!content.others().find("CFDefinitions").equals(definitions.node())) {
            leave("CFDefinitions");
        }
        return new Written(
                new CaseSheets(
                        Sheet.write(Dialect.DOCUMENT_COLUMNS, List.of(document)),
                        Sheet.write(Dialect.ITEM_COLUMNS, items),
                        Sheet.write(Dialect.ASSOCIATION_COLUMNS, associations)),
                Collections.unmodifiableMap(left));
    }

    private void leave(String what) {
        left.merge(what, 1L, Long::sum);
    }

    private Map<String, String> document() {
        CaseDocument document = content.document();
        Map<String, String> row = row("CFDocument", document, Set.of("licenseURI", "lastChangeDateTime"));
        if (document.members().find("lastChangeDateTime").isPresent()) {
            if (changed.matches("\\d{4}-\\d\\d-\\d\\d") || changed.isEmpty()) {
                leave("CFDocument/lastChangeDateTime");
            }
            row.put("lastChangeDate", changed);
        }
        document.members().find("licenseURI").ifPresent(node -> {
            String title = title(node);
            String text = content.definitions().stream()
                    .flatMap(all -> all.licenses().stream())
                    .filter(one -> one.identifier().equals(Dialect.license(documentId, title)))
                    .map(CaseLicense::licenseText)
                    .findFirst()
                    .orElse("");
            license("CFDocument/licenseURI", node, title, text);
            if (!title.isEmpty()) {
                row.put("licenseTitle", title);
                row.put("licenseText", text);
            }
        });
        return row;
    }

    private static String title(Node link) {
        return link instanceof Node.Fields fields ? new CaseLink(fields).title() : "";
    }

    private void license(String what, Node node, String title, String text) {
        if (title.isEmpty() || !definitions.license(title, text).equals(node)) {
            leave(what);
        }
    }

    private Map<String, String> item(CaseItem item, int place) {
        Map<String, String> row = row("CFItems", item, Set.of("licenseURI"));
        levels.of(place).ifPresent(level -> row.put("smartLevel", level));
        item.members().find("licenseURI").ifPresent(node -> {
            String title = title(node);
            license("CFItems/licenseURI", node, title, "");
            row.put("license", title);
        });
        return row;
    }

    private Optional<Map<String, String>> association(CaseAssociation one) {
        Optional<CaseLink> origin =
                one.origin().filter(link -> !link.identifier().isEmpty());
        Optional<CaseLink> destination =
                one.destination().filter(link -> !link.identifier().isEmpty());
        if (origin.isEmpty() || destination.isEmpty()) {
            leave("CFAssociations");
            return Optional.empty();
        }
        Map<String, String> row =
                row("CFAssociations", one, Set.of("originNodeURI", "destinationNodeURI", "CFAssociationGroupingURI"));
        end(row, "originNode", origin.get());
        end(row, "destinationNode", destination.get());
        one.members().find("CFAssociationGroupingURI").ifPresent(node -> {
            if (node instanceof Node.Fields fields) {
                CaseLink link = new CaseLink(fields);
                row.put("associationGroupIdentifier", link.identifier());
                row.put("associationGroupName", link.title());
                if (!definitions.group(link.identifier(), link.title()).equals(node)) {
                    leave("CFAssociations/CFAssociationGroupingURI");
                }
            } else {
                leave("CFAssociations/CFAssociationGroupingURI");
            }
        });
        return Optional.of(row);
    }

    private void end(Map<String, String> row, String column, CaseLink link) {
        row.put(column + "URI", link.uri());
        row.put(column + "Identifier", link.identifier());
        row.put(column + "HumanCodingScheme", levels.code(link.identifier()).orElse(link.title()));
        if (link.uri().isEmpty()) {
            leave("CFAssociations/" + column + "URI/uri");
        }
        for (String name : link.members().values().keySet()) {
            if (!LINK.contains(name)) {
                leave("CFAssociations/" + column + "URI/" + name);
            }
        }
    }

    /** The members of an object that stand in columns called as they are. */
    private Map<String, String> row(String what, CaseObject object, Set<String> own) {
        Map<String, String> row = new LinkedHashMap<>();
        Map<String, Node> implied = Dialect.start(object.identifier(), what.equals("CFDocument") ? "" : changed);
        object.members().values().forEach((name, value) -> {
            if (own.contains(name)
                    || isNothing(value)
                    || (value.equals(implied.get(name)) && !name.equals("identifier"))) {
                return;
            }
            Optional<String> cell = Dialect.isReserved(what, name) ? Optional.empty() : cell(name, value);
            cell.ifPresentOrElse(text -> row.put(name, text), () -> leave(what + "/" + name));
        });
        implied.keySet().stream()
                .filter(name -> object.members().find(name).isEmpty())
                .forEach(name -> leave(what + "/" + name));
        return row;
    }

    private static boolean isNothing(Node value) {
        return value instanceof Node.Nothing
                || (value instanceof Node.Items items && items.values().isEmpty());
    }

    private static Optional<String> cell(String name, Node value) {
        String separator = Dialect.separator(name);
        if (name.isEmpty() || !name.equals(name.strip())) {
            return Optional.empty();
        }
        if (value instanceof Node.Text text) {
            return Optional.of(text.value()).filter(one -> !one.isEmpty() && separator.isEmpty());
        }
        if (value instanceof Node.Numeral number) {
            boolean whole = CaseMember.find(name)
                    .filter(member -> member.kind() == Kind.INTEGER)
                    .isPresent();
            String text = number.value().toPlainString();
            return Optional.of(text).filter(one -> whole && one.matches("-?\\d{1,9}"));
        }
        if (value instanceof Node.Items items && !separator.isEmpty()) {
            boolean sound = items.values().stream()
                    .allMatch(one -> one instanceof Node.Text text
                            && !text.value().isEmpty()
                            && text.value().equals(text.value().strip())
                            && !text.value().contains(separator));
            return sound
                    ? Optional.of(items.values().stream()
                            .map(one -> ((Node.Text) one).value())
                            .collect(Collectors.joining(separator)))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
