package org.iltlib.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form looks like from outside: for pages, checks and other tools that must know which properties there are
 * without having a value. Neither reading nor writing needs it.
 *
 * <pre>{@code
 * Norm.FORM.shape();      // Fields[properties=[Property[name=id, shape=Plain[name=text], required=true], …
 * }</pre>
 */
public sealed interface Shape {

    /**
     * One text, number or flag, or something that is told no further.
     *
     * @param name in words: {@code text}, {@code whole number}, {@code date}
     */
    record Plain(String name) implements Shape {}

    /**
     * One word of a few.
     *
     * @param words all of them, in their own order
     */
    record Word(List<String> words) implements Shape {
        /** Copies the words. */
        public Word {
            words = List.copyOf(words);
        }
    }

    /**
     * A list.
     *
     * @param each what its items look like
     * @param distinct whether no item may stand in it twice
     */
    record Items(Shape each, boolean distinct) implements Shape {}

    /**
     * An object whose property names are data.
     *
     * @param each what the values look like
     */
    record ByName(Shape each) implements Shape {}

    /**
     * An object with these properties. Others are allowed and skipped.
     *
     * @param properties those that are known, in the order in which they were declared
     */
    record Fields(List<Property> properties) implements Shape {
        /** Copies the list. */
        public Fields {
            properties = List.copyOf(properties);
        }
    }

    /**
     * An object with a tag that says which of several objects it is.
     *
     * @param tag the name of the property that tells them apart
     * @param members the shapes by the word in the tag, in the order in which they were declared
     */
    record Family(String tag, Map<String, Shape> members) implements Shape {
        /** Copies the map, keeping its order. */
        public Family {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * A property of an object.
     *
     * @param name its name
     * @param shape what its value looks like
     * @param required false if it may be left out
     */
    record Property(String name, Shape shape, boolean required) {}
}
