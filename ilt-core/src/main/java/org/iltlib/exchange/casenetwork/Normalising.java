package org.iltlib.exchange.casenetwork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.CaseImportReport.Note;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;

/** Brings a package as it came to the form of the standard, and notes each step. */
final class Normalising {
    private final List<Note> notes = new ArrayList<>();
    private final List<Node> quarantined = new ArrayList<>();

    private Normalising() {}

    static CaseImport of(Node root) {
        Normalising work = new Normalising();
        CasePackage content = work.pack(root);
        return new CaseImport(content, work.quarantined, new CaseImportReport(work.notes));
    }

    private CasePackage pack(Node root) {
        if (!(root instanceof Node.Fields fields)) {
            throw new ExchangeException("case.notAPackage", "Expected a CASE package, a JSON object.");
        }
        Optional<Node> wrapped = fields.find("CFPackage");
        if (wrapped.isPresent()) {
            note("/CFPackage", 1, Disposition.NORMALISED);
            return pack(wrapped.get());
        }
        if (!(fields.find("CFDocument").orElse(new Node.Nothing()) instanceof Node.Fields document)) {
            throw new ExchangeException(
                    "case.notAPackage",
                    "There is no CFDocument. Maybe the publisher answered with a status in place of a package.");
        }
        Map<String, Node> result = new LinkedHashMap<>();
        for (Map.Entry<String, Node> member :
                withoutNothing(fields, "").values().entrySet()) {
            String name = member.getKey();
            Node value = member.getValue();
            switch (name) {
                case "CFDocument" -> result.put(name, member("/CFDocument", document));
                case "CFItems", "CFAssociations" -> result.put(name, list("/" + name, value));
                case "CFItemSet" -> result.put("CFItems", unwrap(name, "CFItems", value));
                case "CFAssociationSet" -> result.put("CFAssociations", unwrap(name, "CFAssociations", value));
                case "CFDefinitions" -> definitions(value).ifPresent(node -> result.put(name, node));
                default -> result.put(name, value);
            }
        }
        CasePackage content = new CasePackage(new Node.Fields(result));
        noteOddities(content);
        return content;
    }

    private Node unwrap(String wrapper, String inner, Node value) {
        note("/" + wrapper, 2, Disposition.NORMALISED);
        Node list = value instanceof Node.Fields fields ? fields.find(inner).orElse(value) : value;
        return list("/" + wrapper + "/" + inner, list);
    }

    private Optional<Node> definitions(Node value) {
        if (value instanceof Node.Items items && items.values().isEmpty()) {
            note("/CFDefinitions", 5, Disposition.DROPPED);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Node list(String pointer, Node value) {
        if (!(value instanceof Node.Items items)) {
            throw new ExchangeException("case.shape", pointer + " is not a list. Expected a list of objects.");
        }
        List<Node> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < items.values().size(); i++) {
            String place = pointer + "/" + i;
            if (items.values().get(i) instanceof Node.Fields raw) {
                Node.Fields fields = member(place, raw);
                String id = CasePackage.text(fields, "identifier").orElse("");
                if (!id.isBlank() && ids.add(id)) {
                    kept.add(fields);
                    continue;
                }
            }
            quarantined.add(items.values().get(i));
            notes.add(new Note(place, "CASE-IDENTITY", Disposition.QUARANTINED));
        }
        return new Node.Items(kept);
    }

    private Node.Fields member(String pointer, Node.Fields raw) {
        Map<String, Node> result = new LinkedHashMap<>();
        withoutNothing(raw, pointer).values().forEach((name, value) -> {
            String place = pointer + "/" + name;
            String right = name(place, name);
            boolean taken = !right.equals(name) && raw.values().containsKey(right);
            result.put(taken ? name : right, taken ? value : value(place, right, value));
        });
        return new Node.Fields(result);
    }

    private Node.Fields withoutNothing(Node.Fields fields, String pointer) {
        Map<String, Node> result = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> {
            if (value instanceof Node.Nothing) {
                note(pointer + "/" + name, 6, Disposition.DROPPED);
            } else {
                result.put(name, value);
            }
        });
        return new Node.Fields(result);
    }

    private String name(String place, String name) {
        Optional<String> other = switch (name) {
            case "sourcedId" -> Optional.of("identifier");
            case "educationalLevel" -> Optional.of("educationLevel");
            case "licenceURI" -> Optional.of("licenseURI");
            default -> Optional.empty();
        };
        if (other.isPresent()) {
            int rule = name.equals("sourcedId") ? 7 : name.equals("licenceURI") ? 11 : 9;
            note(place, rule, Disposition.NORMALISED);
            return other.get();
        }
        Optional<String> known = Members.NAMES.stream()
                .filter(candidate -> !candidate.equals(name) && candidate.equalsIgnoreCase(name))
                .findFirst();
        known.ifPresent(right -> note(place, 8, Disposition.NORMALISED));
        return known.orElse(name);
    }

    private Node value(String place, String name, Node value) {
        Optional<Members.Repair> repair = Members.repair(name, value);
        if (repair.isPresent()) {
            note(place, repair.get().rule(), Disposition.NORMALISED);
            return repair.get().value();
        }
        if ((name.equals("originNodeURI") || name.equals("destinationNodeURI")) && value instanceof Node.Fields link) {
            return member(place, link);
        }
        return value;
    }

    private void noteOddities(CasePackage content) {
        Set<String> codes = new HashSet<>();
        Set<String> ids = new HashSet<>();
        ids.add(content.documentId());
        int i = 0;
        for (Node.Fields item : content.items()) {
            String place = "/CFItems/" + i++;
            ids.add(CasePackage.text(item, "identifier").orElse(""));
            if (item.values().containsKey("CFDocumentURI")) {
                note(place + "/CFDocumentURI", 10, Disposition.KEPT);
            }
            if (CasePackage.text(item, "fullStatement").orElse("").isBlank()) {
                note(place + "/fullStatement", 29, Disposition.KEPT);
            }
            Optional<String> code = CasePackage.text(item, "humanCodingScheme");
            if (code.isPresent() && !codes.add(code.get())) {
                note(place + "/humanCodingScheme", 31, Disposition.KEPT);
            }
        }
        i = 0;
        Set<String> children = new HashSet<>();
        for (Node.Fields association : content.associations()) {
            String place = "/CFAssociations/" + i++;
            String origin = CasePackage.end(association, "originNodeURI").orElse("");
            if (!ids.contains(origin)
                    || !ids.contains(
                            CasePackage.end(association, "destinationNodeURI").orElse(""))) {
                note(place, 26, Disposition.KEPT);
            }
            if (CasePackage.text(association, "associationType").orElse("").equals("isChildOf")
                    && !children.add(origin)) {
                note(place, 25, Disposition.KEPT);
            }
        }
    }

    private void note(String pointer, int rule, Disposition disposition) {
        notes.add(new Note(pointer, String.format(Locale.ROOT, "CASE-DEV-%02d", rule), disposition));
    }
}
