package org.iltlib.exchange.casenetwork;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.CaseExportReport.Outcome;
import org.iltlib.exchange.casenetwork.CaseImportReport.Occurrences;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.exchange.casenetwork.packed.Uuids;
import org.iltlib.form.Node;

/** Holds objects against the standard, and brings to its form what it does not know. */
final class Strictness {
    private static final int MOST_PLACES = 100;
    private static final Pattern EXTENDED = Pattern.compile("ext:[a-zA-Z0-9._-]+");

    private static final class Tally {
        private long count;
        private final List<String> places = new ArrayList<>();
    }

    private final CaseVersion version;
    private final Map<Outcome, Tally> tallies = new EnumMap<>(Outcome.class);

    Strictness(CaseVersion version) {
        this.version = version;
    }

    CaseExportReport report() {
        Map<Outcome, Occurrences> outcomes = new EnumMap<>(Outcome.class);
        tallies.forEach((outcome, tally) -> outcomes.put(outcome, new Occurrences(tally.count, tally.places)));
        return new CaseExportReport(outcomes);
    }

    private void found(Outcome outcome, String pointer, String what) {
        Tally tally = tallies.computeIfAbsent(outcome, any -> new Tally());
        tally.count++;
        if (tally.places.size() < MOST_PLACES) {
            tally.places.add(pointer + " " + what);
        }
    }

    /** The association in the form of this version; empty if this version has no such type. */
    Optional<Node.Fields> association(Node.Fields one, String pointer) {
        if (one.find("associationType").orElse(one) instanceof Node.Text type
                && !version.isAtLeast(CaseVersion.V1_1)
                && (EXTENDED.matcher(type.value()).matches()
                        || type.value().equals(AssociationType.IS_TRANSLATION_OF.value()))) {
            found(Outcome.LEFT_OUT, pointer, "has a type that CASE " + version + " does not have");
            return Optional.empty();
        }
        return Optional.of(object(CaseShape.ASSOCIATION, one, pointer));
    }

    /** The object in the form of this version; itself if it has that form already. */
    Node.Fields object(CaseShape shape, Node.Fields one, String pointer) {
        for (CaseMember member : shape.required()) {
            // The document of a package is held against the standard on its own.
            if (shape != CaseShape.PACKAGE && one.find(member.memberName()).isEmpty()) {
                found(Outcome.INVALID, pointer + "/" + member.memberName(), "is missing");
            }
        }
        Map<String, Node> result = new LinkedHashMap<>();
        Map<String, Node> unknown = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, Node> entry : one.values().entrySet()) {
            String name = entry.getKey();
            Node value = entry.getValue();
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Optional<CaseMember> member = CaseMember.find(name);
            if (value instanceof Node.Nothing) {
                changed = true;
            } else if (member.filter(known -> shape.has(known, version)).isPresent()) {
                Node checked = value(shape, member.get(), value, place);
                changed |= !checked.equals(value);
                result.put(name, checked);
            } else if (member.filter(shape.added()::contains).isPresent()) {
                found(Outcome.LEFT_OUT, place, "is not a member in CASE " + version);
                changed = true;
            } else {
                unknown.put(name, value);
            }
        }
        if (unknown.isEmpty()) {
            return changed ? new Node.Fields(result) : one;
        }
        extend(shape, result, unknown, pointer);
        return new Node.Fields(result);
    }

    private void extend(CaseShape shape, Map<String, Node> result, Map<String, Node> unknown, String pointer) {
        Node extensions = result.getOrDefault("extensions", new Node.Fields(Map.of()));
        boolean can = shape.has(CaseMember.EXTENSIONS, version)
                && shape != CaseShape.LEVEL
                && extensions instanceof Node.Fields fields
                && !fields.values().containsKey(ObjectReading.AS_READ);
        unknown.keySet()
                .forEach(name -> found(
                        can ? Outcome.MOVED : Outcome.LEFT_OUT,
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        can ? "goes under extensions" : "is not a member in CASE " + version));
        if (can && extensions instanceof Node.Fields fields) {
            result.put("extensions", fields.with(ObjectReading.AS_READ, new Node.Fields(unknown)));
        }
    }

    private Node value(CaseShape shape, CaseMember member, Node value, String place) {
        Kind kind = shape.kindOf(member);
        return switch (kind) {
            case LINK, NODE_LINK, OBJECT -> {
                if (value instanceof Node.Fields fields) {
                    yield object(CaseShape.within(member).orElse(CaseShape.LINK), fields, place);
                }
                found(Outcome.INVALID, place, "is not an object");
                yield value;
            }
            case LINKS, OBJECTS -> list(CaseShape.within(member).orElse(CaseShape.LINK), value, place);
            case TEXTS -> {
                boolean all = value instanceof Node.Items items
                        && items.values().stream().allMatch(Node.Text.class::isInstance);
                require(all, place, "is not a list of texts");
                yield value;
            }
            case EXTENSIONS -> {
                boolean right = shape == CaseShape.LEVEL
                        ? value instanceof Node.Items items
                                && items.values().stream().allMatch(Node.Fields.class::isInstance)
                        : value instanceof Node.Fields;
                require(right, place, shape == CaseShape.LEVEL ? "is not a list of objects" : "is not an object");
                yield value;
            }
            case INTEGER -> {
                boolean whole = value instanceof Node.Numeral number && Repairs.isWhole(number);
                require(whole, place, "is not a whole number of 32 bits");
                yield value;
            }
            case NUMBER -> {
                require(value instanceof Node.Numeral, place, "is not a number");
                yield value;
            }
            default -> {
                text(kind, value, place);
                yield value;
            }
        };
    }

    private Node list(CaseShape shape, Node value, String place) {
        if (!(value instanceof Node.Items items)) {
            found(Outcome.INVALID, place, "is not a list");
            return value;
        }
        List<Node> result = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < items.values().size(); i++) {
            Node one = items.values().get(i);
            if (one instanceof Node.Fields fields) {
                Node.Fields checked = object(shape, fields, place + "/" + i);
                changed |= !checked.equals(fields);
                result.add(checked);
            } else {
                found(Outcome.INVALID, place + "/" + i, "is not an object");
            }
        }
        return changed ? new Node.Items(result) : value;
    }

    private void text(Kind kind, Node value, String place) {
        if (!(value instanceof Node.Text text)) {
            found(Outcome.INVALID, place, "is not a text");
            return;
        }
        switch (kind) {
            case UUID -> {
                long[] uuid = new long[2];
                require(
                        Uuids.parse(text.value(), uuid) && Uuids.isUsual(uuid[0], uuid[1]),
                        place,
                        "is not a UUID of version 1 to 5 in lower case");
            }
            case DATE -> require(Moments.isDay(text.value()), place, "is not a day");
            case DATE_TIME -> require(Moments.isMoment(text.value()), place, "is not a moment with its offset");
            case ASSOCIATION_TYPE ->
                require(
                        AssociationType.listNames().contains(text.value())
                                || EXTENDED.matcher(text.value()).matches(),
                        place,
                        "is not a type of associations");
            case TARGET_TYPE -> require(isTargetType(text.value()), place, "is neither CASE nor ext: and a name");
            case CASE_VERSION -> require(isCaseVersion(text.value()), place, "is not 1.1");
            case URI -> require(!text.value().isBlank(), place, "is not an address");
            default -> {
                // Any text will do.
            }
        }
    }

    private void require(boolean condition, String place, String what) {
        if (!condition) {
            found(Outcome.INVALID, place, what);
        }
    }

    static boolean isTargetType(String text) {
        return text.equals("CASE") || EXTENDED.matcher(text).matches();
    }

    static boolean isCaseVersion(String text) {
        return text.equals("1.1");
    }
}
