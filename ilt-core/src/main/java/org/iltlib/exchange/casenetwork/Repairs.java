package org.iltlib.exchange.casenetwork;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.packed.Uuids;
import org.iltlib.form.Node;

/** How names and values that are wrong in a known way are put right. */
final class Repairs {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NO_OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?( ?Z|[+-]\\d\\d:?\\d\\d)?");
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern MARKUP = Pattern.compile("\\*\\*|<[a-zA-Z/]|\\\\\\(|\\$");

    private Repairs() {}

    /** A value put right, and the rule by which. */
    record Repair(CaseRule rule, Node value) {}

    /** A name put right, and the rule by which. */
    record Alias(CaseRule rule, CaseMember member) {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    static Optional<Alias> alias(String name) {
        return switch (name) {
            case "sourcedId" -> Optional.of(new Alias(CaseRule.SOURCED_ID, CaseMember.IDENTIFIER));
            case "educationalLevel" -> Optional.of(new Alias(CaseRule.OLD_OPENSALT, CaseMember.EDUCATION_LEVEL));
            case "licenceURI" -> Optional.of(new Alias(CaseRule.LICENCE_SPELLING, CaseMember.LICENSE_URI));
            default -> CaseMember.findIgnoringCase(name).map(member -> new Alias(CaseRule.CAPITALS, member));
        };
    }

    static Optional<Repair> repair(CaseMember member, Kind kind, Node value) {
        if (value instanceof Node.Text text) {
            return repairText(member, kind, text.value());
        }
        if (kind == Kind.LINK
                && value instanceof Node.Items items
                && items.values().size() == 1) {
            return items.values().get(0) instanceof Node.Fields link
                    ? Optional.of(new Repair(CaseRule.KEYWORDS_URI_AS_LIST, link))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Repair> repairText(CaseMember member, Kind kind, String text) {
        return switch (kind) {
            case TEXTS -> Optional.of(new Repair(CaseRule.TEXT_FOR_LIST, new Node.Items(List.of(new Node.Text(text)))));
            case LINK ->
                Optional.of(new Repair(CaseRule.OLD_OPENSALT, link(text).members()));
            case NODE_LINK ->
                Optional.of(new Repair(CaseRule.END_AS_TEXT, link(text).members()));
            case INTEGER, NUMBER -> NUMBER.matcher(text).matches() ? number(member, kind, text) : Optional.empty();
            case DATE ->
                text.length() > 10
                                && Moments.isDay(text.substring(0, 10))
                                && TIME_OF_DAY.matcher(text.substring(10)).matches()
                        ? Optional.of(new Repair(CaseRule.DATE_WITH_TIME, new Node.Text(text.substring(0, 10))))
                        : Optional.empty();
            case DATE_TIME ->
                NO_OFFSET.matcher(text).matches() && Moments.isMoment(text + "Z")
                        ? Optional.of(new Repair(CaseRule.NO_OFFSET, new Node.Text(text + "Z")))
                        : Optional.empty();
            case ASSOCIATION_TYPE -> associationType(text);
            default -> Optional.empty();
        };
    }

    private static Optional<Repair> number(CaseMember member, Kind kind, String text) {
        Node.Numeral number = new Node.Numeral(new BigDecimal(text));
        return kind == Kind.INTEGER && !isWhole(number)
                ? Optional.empty()
                : Optional.of(new Repair(numberRule(member), number));
    }

    /** Whether it is a whole number of 32 bits. */
    static boolean isWhole(Node.Numeral number) {
        BigDecimal value = number.value();
        return value.scale() <= 0 && value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0;
    }

    /** The rule by which another way of writing a number is put right. */
    static CaseRule numberRule(CaseMember member) {
        return member == CaseMember.SEQUENCE_NUMBER ? CaseRule.SEQUENCE_NUMBER : CaseRule.NUMBER_FORM;
    }

    private static Optional<Repair> associationType(String text) {
        String bare = text.replaceAll("[_ -]", "");
        String named = bare.equalsIgnoreCase("child") ? "isChildOf" : bare;
        return AssociationType.listNames().stream()
                .filter(known -> known.equalsIgnoreCase(named) && !known.equals(text))
                .findFirst()
                .map(known -> new Repair(CaseRule.ASSOCIATION_TYPE, new Node.Text(known)));
    }

    /** A link made of its address alone; the identifier is its last 36 characters where these are a UUID. */
    static CaseLink link(String uri) {
        String tail = uri.length() >= Uuids.LENGTH ? uri.substring(uri.length() - Uuids.LENGTH) : uri;
        return CaseLink.of("", isUuid(tail) ? tail.toLowerCase(Locale.ROOT) : uri, uri);
    }
}
