package org.iltlib.record.kinds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.form.Node;
import org.iltlib.form.Shape;

/** Goes through bodies along the shape of their form and notes what is seen, and through the shape for what could be. */
final class Walk {
    /** What the shapes name: {@code charter/decisionRights/power}, and for words and tags {@code …/power=DECIDES}. */
    final Set<String> named = new TreeSet<>();

    /** What the bodies have of it. */
    final Set<String> seen = new TreeSet<>();

    void shape(String path, Shape shape) {
        if (shape instanceof Shape.Word word) {
            // Words are looked for once in all samples: the same enum stands in several places.
            word.words().forEach(one -> named.add(word.words() + "=" + one));
        } else if (shape instanceof Shape.Items items) {
            shape(path, items.each());
        } else if (shape instanceof Shape.ByName byName) {
            shape(path, byName.each());
        } else if (shape instanceof Shape.Family family) {
            family.members().forEach((tag, member) -> {
                named.add(path + "=" + tag);
                shape(path + "=" + tag, member);
            });
        } else if (shape instanceof Shape.Fields fields) {
            for (Shape.Property property : fields.properties()) {
                named.add(path + "/" + property.name());
                shape(path + "/" + property.name(), property.shape());
            }
        }
    }

    void body(String path, Shape shape, Node node) {
        if (shape instanceof Shape.Word word) {
            seen.add(word.words() + "=" + ((Node.Text) node).value());
        } else if (shape instanceof Shape.Items items) {
            ((Node.Items) node).values().forEach(item -> body(path, items.each(), item));
        } else if (shape instanceof Shape.ByName byName) {
            values(node).values().forEach(value -> body(path, byName.each(), value));
        } else if (shape instanceof Shape.Family family) {
            String tag = ((Node.Text) values(node).get(family.tag())).value();
            seen.add(path + "=" + tag);
            body(path + "=" + tag, family.members().get(tag), node);
        } else if (shape instanceof Shape.Fields fields) {
            for (Shape.Property property : fields.properties()) {
                Node value = values(node).get(property.name());
                if (value != null && !isEmpty(value)) {
                    seen.add(path + "/" + property.name());
                    body(path + "/" + property.name(), property.shape(), value);
                }
            }
        }
    }

    Set<String> unseen() {
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(seen);
        return missing;
    }

    private static boolean isEmpty(Node value) {
        return value.equals(new Node.Items(List.of())) || value.equals(new Node.Fields(Map.of()));
    }

    private static Map<String, Node> values(Node node) {
        return ((Node.Fields) node).values();
    }
}
