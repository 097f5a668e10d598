package org.iltlib.record.kinds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Kind;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;

/**
 * A place in the bodies of a kind: names of properties, {@code []} for every item, {@code *} for every name, {@code
 * tag=word} for the objects of a family that have that tag.
 */
record Place(Kind<?> kind, List<String> steps) {

    static Place root(Kind<?> kind) {
        return new Place(kind, List.of());
    }

    Place property(String name) {
        return with(name);
    }

    Place items() {
        return with("[]");
    }

    Place names() {
        return with("*");
    }

    Place member(String tag, String word) {
        return with(tag + "=" + word);
    }

    private Place with(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Place(kind, List.copyOf(longer));
    }

    String last() {
        return steps.get(steps.size() - 1);
    }

    /**
     * Whether a body is refused when what stands there is left out, found by trying with the samples: {@code yes},
     * {@code no}, or {@code at times}, when other samples do without.
     */
    String needed() {
        int without = 0;
        int refused = 0;
        for (Sample sample : Sample.of(kind, kind.version())) {
            Removal removal = new Removal();
            Node rest = removal.from(sample.body(), 0);
            without += removal.absent;
            if (removal.removed > 0 && isRefused(rest)) {
                refused++;
            }
        }
        return refused == 0 ? "no" : without == 0 ? "yes" : "at times";
    }

    private boolean isRefused(Node body) {
        try {
            kind.read(kind.version(), body);
            return false;
        } catch (FormException e) {
            return true;
        }
    }

    private final class Removal {
        private int removed;
        private int absent;

        Node from(Node node, int step) {
            String name = steps.get(step);
            if (name.equals("[]")) {
                return new Node.Items(((Node.Items) node)
                        .values().stream().map(item -> from(item, step + 1)).toList());
            }
            Map<String, Node> fields = new LinkedHashMap<>(((Node.Fields) node).values());
            if (name.equals("*")) {
                fields.replaceAll((any, value) -> from(value, step + 1));
            } else if (name.contains("=")) {
                String[] tag = name.split("=", 2);
                boolean member = new Node.Text(tag[1]).equals(fields.get(tag[0]));
                return member ? from(node, step + 1) : node;
            } else if (step < steps.size() - 1) {
                fields.computeIfPresent(name, (any, value) -> from(value, step + 1));
            } else if (fields.remove(name) == null) {
                absent++;
            } else {
                removed++;
            }
            return new Node.Fields(fields);
        }
    }

    /** Such as {@code rounds[].ballots[].position (position vote) choice}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            if (step.equals("[]")) {
                text.append(step);
            } else if (step.contains("=")) {
                text.append(" (").append(step.replace('=', ' ')).append(")");
            } else if (text.isEmpty()) {
                text.append(step);
            } else {
                text.append(text.toString().endsWith(")") ? " " : ".").append(step);
            }
        }
        return text.toString();
    }
}
