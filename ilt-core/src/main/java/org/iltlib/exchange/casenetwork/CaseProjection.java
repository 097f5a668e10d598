package org.iltlib.exchange.casenetwork;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.packed.Holdings;
import org.iltlib.exchange.casenetwork.packed.Uuids;
import org.iltlib.form.Node;

/** A framework as a package, and a package as a framework. */
final class CaseProjection {
    private static final int MOST_REMARKS = 100;

    private final String base;
    private final Instant changed;

    CaseProjection(String base, Instant changed) {
        this.base = base;
        this.changed = changed;
    }

    /** The framework, and what it cannot hold. */
    static CaseFramework read(CasePackage content, EntryId id) {
        List<String> remarks = new ArrayList<>();
        Map<String, Integer> oddGrades = new LinkedHashMap<>();
        Holdings all = content.holdings();
        String documentId = content.document().identifier();
        Map<String, String> parents = new HashMap<>();
        List<Association> associations = new ArrayList<>();
        int place = 0;
        for (CaseAssociation one : content.associations()) {
            String origin = one.origin().map(CaseLink::identifier).orElse("");
            String destination = one.destination().map(CaseLink::identifier).orElse("");
            boolean within = all.itemOf(all.origin(place)) >= 0 && all.itemOf(all.destination(place)) >= 0;
            place++;
            boolean child = one.associationType().equals(AssociationType.IS_CHILD_OF.value());
            if (child && destination.equals(documentId)) {
                continue;
            }
            if (child && within && parents.putIfAbsent(origin, destination) == null) {
                continue;
            }
            try {
                associations.add(association(one, origin, destination));
            } catch (IllegalArgumentException e) {
                if (remarks.size() < MOST_REMARKS) {
                    remarks.add("association " + one.identifier() + " (" + (place - 1)
                            + " in the package) is left out: " + e.getMessage());
                }
            }
        }
        CaseDocument document = content.document();
        StandardsFramework.Builder framework = StandardsFramework.builder()
                .id(id)
                .title(document.title().isBlank() ? id.value() : document.title())
                .version(document.version().filter(text -> !text.isBlank()))
                .addAllAssociations(associations);
        content.items().forEach(item -> framework.addItems(standard(item, parents, oddGrades)));
        oddGrades.entrySet().stream()
                .limit(MOST_REMARKS)
                .forEach(odd ->
                        remarks.add("educationLevel \"" + odd.getKey() + "\" is no grade that is understood; it is on "
                                + odd.getValue() + (odd.getValue() == 1 ? " item" : " items")));
        return new CaseFramework(framework.build(), remarks);
    }

    private static Association association(CaseAssociation one, String origin, String destination) {
        return Association.builder()
                .id(one.identifier())
                .type(AssociationType.of(one.associationType()))
                .origin(StandardId.of(origin))
                .destination(StandardId.of(destination))
                .sequence(one.sequenceNumber())
                .build();
    }

    private static Standard standard(CaseItem item, Map<String, String> parents, Map<String, Integer> oddGrades) {
        String id = item.identifier();
        Standard.Builder standard = Standard.builder()
                .id(StandardId.of(id))
                .code(item.humanCodingScheme().filter(text -> !text.isBlank()))
                .statement(Stream.of(
                                Optional.of(item.fullStatement()), item.abbreviatedStatement(), item.alternativeLabel())
                        .flatMap(Optional::stream)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(id))
                .subject(item.subject().stream().filter(text -> !text.isBlank()).findFirst())
                .parent(Optional.ofNullable(parents.get(id)).map(StandardId::of));
        for (String levels : levels(item)) {
            for (String level :
                    Splitter.on(',').trimResults().omitEmptyStrings().split(levels)) {
                Optional<List<GradeLevel>> grades = GradeWords.read(level);
                standard.addAllGrades(grades.orElse(List.of()));
                if (grades.isEmpty()) {
                    oddGrades.merge(level, 1, Integer::sum);
                }
            }
        }
        return standard.build();
    }

    /** The levels of education as texts, numbers included, whether or not they stand in a list. */
    private static List<String> levels(CaseItem item) {
        Node value =
                item.members().find(CaseMember.EDUCATION_LEVEL.memberName()).orElse(new Node.Items(List.of()));
        List<Node> all = value instanceof Node.Items items ? items.values() : List.of(value);
        List<String> levels = new ArrayList<>();
        for (Node one : all) {
            if (one instanceof Node.Text text) {
                levels.add(text.value());
            } else if (one instanceof Node.Numeral number) {
                levels.add(number.value().toPlainString());
            }
        }
        return levels;
    }

    CasePackage write(StandardsFramework framework, String creator) {
        String documentId = documentId(framework);
        Map<String, Node> document = start("CFDocuments", documentId);
        put(document, CaseMember.CREATOR, creator);
        put(document, CaseMember.TITLE, framework.title());
        framework.version().ifPresent(version -> put(document, CaseMember.VERSION, version));
        CasePackageBuilder content = CasePackage.builder(new CaseDocument(new Node.Fields(document)));
        int sequence = 0;
        for (Standard standard : framework.items()) {
            content.add(item(standard));
            String child = uuid(standard.id().value());
            String parent = standard.parent().map(id -> uuid(id.value())).orElse(documentId);
            String id = uuid(child + " isChildOf " + parent);
            content.add(edge(id, AssociationType.IS_CHILD_OF, List.of(child, parent), Optional.of(++sequence)));
        }
        for (Association one : framework.associations()) {
            content.add(edge(
                    uuid(one.id()),
                    one.type(),
                    List.of(uuid(one.origin().value()), uuid(one.destination().value())),
                    one.sequence()));
        }
        return content.build();
    }

    /** The identifier of the document; never that of an item, which may have the id of its framework. */
    private String documentId(StandardsFramework framework) {
        String id = uuid(framework.id().value());
        boolean taken = framework.items().stream()
                .anyMatch(standard -> uuid(standard.id().value()).equals(id));
        return taken ? uuid("CFDocuments/" + framework.id().value()) : id;
    }

    private CaseItem item(Standard standard) {
        Map<String, Node> item = start("CFItems", uuid(standard.id().value()));
        put(item, CaseMember.FULL_STATEMENT, standard.statement());
        standard.code().ifPresent(code -> put(item, CaseMember.HUMAN_CODING_SCHEME, code));
        standard.subject()
                .ifPresent(subject ->
                        item.put(CaseMember.SUBJECT.memberName(), new Node.Items(List.of(new Node.Text(subject)))));
        if (!standard.grades().isEmpty()) {
            List<Node> levels = new ArrayList<>();
            for (GradeLevel grade : standard.grades()) {
                levels.add(new Node.Text(
                        grade.number() >= 1 && grade.number() <= 9
                                ? "0" + grade.code()
                                : grade.number() == 0 ? "KG" : grade.code()));
            }
            item.put(CaseMember.EDUCATION_LEVEL.memberName(), new Node.Items(levels));
        }
        return new CaseItem(new Node.Fields(item));
    }

    private CaseAssociation edge(String id, AssociationType type, List<String> ends, Optional<Integer> sequence) {
        Map<String, Node> edge = start("CFAssociations", id);
        put(edge, CaseMember.ASSOCIATION_TYPE, type.value());
        edge.put(CaseMember.ORIGIN_NODE_URI.memberName(), end("origin", ends.get(0)));
        edge.put(CaseMember.DESTINATION_NODE_URI.memberName(), end("destination", ends.get(1)));
        sequence.ifPresent(number -> edge.put(CaseMember.SEQUENCE_NUMBER.memberName(), Node.Numeral.of((long) number)));
        return new CaseAssociation(new Node.Fields(edge));
    }

    private Node end(String title, String id) {
        return CaseLink.of(title, id, base + "/CFItems/" + id).members();
    }

    private Map<String, Node> start(String collection, String id) {
        Map<String, Node> fields = new LinkedHashMap<>();
        put(fields, CaseMember.IDENTIFIER, id);
        put(fields, CaseMember.URI, base + "/" + collection + "/" + id);
        put(fields, CaseMember.LAST_CHANGE_DATE_TIME, changed.toString());
        return fields;
    }

    private static void put(Map<String, Node> fields, CaseMember member, String text) {
        fields.put(member.memberName(), new Node.Text(text));
    }

    private String uuid(String id) {
        long[] halves = new long[2];
        String lower = id.toLowerCase(Locale.ROOT);
        return Uuids.parse(lower, halves) && Uuids.isUsual(halves[0], halves[1])
                ? lower
                : UUID.nameUUIDFromBytes((base + "/" + id).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
