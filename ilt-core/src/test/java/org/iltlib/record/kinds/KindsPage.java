package org.iltlib.record.kinds;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.form.Shape;
import org.jspecify.annotations.Nullable;

/** The page on the written forms of all kinds, made of their forms, the comments in their sources and the samples. */
final class KindsPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>The written form of every kind</title>
            </head>
            <body>
            <h1>The written form of every kind</h1>
            <p>What a team records is kept as JSON: one object for each entry, in the form below. Whoever reads a record with
            other tools, or writes entries from another system, finds here what each kind holds. This page is made from the
            forms themselves, and the build compares the two.</p>
            <ul>
            <li>The text is canonical; its rules are those of
            <a href="../../form/CanonicalJson.html">CanonicalJson</a>. The samples here are broken into lines for readers.</li>
            <li>A property that is not needed may be left out; <code>null</code> counts as left out, and an empty list or object
            is left out when this library writes. Some are needed at times: when another property has a certain value, as the
            type says.</li>
            <li>Properties that are not named here are allowed everywhere and skipped on reading; the entry keeps them. Prefix
            your own, so that a later version does not give them another meaning: <code>acme.room</code>.</li>
            <li>An optional property may be added without a new version. Any other change makes a new version, and the library
            brings the bodies of all older versions up to date when it reads them; see
            <a href="../../base/Kind.html">Kind</a>.</li>
            <li>In the paths, <code>[]</code> stands for every item of a list and <code>*</code> for every name in an object
            whose names are data. An id of an entry is a text of 1 to 200 characters.</li>
            <li>What surrounds the body, and how it is sealed, is told at <a href="../Entry.html">Entry</a>.</li>
            </ul>
            """;

    private static final String HTML = make();

    private final StringBuilder page = new StringBuilder(HEAD);

    private KindsPage() {}

    static String html() {
        return HTML;
    }

    private static String make() {
        KindsPage page = new KindsPage();
        page.contents();
        KnownKinds.all().forEach(page::kind);
        return page.page.append("</body>\n</html>\n").toString();
    }

    private void contents() {
        Map<String, List<String>> byRoom = new TreeMap<>();
        for (Kind<?> kind : KnownKinds.all()) {
            byRoom.computeIfAbsent(room(kind), room -> new ArrayList<>()).add(kind.name());
        }
        page.append("<ul>\n");
        byRoom.forEach((room, names) -> {
            page.append("<li>").append(room).append(": ");
            page.append(String.join(
                    ", ",
                    names.stream()
                            .map(name -> "<a href=\"#" + name + "\">" + name + "</a>")
                            .toList()));
            page.append("</li>\n");
        });
        page.append("</ul>\n");
    }

    private static String room(Kind<?> kind) {
        return kind.type().getPackageName().substring("org.iltlib.".length());
    }

    private void kind(Kind<?> kind) {
        String type = kind.type().getSimpleName();
        page.append("<h2 id=\"%s\">%s, version %d</h2>\n".formatted(kind.name(), kind.name(), kind.version()));
        page.append("<p>%s See <a href=\"../../%s/%s.html\">%s</a>.</p>\n"
                .formatted(SourceComments.of(kind.type()), room(kind).replace('.', '/'), type, type));
        page.append("<table>\n<caption>Properties of ").append(kind.name()).append("</caption>\n");
        page.append("<thead><tr><th scope=\"col\">property</th><th scope=\"col\">form</th>"
                + "<th scope=\"col\">needed</th><th scope=\"col\">meaning</th></tr></thead>\n<tbody>\n");
        properties(Place.root(kind), kind.form().shape(), kind.type());
        page.append("</tbody>\n</table>\n");
        List<Sample> samples = Sample.of(kind, kind.version());
        Optional<Sample> richest = samples.stream()
                .max(Comparator.comparingInt((Sample sample) -> sample.json().length())
                        .thenComparing(Sample::file));
        richest.ifPresent(sample -> page.append("<pre>")
                .append(SourceComments.escape(sample.json().strip()))
                .append("</pre>\n"));
    }

    private void properties(Place place, Shape shape, @Nullable Type type) {
        if (shape instanceof Shape.Fields fields) {
            for (Shape.Property property : fields.properties()) {
                Place there = place.property(property.name());
                row(there, words(property.shape()), property.required() ? "yes" : there.needed(), meaning(there, type));
                properties(there, property.shape(), type(type, property.name()));
            }
        } else if (shape instanceof Shape.Items items) {
            properties(place.items(), items.each(), argument(type));
        } else if (shape instanceof Shape.ByName byName) {
            properties(place.names(), byName.each(), argument(type));
        } else if (shape instanceof Shape.Family family) {
            String tags = String.join(", ", family.members().keySet());
            row(place.property(family.tag()), "one of " + tags, "yes", "Which of them it is.");
            family.members()
                    .forEach((tag, member) -> properties(place.member(family.tag(), tag), member, member(type, tag)));
        }
    }

    private static String meaning(Place place, @Nullable Type owner) {
        if (place.steps().equals(List.of("id"))) {
            return "The id of the entry, unique in the record.";
        }
        if (owner instanceof Class<?> type) {
            String comment = SourceComments.of(type, place.last());
            return comment.isEmpty() ? SourceComments.of(type, "basedOn") : comment;
        }
        return "What was measured.";
    }

    private void row(Place place, String form, String needed, String meaning) {
        page.append("<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(SourceComments.escape(place.toString()), form, needed, meaning));
    }

    private static String words(Shape shape) {
        if (shape instanceof Shape.Plain plain) {
            return plain.name();
        } else if (shape instanceof Shape.Word word) {
            return "one of " + String.join(", ", word.words());
        } else if (shape instanceof Shape.Items items) {
            return "list of " + words(items.each()) + (items.distinct() ? ", each once" : "");
        } else if (shape instanceof Shape.ByName byName) {
            return "object by name of " + words(byName.each());
        }
        return "object";
    }

    /** The type of a property, what is optional taken out of its wrapping; null if the sources do not tell. */
    private static @Nullable Type type(@Nullable Type owner, String property) {
        if (owner instanceof ParameterizedType measured && property.equals("value")) {
            return measured.getActualTypeArguments()[0];
        }
        if (!(owner instanceof Class<?> type)) {
            return null;
        }
        try {
            Type result = type.getMethod(property).getGenericReturnType();
            boolean optional = result instanceof ParameterizedType wrapped && wrapped.getRawType() == Optional.class;
            return optional ? argument(result) : result;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** What a list, set or map holds. */
    private static @Nullable Type argument(@Nullable Type type) {
        if (type instanceof ParameterizedType wrapped) {
            Type[] arguments = wrapped.getActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        return null;
    }

    /** The member of a sealed family that has the tag for a name. */
    private static @Nullable Type member(@Nullable Type family, String tag) {
        if (family instanceof ParameterizedType measured && measured.getRawType() == Measured.class) {
            return tag.equals("reported") ? measured : member(Measured.class, tag);
        }
        if (!(family instanceof Class<?> type) || !type.isSealed()) {
            return null;
        }
        return members(type)
                .filter(one -> one.getSimpleName().replaceFirst("^Of", "").equalsIgnoreCase(tag))
                .findFirst()
                .orElse(null);
    }

    /** The members of a sealed family, those of families within it included. */
    private static Stream<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(one -> one.isSealed() ? members(one) : Stream.of(one));
    }
}
