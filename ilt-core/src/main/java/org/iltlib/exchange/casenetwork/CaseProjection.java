package org.iltlib.exchange.casenetwork;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.form.Node;

/** A framework as a package, and a package as a framework. */
final class CaseProjection {
    private final String base;
    private final Instant changed;

    CaseProjection(String base, Instant changed) {
        this.base = base;
        this.changed = changed;
    }

    static StandardsFramework read(CasePackage content, EntryId id) {
        Set<String> ids = new HashSet<>();
        content.items().forEach(item -> CasePackage.text(item, "identifier").ifPresent(ids::add));
        Map<String, String> parents = new HashMap<>();
        List<Association> associations = new ArrayList<>();
        for (Node.Fields one : content.associations()) {
            String origin = CasePackage.end(one, "originNodeURI").orElse("");
            String destination = CasePackage.end(one, "destinationNodeURI").orElse("");
            boolean child = CasePackage.text(one, "associationType").orElse("").equals("isChildOf");
            if (child && destination.equals(content.documentId())) {
                continue;
            }
            if (!child || !ids.contains(origin) || !ids.contains(destination) || parents.containsKey(origin)) {
                associations.add(association(one, origin, destination));
            } else {
                parents.put(origin, destination);
            }
        }
        StandardsFramework.Builder framework = StandardsFramework.builder()
                .id(id)
                .title(CasePackage.text(content.document(), "title").orElse(id.value()))
                .version(CasePackage.text(content.document(), "version").filter(text -> !text.isBlank()))
                .addAllAssociations(associations);
        content.items().forEach(item -> framework.addItems(standard(item, parents)));
        return framework.build();
    }

    private static Association association(Node.Fields one, String origin, String destination) {
        return Association.builder()
                .id(CasePackage.text(one, "identifier").orElse(""))
                .type(AssociationType.of(
                        CasePackage.text(one, "associationType").orElse("")))
                .origin(StandardId.of(origin))
                .destination(StandardId.of(destination))
                .sequence(one.find("sequenceNumber")
                        .filter(Node.Numeral.class::isInstance)
                        .map(node -> ((Node.Numeral) node).value().intValue()))
                .build();
    }

    private static Standard standard(Node.Fields item, Map<String, String> parents) {
        String id = CasePackage.text(item, "identifier").orElse("");
        Standard.Builder standard = Standard.builder()
                .id(StandardId.of(id))
                .code(CasePackage.text(item, "humanCodingScheme").filter(text -> !text.isBlank()))
                .statement(List.of("fullStatement", "abbreviatedStatement", "alternativeLabel", "identifier").stream()
                        .flatMap(name -> CasePackage.text(item, name).stream())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(id))
                .subject(texts(item, "subject").stream()
                        .filter(text -> !text.isBlank())
                        .findFirst())
                .parent(Optional.ofNullable(parents.get(id)).map(StandardId::of));
        for (String level : texts(item, "educationLevel")) {
            if (level.strip().matches("(?i)PK|K|KG|0?[1-9]|1[0-2]")) {
                standard.addGrades(GradeLevel.parse(level));
            }
        }
        return standard.build();
    }

    private static List<String> texts(Node.Fields item, String name) {
        return item.find(name).stream()
                .filter(Node.Items.class::isInstance)
                .flatMap(node -> ((Node.Items) node).values().stream())
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).value())
                .toList();
    }

    CasePackage write(StandardsFramework framework, String creator) {
        String documentId = uuid(framework.id().value());
        Map<String, Node> document = start("CFDocuments", documentId);
        put(document, "creator", creator);
        put(document, "title", framework.title());
        framework.version().ifPresent(version -> put(document, "version", version));
        List<Node> items = new ArrayList<>();
        List<Node> associations = new ArrayList<>();
        int sequence = 0;
        for (Standard standard : framework.items()) {
            items.add(item(standard));
            String child = uuid(standard.id().value());
            String parent = standard.parent().map(id -> uuid(id.value())).orElse(documentId);
            Map<String, Node> edge = edge(uuid(child + " isChildOf " + parent), "isChildOf", child, parent);
            edge.put("sequenceNumber", Node.Numeral.of((long) ++sequence));
            associations.add(new Node.Fields(edge));
        }
        for (Association one : framework.associations()) {
            Map<String, Node> edge = edge(
                    uuid(one.id()),
                    one.type().value(),
                    uuid(one.origin().value()),
                    uuid(one.destination().value()));
            one.sequence().ifPresent(number -> edge.put("sequenceNumber", Node.Numeral.of((long) number)));
            associations.add(new Node.Fields(edge));
        }
        Map<String, Node> content = new LinkedHashMap<>();
        content.put("CFDocument", new Node.Fields(document));
        content.put("CFItems", new Node.Items(items));
        content.put("CFAssociations", new Node.Items(associations));
        return new CasePackage(new Node.Fields(content));
    }

    private Node item(Standard standard) {
        Map<String, Node> item = start("CFItems", uuid(standard.id().value()));
        put(item, "fullStatement", standard.statement());
        standard.code().ifPresent(code -> put(item, "humanCodingScheme", code));
        standard.subject().ifPresent(subject -> item.put("subject", new Node.Items(List.of(new Node.Text(subject)))));
        if (!standard.grades().isEmpty()) {
            List<Node> levels = new ArrayList<>();
            for (GradeLevel grade : standard.grades()) {
                levels.add(new Node.Text(
                        grade.number() >= 1 && grade.number() <= 9
                                ? "0" + grade.code()
                                : grade.number() == 0 ? "KG" : grade.code()));
            }
            item.put("educationLevel", new Node.Items(levels));
        }
        return new Node.Fields(item);
    }

    private Map<String, Node> edge(String id, String type, String origin, String destination) {
        Map<String, Node> edge = start("CFAssociations", id);
        put(edge, "associationType", type);
        edge.put("originNodeURI", Members.link("origin", origin, base + "/CFItems/" + origin));
        edge.put("destinationNodeURI", Members.link("destination", destination, base + "/CFItems/" + destination));
        return edge;
    }

    private Map<String, Node> start(String collection, String id) {
        Map<String, Node> fields = new LinkedHashMap<>();
        put(fields, "identifier", id);
        put(fields, "uri", base + "/" + collection + "/" + id);
        put(fields, "lastChangeDateTime", changed.toString());
        return fields;
    }

    private static void put(Map<String, Node> fields, String name, String text) {
        fields.put(name, new Node.Text(text));
    }

    private String uuid(String id) {
        return Members.isUuid(id)
                ? id
                : UUID.nameUUIDFromBytes((base + "/" + id).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
