package org.iltlib.exchange.casenetwork.service;

import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iltlib.form.Node;

/**
 * The filter of a request: {@code field<predicate>'value'}, and perhaps {@code AND} or {@code OR} and another. Values are
 * compared without regard to capitals, and as numbers only where the field is a number: version 1.10 is not 1.1. On a list
 * {@code =} asks for exactly these values in any order, parted by commas, and {@code ~} for any of them; a value with a comma
 * in it counts as its pieces. On a text {@code ~} asks whether it contains the value.
 */
final class Filter {
    private static final String ONE = "([A-Za-z][A-Za-z0-9_.]*)\\s*(!=|>=|<=|=|>|<|~)\\s*'([^']*)'";
    private static final Pattern FORM = Pattern.compile("\\s*" + ONE + "(?:\\s+(AND|OR)\\s+" + ONE + ")?\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private Filter() {}

    /** The filter of that text; empty if it is not one. */
    static Optional<Predicate<Node.Fields>> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Predicate<Node.Fields> first = condition(matcher.group(1), matcher.group(2), matcher.group(3));
        String word = matcher.group(4);
        if (word == null) {
            return Optional.of(first);
        }
        Predicate<Node.Fields> second = condition(matcher.group(5), matcher.group(6), matcher.group(7));
        return Optional.of(word.equals("AND") ? first.and(second) : first.or(second));
    }

    private static Predicate<Node.Fields> condition(String field, String predicate, String value) {
        List<String> path = Splitter.on('.').splitToList(field);
        String wanted = value.toLowerCase(Locale.ROOT);
        return fields -> holds(values(fields, path), predicate, wanted);
    }

    /** The values at the end of that path, in lower case; null for none, several for a list. */
    static Found values(Node node, List<String> path) {
        if (node instanceof Node.Items items) {
            List<String> all = new ArrayList<>();
            items.values().forEach(one -> all.addAll(values(one, path).values()));
            return new Found(all, true, false);
        }
        if (path.isEmpty()) {
            return new Found(
                    text(node).map(text -> text.toLowerCase(Locale.ROOT)).stream()
                            .toList(),
                    false,
                    node instanceof Node.Numeral);
        }
        return node instanceof Node.Fields fields
                ? fields.find(path.get(0))
                        .map(next -> values(next, path.subList(1, path.size())))
                        .orElse(Found.NOTHING)
                : Found.NOTHING;
    }

    /** What was found, whether a list was on the way, and whether it is a number. */
    record Found(List<String> values, boolean isList, boolean isNumber) {
        private static final Found NOTHING = new Found(List.of(), false, false);
    }

    private static Optional<String> text(Node node) {
        if (node instanceof Node.Text text) {
            return Optional.of(text.value());
        } else if (node instanceof Node.Numeral number) {
            return Optional.of(number.value().toPlainString());
        }
        return node instanceof Node.Flag flag ? Optional.of(String.valueOf(flag.value())) : Optional.empty();
    }

    private static boolean holds(Found found, String predicate, String wanted) {
        if (found.isList()) {
            return switch (predicate) {
                case "=" -> isAll(found.values(), wanted);
                case "!=" -> !isAll(found.values(), wanted);
                case "~" -> {
                    String all = "," + String.join(",", pieces(wanted)) + ",";
                    yield found.values().stream()
                            .anyMatch(one -> all.contains("," + String.join(",", pieces(one)) + ","));
                }
                default -> found.values().stream().anyMatch(one -> compare(one, false, predicate, wanted));
            };
        }
        if (found.values().isEmpty()) {
            return predicate.equals("!=");
        }
        return compare(found.values().get(0), found.isNumber(), predicate, wanted);
    }

    /** Whether the pieces between commas are those of the values, as often each. */
    private static boolean isAll(List<String> values, String wanted) {
        List<String> have = new ArrayList<>();
        values.forEach(value -> have.addAll(pieces(value)));
        List<String> want = new ArrayList<>(pieces(wanted));
        Collections.sort(have);
        Collections.sort(want);
        return have.equals(want);
    }

    private static List<String> pieces(String text) {
        return Splitter.on(',').trimResults().splitToList(text);
    }

    private static boolean compare(String value, boolean isNumber, String predicate, String wanted) {
        if (predicate.equals("~")) {
            return value.contains(wanted);
        }
        int order = isNumber && NUMBER.matcher(wanted).matches()
                ? new BigDecimal(value).compareTo(new BigDecimal(wanted))
                : value.compareTo(wanted);
        return switch (predicate) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }
}
