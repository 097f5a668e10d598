package org.iltlib.exchange.casenetwork.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CaseWriter;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDefinitions;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseObject;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.exchange.casenetwork.service.CaseLibrary.Found;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/**
 * Answers the GET requests of CASE from a library: the payloads, with status and headers, for whatever server a vendor
 * has. There is no way to write. Immutable, thread-safe.
 *
 * <p>All paths of version 1.1 but the discovery document, which is 1EdTech's own text: {@code /CFDocuments}, and with an
 * identifier {@code /CFDocuments}, {@code /CFPackages}, {@code /CFItems}, {@code /CFAssociations}, {@code
 * /CFItemAssociations}, {@code /CFAssociationGroupings}, {@code /CFConcepts}, {@code /CFSubjects}, {@code /CFItemTypes},
 * {@code /CFLicenses} and {@code /CFRubrics}. What the standard's schema wants at least one of is answered with 404 where
 * there is none. An object that the standard does not allow as it is, such as one that lacks a required member, is answered
 * with 500, and such a document is left out of the list: check packages with {@link CaseWriter#check(CasePackage)} before
 * they are served, or see {@link #listUnservable()}.
 *
 * <p>Source: 1EdTech, CASE 1.1, REST binding.
 */
public final class CaseProvider {
    private static final Pattern PATH = Pattern.compile("(?:/ims/case/v1p([01]))?/(CF[A-Za-z]+)(?:/([^/]+))?");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final CaseLibrary library;
    private final CaseVersion version;
    private final String base;
    private final CaseWriter writer;

    private CaseProvider(CaseLibrary library, CaseVersion version, String base) {
        this.library = library;
        this.version = version;
        this.base = base;
        this.writer = CaseWriter.strict(version).allowingLoss();
    }

    /**
     * A provider of what is in that library.
     *
     * @param base the address under which it is reached, without a slash at the end, such as {@code
     *     https://example.org/ims/case/v1p1}
     */
    public static CaseProvider of(CaseLibrary library, CaseVersion version, String base) {
        return new CaseProvider(library, version, base);
    }

    /**
     * The answer to a request.
     *
     * @param path such as {@code /CFItems/…}, with or without {@code /ims/case/v1p1} before it; the path of the other version
     *     is unknown here
     * @param query the parameters, decoded
     */
    public CaseResponse get(String path, Map<String, String> query) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return unknown("path");
        }
        String of = matcher.group(1);
        if (of != null && of.equals("1") != version.isAtLeast(CaseVersion.V1_1)) {
            return unknown("path");
        }
        String kind = matcher.group(2);
        String id = matcher.group(3);
        try {
            if (id == null) {
                return kind.equals("CFDocuments") ? documents(query) : unknown("path");
            }
            if (!UUID.matcher(id).matches()) {
                return Trouble.UUID.response(version, "sourcedId", "The identifier is not a UUID.");
            }
            return one(kind, id.toLowerCase(Locale.ROOT));
        } catch (ExchangeException e) {
            return Trouble.INTERNAL.response(version, "sourcedId", String.valueOf(e.getMessage()));
        }
    }

    /**
     * The answer to a request that a server does not let through.
     *
     * @param status 401 (not signed in), 403 (not allowed) or 429 (too many requests); anything else is answered as 500
     */
    public CaseResponse refusal(int status) {
        Trouble trouble = switch (status) {
            case 401 -> Trouble.UNAUTHORISED;
            case 403 -> Trouble.FORBIDDEN;
            case 429 -> Trouble.BUSY;
            default -> Trouble.INTERNAL;
        };
        return trouble.response(version, "request", "The request was not let through.");
    }

    private CaseResponse documents(Map<String, String> query) {
        List<Node.Fields> all = new ArrayList<>();
        for (CasePackage one : library.packages()) {
            if (isServable(one)) {
                all.add(document(one));
            }
        }
        return new DocumentList(version, base + "/CFDocuments", query).of(all);
    }

    private CaseResponse one(String kind, String id) {
        return switch (kind) {
            case "CFDocuments" -> answer(library.findPackage(id).map(this::document));
            case "CFPackages" ->
                library.findPackage(id)
                        .map(content -> ok(writer.write(content)))
                        .orElseGet(() -> unknown("sourcedId"));
            case "CFItems" ->
                answer(library.find(content -> content.findItem(id)).map(this::item));
            case "CFAssociations" ->
                answer(library.find(content -> content.findAssociation(id))
                        .map(found -> association(found.content(), found.value())));
            case "CFItemAssociations" -> itemAssociations(id);
            case "CFRubrics" ->
                answer(library.find(content -> content.rubrics().stream()
                                .filter(rubric -> rubric.identifier().equals(id))
                                .findFirst())
                        .map(found -> writer.standAlone(found.value())));
            case "CFAssociationGroupings" ->
                answer(defined(id, CaseDefinitions::associationGroupings)
                        .map(found -> writer.standAlone(found.value())));
            case "CFLicenses" ->
                answer(defined(id, CaseDefinitions::licenses).map(found -> writer.standAlone(found.value())));
            case "CFConcepts" -> set(kind, id, CaseDefinitions::concepts);
            case "CFSubjects" -> set(kind, id, CaseDefinitions::subjects);
            case "CFItemTypes" -> set(kind, id, CaseDefinitions::itemTypes);
            default -> unknown("path");
        };
    }

    /**
     * The identifiers of the documents that the standard does not allow as they are, such as one without a creator: they are
     * left out of {@code /CFDocuments}, and asking for one of them is answered with 500.
     */
    public List<String> listUnservable() {
        return library.packages().stream()
                .filter(one -> !isServable(one))
                .map(one -> one.document().identifier())
                .toList();
    }

    private boolean isServable(CasePackage content) {
        try {
            document(content);
            return true;
        } catch (ExchangeException e) {
            return false;
        }
    }

    private Node.Fields document(CasePackage content) {
        CaseDocument document = content.document();
        return writer.standAlone(new CaseDocument(with(document, CaseMember.PACKAGE_URI, "CFPackages", document)));
    }

    private Node.Fields item(Found<CaseItem> found) {
        return writer.standAlone(new CaseItem(with(
                found.value(),
                CaseMember.DOCUMENT_URI,
                "CFDocuments",
                found.content().document())));
    }

    private Node.Fields association(CasePackage content, CaseAssociation one) {
        return writer.standAlone(
                new CaseAssociation(with(one, CaseMember.DOCUMENT_URI, "CFDocuments", content.document())));
    }

    /** The members with a link to the owner; the publisher's own link if there is one. */
    private Node.Fields with(CaseObject one, CaseMember member, String collection, CaseDocument owner) {
        String id = owner.identifier();
        return one.link(member).isPresent()
                ? one.members()
                : one.members()
                        .with(
                                member.memberName(),
                                CaseLink.of(owner.title(), id, base + "/" + collection + "/" + id)
                                        .members());
    }

    private CaseResponse itemAssociations(String id) {
        Optional<Found<CaseItem>> item = library.find(content -> content.findItem(id));
        List<Node> associations = new ArrayList<>();
        for (CasePackage content : library.packages()) {
            // In this set, the standard has no place for the document of an association.
            content.listAssociations(id)
                    .forEach(one -> associations.add(writer.standAlone(
                            new CaseAssociation(one.members().without(CaseMember.DOCUMENT_URI.memberName())))));
        }
        if (item.isEmpty() || associations.isEmpty()) {
            return unknown("sourcedId");
        }
        Map<String, Node> body = new LinkedHashMap<>();
        body.put("CFItem", item(item.get()));
        body.put("CFAssociations", new Node.Items(associations));
        return answer(Optional.of(new Node.Fields(body)));
    }

    private <A extends CaseObject> Optional<Found<A>> defined(String id, Function<CaseDefinitions, List<A>> kind) {
        return library.find(content -> content.definitions().stream()
                .flatMap(definitions -> kind.apply(definitions).stream())
                .filter(one -> one.identifier().equals(id))
                .findFirst());
    }

    /** The one asked for, and all below it by hierarchy code. */
    private <A extends CaseObject> CaseResponse set(String name, String id, Function<CaseDefinitions, List<A>> kind) {
        Optional<Found<A>> found = defined(id, kind);
        if (found.isEmpty()) {
            return unknown("sourcedId");
        }
        String code = found.get().value().text(CaseMember.HIERARCHY_CODE).orElse("");
        List<Node> set = new ArrayList<>();
        set.add(writer.standAlone(found.get().value()));
        found.get().content().definitions().stream()
                .flatMap(definitions -> kind.apply(definitions).stream())
                .filter(one -> !code.isEmpty()
                        && one.text(CaseMember.HIERARCHY_CODE).orElse("").startsWith(code + "."))
                .forEach(one -> set.add(writer.standAlone(one)));
        return answer(Optional.of(new Node.Fields(Map.of(name, new Node.Items(set)))));
    }

    private CaseResponse answer(Optional<Node.Fields> body) {
        return body.map(fields -> ok(CanonicalJson.write(fields))).orElseGet(() -> unknown("sourcedId"));
    }

    private static CaseResponse ok(String body) {
        return new CaseResponse(200, Map.of("Content-Type", "application/json"), body);
    }

    private CaseResponse unknown(String field) {
        return Trouble.UNKNOWN.response(version, field, "There is no such thing here.");
    }
}
