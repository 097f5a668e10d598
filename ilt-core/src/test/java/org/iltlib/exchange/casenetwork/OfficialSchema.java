package org.iltlib.exchange.casenetwork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** As much of JSON Schema as the published schemas of CASE need; the schemas themselves are read in place. */
public final class OfficialSchema {
    private final Node.Fields root;

    private OfficialSchema(Node.Fields root) {
        this.root = root;
    }

    /** The schema in that file. */
    public static OfficialSchema read(Path file) throws IOException {
        return new OfficialSchema((Node.Fields) CanonicalJson.read(Files.readString(file)));
    }

    /** What is wrong with the value, by the whole schema. */
    public List<String> problems(Node value) {
        return problems(root, value);
    }

    /** What is wrong with the value, by one definition, such as {@code #/components/schemas/CFItemDType}. */
    public List<String> problems(String pointer, Node value) {
        return problems(at(pointer), value);
    }

    private List<String> problems(Node.Fields schema, Node value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, "", problems);
        return problems;
    }

    private Node.Fields at(String pointer) {
        Node node = root;
        for (String part : pointer.substring(2).split("/", -1)) {
            node = ((Node.Fields) node).find(part).orElseThrow(() -> new IllegalStateException(pointer));
        }
        return (Node.Fields) node;
    }

    private void check(Node.Fields schema, Node value, String place, List<String> problems) {
        if (schema.find("$ref").orElse(schema) instanceof Node.Text reference) {
            check(at(reference.value()), value, place, problems);
            return;
        }
        for (String union : List.of("oneOf", "anyOf")) {
            if (schema.find(union).orElse(schema) instanceof Node.Items choices) {
                boolean any = choices.values().stream()
                        .anyMatch(one -> problems((Node.Fields) one, value).isEmpty());
                if (!any) {
                    problems.add(place + ": none of " + union);
                }
            }
        }
        if (schema.find("enum").orElse(schema) instanceof Node.Items choices
                && !choices.values().contains(value)) {
            problems.add(place + ": not in the enumeration");
        }
        String type = schema.find("type").orElse(schema) instanceof Node.Text text ? text.value() : "";
        boolean right = switch (type) {
            case "object" -> value instanceof Node.Fields;
            case "array" -> value instanceof Node.Items;
            case "string" -> value instanceof Node.Text;
            case "number" -> value instanceof Node.Numeral;
            case "integer" ->
                value instanceof Node.Numeral number && number.value().scale() <= 0;
            default -> true;
        };
        if (!right) {
            problems.add(place + ": not of type " + type);
        } else if (value instanceof Node.Fields fields) {
            object(schema, fields, place, problems);
        } else if (value instanceof Node.Items items) {
            if (schema.find("items").orElse(value) instanceof Node.Fields each) {
                int index = 0;
                for (Node one : items.values()) {
                    check(each, one, place + "/" + index++, problems);
                }
            }
            if (schema.find("minItems").orElse(value) instanceof Node.Numeral least
                    && items.values().size() < least.value().intValue()) {
                problems.add(place + ": too few");
            }
        } else if (value instanceof Node.Text text) {
            text(schema, text.value(), place, problems);
        }
    }

    private void object(Node.Fields schema, Node.Fields fields, String place, List<String> problems) {
        Map<String, Node> known = schema.find("properties").orElse(schema) instanceof Node.Fields all
                        && schema.find("properties").isPresent()
                ? all.values()
                : Map.of();
        if (schema.find("required").orElse(schema) instanceof Node.Items required) {
            required.values().stream()
                    .map(one -> ((Node.Text) one).value())
                    .filter(name -> fields.find(name).isEmpty())
                    .forEach(name -> problems.add(place + "/" + name + ": missing"));
        }
        boolean open = !schema.find("additionalProperties").equals(java.util.Optional.of(new Node.Flag(false)));
        fields.values().forEach((name, value) -> {
            if (known.get(name) instanceof Node.Fields inner) {
                check(inner, value, place + "/" + name, problems);
            } else if (!open) {
                problems.add(place + "/" + name + ": not allowed");
            }
        });
    }

    private static void text(Node.Fields schema, String text, String place, List<String> problems) {
        if (schema.find("pattern").orElse(schema) instanceof Node.Text pattern
                && !Pattern.compile(pattern.value()).matcher(text).find()) {
            problems.add(place + ": not of the pattern");
        }
        if (schema.find("format").orElse(schema) instanceof Node.Text format) {
            try {
                switch (format.value()) {
                    case "uuid" -> {
                        if (!UUID.fromString(text).toString().equals(text)) {
                            problems.add(place + ": not a uuid");
                        }
                    }
                    case "date" -> LocalDate.parse(text);
                    case "date-time" -> OffsetDateTime.parse(text);
                    default -> {
                        // Other formats hold any text.
                    }
                }
            } catch (RuntimeException e) {
                problems.add(place + ": not a " + format.value());
            }
        }
    }
}
