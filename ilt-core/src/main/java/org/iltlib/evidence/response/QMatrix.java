package org.iltlib.evidence.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.jspecify.annotations.Nullable;

/**
 * Which skills or concepts each item asks for: a row for each item, a column for each attribute. Immutable.
 *
 * <pre>{@code
 * QMatrix q = QMatrix.builder(List.of("place value", "fractions"))
 *         .add("item 1", List.of("fractions"))
 *         .add("item 2", List.of("place value", "fractions"))
 *         .build();
 * q.weaknesses();        // no item asks for "place value" alone …
 * }</pre>
 *
 * <p>Every item asks for at least one attribute. An attribute for which no item asks may stand here: {@link #weaknesses}
 * tells of it.
 */
public final class QMatrix {
    /** The most attributes. */
    public static final int MAXIMUM_ATTRIBUTES = 30;

    /** The written form: the attributes, and for each item those that it asks for. */
    public static final Form<QMatrix> FORM = Form.of(
            "attributes",
            Forms.listOf(Forms.TEXT),
            QMatrix::attributes,
            "items",
            Forms.listOf(Row.FORM),
            QMatrix::rows,
            QMatrix::of);

    /**
     * An item and what it asks for.
     *
     * @param item the item
     * @param attributes the attributes, at least one
     */
    public record Row(String item, List<String> attributes) {
        /** The written form. */
        public static final Form<Row> FORM = Form.of(
                "item", Forms.TEXT, Row::item, "attributes", Forms.listOf(Forms.TEXT), Row::attributes, Row::new);

        /** Copies. */
        public Row {
            attributes = List.copyOf(attributes);
        }
    }

    private final List<String> attributes;
    private final Map<String, Integer> places;
    private final List<String> items;
    private final int[] masks;

    private QMatrix(List<String> attributes, Map<String, Integer> places, int[] masks) {
        this.attributes = attributes;
        this.places = places;
        this.items = List.copyOf(places.keySet());
        this.masks = masks;
    }

    /** A builder of a matrix with those attributes, in that order. */
    public static Builder builder(List<String> attributes) {
        return new Builder(attributes);
    }

    /** The matrix of those rows, in that order. */
    public static QMatrix of(List<String> attributes, List<Row> rows) {
        Builder builder = builder(attributes);
        rows.forEach(row -> builder.add(row.item(), row.attributes()));
        return builder.build();
    }

    /** The names of the attributes, in order. */
    public List<String> attributes() {
        return attributes;
    }

    /** The names of the items, in order. */
    public List<String> items() {
        return items;
    }

    /** The attributes of an item as bits: bit k is set if it asks for attribute k. */
    public int mask(int item) {
        return masks[item];
    }

    /** Whether that item asks for that attribute, both by place from 0. */
    public boolean asks(int item, int attribute) {
        return (masks[item] >>> attribute & 1) == 1;
    }

    /** The place of that item, or below zero if it is not here. */
    public int place(String item) {
        return places.getOrDefault(item, -1);
    }

    /** The items that ask for that attribute, in order. */
    public List<String> itemsOf(int attribute) {
        List<String> found = new ArrayList<>();
        for (int item = 0; item < masks.length; item++) {
            if (asks(item, attribute)) {
                found.add(items.get(item));
            }
        }
        return found;
    }

    /**
     * The rows of those items, in that order.
     *
     * @throws IllegalArgumentException if one has no row
     */
    public QMatrix select(List<String> names) {
        Builder builder = builder(attributes);
        for (String name : names) {
            int place = place(name);
            Checks.require(
                    place >= 0,
                    "item \"%s\" has no row in the Q-matrix. Maybe one of %s.",
                    name,
                    items.stream().limit(10).toList());
            builder.add(name, names(masks[place]));
        }
        return builder.build();
    }

    /**
     * What a diagnosis by this matrix will not be able to tell, in words; empty if there is nothing: an attribute for
     * which no item asks, one for which no item asks alone (then a student who lacks another cannot show it), one with
     * fewer than three items, two for which the same items ask.
     */
    public List<String> weaknesses() {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < attributes.size(); k++) {
            int alone = 1 << k;
            List<String> asking = itemsOf(k);
            if (asking.isEmpty()) {
                words.add("No item asks for \"" + attributes.get(k) + "\": nothing can be said of it.");
            } else if (Arrays.stream(masks).noneMatch(mask -> mask == alone)) {
                words.add("No item asks for \"" + attributes.get(k)
                        + "\" alone: who lacks another attribute cannot show it.");
            }
            if (!asking.isEmpty() && asking.size() < 3) {
                words.add("Only " + asking.size() + (asking.size() == 1 ? " item asks" : " items ask") + " for \""
                        + attributes.get(k) + "\": three or more are needed to tell a slip from a gap.");
            }
            for (int other = 0; other < k; other++) {
                if (!asking.isEmpty() && asking.equals(itemsOf(other))) {
                    words.add("The same items ask for \"" + attributes.get(other) + "\" and \"" + attributes.get(k)
                            + "\": the two cannot be told apart.");
                }
            }
        }
        return List.copyOf(words);
    }

    /** Whether each attribute has an item that asks for it alone. */
    public boolean isComplete() {
        for (int k = 0; k < attributes.size(); k++) {
            int alone = 1 << k;
            if (Arrays.stream(masks).noneMatch(mask -> mask == alone)) {
                return false;
            }
        }
        return true;
    }

    /** The rows, in order. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int item = 0; item < masks.length; item++) {
            rows.add(new Row(items.get(item), names(masks[item])));
        }
        return List.copyOf(rows);
    }

    /** The attributes of those bits, in order. */
    public List<String> names(int mask) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < attributes.size(); k++) {
            if ((mask >>> k & 1) == 1) {
                names.add(attributes.get(k));
            }
        }
        return names;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QMatrix q
                && attributes.equals(q.attributes)
                && items.equals(q.items)
                && Arrays.equals(masks, q.masks);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * attributes.hashCode() + items.hashCode()) + Arrays.hashCode(masks);
    }

    /** Such as {@code 28 items, 3 attributes}. */
    @Override
    public String toString() {
        return items.size() + " items, " + attributes.size() + " attributes";
    }

    /** Grows a matrix item by item. Not thread-safe. */
    public static final class Builder {
        private final List<String> attributes;
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<Integer> masks = new ArrayList<>();

        private Builder(List<String> attributes) {
            Checks.distinct(Checks.notEmpty(attributes, "attributes"), "attributes")
                    .forEach(name -> Checks.text(name, "attribute"));
            Checks.require(
                    attributes.size() <= MAXIMUM_ATTRIBUTES,
                    "There are %s attributes. Expected at most %s. Maybe the matrix is transposed.",
                    attributes.size(),
                    MAXIMUM_ATTRIBUTES);
            this.attributes = List.copyOf(attributes);
        }

        /**
         * Adds an item.
         *
         * @throws IllegalArgumentException if it was added before, asks for nothing or for an unknown attribute
         */
        public Builder add(String item, Collection<String> asks) {
            Checks.text(item, "item");
            Checks.require(!asks.isEmpty(), "item \"%s\" asks for no attribute. Expected at least one.", item);
            int mask = 0;
            for (String name : asks) {
                int k = attributes.indexOf(name);
                Checks.require(k >= 0, "item \"%s\" asks for \"%s\". Maybe one of %s.", item, name, attributes);
                mask |= 1 << k;
            }
            Checks.require(
                    places.putIfAbsent(item, masks.size()) == null,
                    "item \"%s\" was added twice. Expected once.",
                    item);
            masks.add(mask);
            return this;
        }

        /** The matrix of the items so far. */
        public QMatrix build() {
            Checks.notEmpty(masks, "items");
            return new QMatrix(
                    attributes,
                    new LinkedHashMap<>(places),
                    masks.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
