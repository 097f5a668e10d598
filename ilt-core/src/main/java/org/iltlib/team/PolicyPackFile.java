package org.iltlib.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;

/**
 * A {@link PolicyPack} in a file that a district writes itself: JSON in UTF-8, one pack a file.
 *
 * <pre>{@code
 * {
 *   "name": "Riverbend leadership teams",
 *   "source": "Board policy 2.14",
 *   "effectiveFrom": "2026-08-01",
 *   "checkedOn": "2026-07-15",
 *   "rules": [
 *     {"rule": "sizeRange", "min": 6, "max": 12},
 *     {"rule": "unitCoverage", "levels": ["GRADE", "DEPARTMENT"]},
 *     {"rule": "minShareWithin", "among": [], "group": "teacher",
 *      "minimum": {"share": "1/2", "exceeded": false}}
 *   ]
 * }
 * }</pre>
 *
 * <p>Unlike entries of a record, which may come from a newer library, a file is refused if it says something that this
 * library does not know: a rule must not be passed over because its name is misspelt.
 */
public final class PolicyPackFile {
    private PolicyPackFile() {}

    /**
     * The pack of that text.
     *
     * @throws FormException if it is not JSON of that form; it says where, and what was expected
     */
    public static PolicyPack parse(String json) {
        Node node = CanonicalJson.read(json);
        PolicyPack pack = PolicyPack.FORM.read(node);
        refuseUnknown(node, PolicyPack.FORM.write(pack), "");
        return pack;
    }

    /**
     * The pack of that file.
     *
     * @throws FormException as for {@link #parse}
     * @throws UncheckedIOException if the file cannot be read as UTF-8
     */
    public static PolicyPack read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The policy pack " + file + " cannot be read.", e);
        }
    }

    /** The text of that pack: a property or list item a line, indented by two blanks a level, a line break at the end. */
    public static String print(PolicyPack pack) {
        StringBuilder text = new StringBuilder();
        print(PolicyPack.FORM.write(pack), "\n", text);
        return text.append('\n').toString();
    }

    /**
     * Writes the pack to that file, over what stands there.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(PolicyPack pack, Path file) {
        try {
            Files.writeString(file, print(pack));
        } catch (IOException e) {
            throw new UncheckedIOException("The policy pack " + file + " cannot be written.", e);
        }
    }

    private static void refuseUnknown(Node found, Node known, String pointer) {
        if (found instanceof Node.Fields fields && known instanceof Node.Fields expected) {
            Set<String> names = expected.values().keySet();
            fields.values().forEach((name, value) -> {
                Node there = expected.values().get(name);
                if (there == null) {
                    throw new FormException("\"" + name + "\" in the object at \"" + pointer
                            + "\" is not known. Expected only " + names + ". Maybe it is misspelt");
                }
                refuseUnknown(value, there, pointer + "/" + name);
            });
        } else if (found instanceof Node.Items items && known instanceof Node.Items expected) {
            for (int i = 0;
                    i < Math.min(items.values().size(), expected.values().size());
                    i++) {
                refuseUnknown(items.values().get(i), expected.values().get(i), pointer + "/" + i);
            }
        }
    }

    private static void print(Node node, String lineBreak, StringBuilder text) {
        List<String> starts = new ArrayList<>();
        List<Node> parts = new ArrayList<>();
        if (node instanceof Node.Fields fields) {
            for (Map.Entry<String, Node> field : fields.values().entrySet()) {
                starts.add(CanonicalJson.write(new Node.Text(field.getKey())) + ": ");
                parts.add(field.getValue());
            }
        } else if (node instanceof Node.Items items) {
            items.values().forEach(item -> starts.add(""));
            parts.addAll(items.values());
        }
        if (parts.isEmpty()) {
            text.append(CanonicalJson.write(node));
            return;
        }
        boolean object = node instanceof Node.Fields;
        text.append(object ? '{' : '[');
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : ",").append(lineBreak).append("  ").append(starts.get(i));
            print(parts.get(i), lineBreak + "  ", text);
        }
        text.append(lineBreak).append(object ? '}' : ']');
    }
}
