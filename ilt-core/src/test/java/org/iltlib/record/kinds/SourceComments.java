package org.iltlib.record.kinds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say about a type and its properties, as HTML; empty if nothing is found. */
final class SourceComments {
    private static final String ANNOTATIONS = "(?:@[\\w.]+(?:\\([^)]*\\))?\\s+)*";

    private SourceComments() {}

    /** The first sentence about the type. */
    static String of(Class<?> type) {
        return firstSentence(comment(type));
    }

    /** The first sentence about the property: a method of the type, or a component of the record. */
    static String of(Class<?> type, String property) {
        if (type.isRecord()) {
            Matcher component = Pattern.compile("@param " + property + "\\s(.*?)(?=@|$)", Pattern.DOTALL)
                    .matcher(comment(type));
            return component.find() ? html(component.group(1)) : "";
        }
        Matcher method = Pattern.compile("(?:public |abstract )[^;{}=()]*\\b" + property + "\\(\\)\\s*[;{]")
                .matcher(from(type));
        return method.find() ? firstSentence(commentBefore(from(type), method.start())) : "";
    }

    /** The comment that ends right before the place, annotations between the two left aside. */
    private static String commentBefore(String source, int place) {
        int end = source.lastIndexOf("*/", place);
        int start = source.lastIndexOf("/**", place);
        if (start < 0 || !source.substring(end + 2, place).matches("\\s*" + ANNOTATIONS)) {
            return "";
        }
        return clean(source.substring(start + 3, end));
    }

    private static String comment(Class<?> type) {
        String source = source(type);
        Matcher declaration = Pattern.compile(
                        "(?:public |static |abstract |final |sealed |non-)*(?:class|record|interface) "
                                + type.getSimpleName() + "\\b")
                .matcher(source);
        return declaration.find() ? commentBefore(source, declaration.start()) : "";
    }

    /** The source from the declaration of the type on. */
    private static String from(Class<?> type) {
        String source = source(type);
        Matcher declaration = Pattern.compile("(?:class|record|interface) " + type.getSimpleName() + "\\b")
                .matcher(source);
        return declaration.find() ? source.substring(declaration.start()) : source;
    }

    private static String source(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        try {
            return Files.readString(Path.of("src/main/java", top.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clean(String comment) {
        return comment.replaceAll("(?m)^\\s*\\* ?", "").strip();
    }

    private static String firstSentence(String comment) {
        String text = comment.split("(?m)^\\s*$|<p>|^@|(?<=\\s)@param", 2)[0];
        Matcher end = Pattern.compile("\\.(?=\\s+\\p{Lu}|\\s*$)").matcher(text);
        return html(end.find() ? text.substring(0, end.end()) : text);
    }

    private static String html(String comment) {
        String text = comment.replaceAll("\\s+", " ").strip();
        text = text.replaceAll("\\{@link(?:plain)? [^} ]+ ([^}]+)\\}", "$1");
        Matcher inline = Pattern.compile("\\{@(?:link|code|value) ([^}]*)\\}").matcher(text);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (inline.find()) {
            result.append(text, done, inline.start());
            String shown = inline.group(1)
                    .replaceAll("\\([^)]*\\)", "")
                    .replaceFirst("^#", "")
                    .replace('#', '.');
            result.append("<code>").append(escape(shown)).append("</code>");
            done = inline.end();
        }
        return result.append(text.substring(done)).toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
