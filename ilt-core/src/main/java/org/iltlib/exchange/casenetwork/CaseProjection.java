package org.iltlib.exchange.casenetwork;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.iltlib.form.Node;

/** A framework as a package, and a package as a framework. */
final class CaseProjection {
    private static final Pattern GRADE = Pattern.compile("(?i)PK|K|KG|0?[1-9]|1[0-2]");

    private final String base;
    private final Instant changed;

    CaseProjection(String base, Instant changed) {
        this.base = base;
        this.changed = changed;
    }

    static StandardsFramework read(CasePackage content, EntryId id) {
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
            associations.add(association(one, origin, destination));
        }
        CaseDocument document = content.document();
        StandardsFramework.Builder framework = StandardsFramework.builder()
                .id(id)
                .title(document.title().isBlank() ? id.value() : document.title())
                .version(document.version().filter(text -> !text.isBlank()))
                .addAllAssociations(associations);
        content.items().forEach(item -> framework.addItems(standard(item, parents)));
        return framework.build();
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

    private static Standard standard(CaseItem item, Map<String, String> parents) {
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
        for (String levels : item.educationLevel()) {
            for (String level :
                    Splitter.on(',').trimResults().omitEmptyStrings().split(levels)) {
                if (GRADE.matcher(level).matches()) {
                    standard.addGrades(GradeLevel.parse(level));
                }
            }
        }
        return standard.build();
    }

    CasePackage write(StandardsFramework framework, String creator) {
        String documentId = uuid(framework.id().value());
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
        return Repairs.isUuid(id)
                ? id
                : UUID.nameUUIDFromBytes((base + "/" + id).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
