package org.iltlib.exchange.casenetwork.service;

import com.google.common.base.Splitter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** The answer to {@code /CFDocuments}: filtered, sorted, cut into pages, and of each document the fields asked for. */
final class DocumentList {
    private static final int LIMIT = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final CaseVersion version;
    private final String address;
    private final Map<String, String> query;

    DocumentList(CaseVersion version, String address, Map<String, String> query) {
        this.version = version;
        this.address = address;
        this.query = new TreeMap<>(query);
    }

    CaseResponse of(List<Node.Fields> documents) {
        Optional<Integer> limit = number("limit", LIMIT);
        Optional<Integer> offset = number("offset", 0);
        if (limit.filter(number -> number > 0).isEmpty()) {
            return wrong("limit", "The limit is not a whole number of at least 1.");
        } else if (offset.isEmpty()) {
            return wrong("offset", "The offset is not a whole number of at least 0.");
        }
        List<Node.Fields> found = new ArrayList<>(documents);
        String filter = query.get("filter");
        if (filter != null) {
            Optional<Predicate<Node.Fields>> predicate = Filter.parse(filter);
            if (predicate.isEmpty()) {
                return wrong("filter", "The filter is not field, predicate and value, once or twice.");
            }
            found.removeIf(predicate.get().negate());
        }
        String order = query.getOrDefault("orderBy", "asc");
        if (!order.equals("asc") && !order.equals("desc")) {
            return wrong("orderBy", "The order is neither asc nor desc.");
        }
        Optional.ofNullable(query.get("sort")).filter(this::isField).ifPresent(field -> {
            List<String> path = List.of(field);
            Comparator<Node.Fields> by = Comparator.comparing(
                    one -> String.join(",", Filter.values(one, path).values()));
            found.sort(order.equals("asc") ? by : by.reversed());
        });
        String fields = query.get("fields");
        if (fields != null && Splitter.on(',').trimResults().splitToList(fields).contains("")) {
            return wrong("fields", "A field is blank.");
        }
        return page(found, limit.orElse(LIMIT), offset.orElse(0));
    }

    private CaseResponse page(List<Node.Fields> found, int limit, int offset) {
        List<Node> page = found.stream()
                .skip(offset)
                .limit(limit)
                .<Node>map(this::selected)
                .toList();
        if (page.isEmpty()) {
            return Trouble.UNKNOWN.response(version, "CFDocuments", "There is no such document.");
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Total-Count", String.valueOf(found.size()));
        headers.put("Link", links(found.size(), limit, offset));
        return new CaseResponse(
                200, headers, CanonicalJson.write(new Node.Fields(Map.of("CFDocuments", new Node.Items(page)))));
    }

    private Node.Fields selected(Node.Fields document) {
        String fields = query.get("fields");
        if (fields == null) {
            return document;
        }
        List<String> names = Splitter.on(',').trimResults().splitToList(fields);
        if (!names.stream().allMatch(this::isField)) {
            return document;
        }
        Map<String, Node> chosen = new LinkedHashMap<>(document.values());
        chosen.keySet().retainAll(names);
        return new Node.Fields(chosen);
    }

    private boolean isField(String name) {
        return CaseMember.find(name)
                .filter(member -> member == CaseMember.PACKAGE_URI || CaseShape.DOCUMENT.has(member, version))
                .isPresent();
    }

    /** As RFC 8288 has it. */
    private String links(int total, int limit, int offset) {
        List<String> links = new ArrayList<>();
        links.add(link("first", limit, 0));
        if (offset > 0) {
            links.add(link("prev", limit, Math.max(0, offset - limit)));
        }
        if (offset + (long) limit < total) {
            links.add(link("next", limit, offset + limit));
        }
        links.add(link("last", limit, (total - 1) / limit * limit));
        return String.join(", ", links);
    }

    private String link(String relation, int limit, int offset) {
        Map<String, String> all = new TreeMap<>(query);
        all.put("limit", String.valueOf(limit));
        all.put("offset", String.valueOf(offset));
        List<String> parts = new ArrayList<>();
        all.forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
        return "<" + address + "?" + String.join("&", parts) + ">; rel=\"" + relation + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<Integer> number(String name, int otherwise) {
        String text = query.get(name);
        return text == null
                ? Optional.of(otherwise)
                : Optional.of(text).filter(one -> NUMBER.matcher(one).matches()).map(Integer::valueOf);
    }

    private CaseResponse wrong(String field, String description) {
        return Trouble.SELECTION.response(version, field, description);
    }
}
