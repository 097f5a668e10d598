package org.iltlib.exchange.casenetwork.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.form.Node;

/** The definitions that sheets imply: licences named by title, and groups of associations. */
final class ImpliedDefinitions {
    private final String document;
    private final String changed;
    private final Map<String, String> licenses = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();

    ImpliedDefinitions(String document, String changed) {
        this.document = document;
        this.changed = changed;
    }

    /** A licence, if it has not been named before; the result links to it. */
    Node.Fields license(String title, String text) {
        licenses.putIfAbsent(title, text);
        return Dialect.link(title, Dialect.license(document, title));
    }

    /** A group, if it has not been named before; the result links to it. */
    Node.Fields group(String id, String name) {
        groups.putIfAbsent(id, name);
        return Dialect.link(name, id);
    }

    /** The value of {@code CFDefinitions}, if there is anything to define. */
    Optional<Node> node() {
        Map<String, Node> all = new LinkedHashMap<>();
        List<Node> defined = new ArrayList<>();
        licenses.forEach((title, text) -> {
            Map<String, Node> one = Dialect.start(Dialect.license(document, title), changed);
            one.put("title", new Node.Text(title));
            one.put("licenseText", new Node.Text(text));
            defined.add(new Node.Fields(one));
        });
        if (!defined.isEmpty()) {
            all.put("CFLicenses", new Node.Items(defined));
        }
        List<Node> grouped = new ArrayList<>();
        groups.forEach((id, name) -> {
            Map<String, Node> one = Dialect.start(id, changed);
            one.put("title", new Node.Text(name));
            grouped.add(new Node.Fields(one));
        });
        if (!grouped.isEmpty()) {
            all.put("CFAssociationGroupings", new Node.Items(grouped));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new Node.Fields(all));
    }
}
