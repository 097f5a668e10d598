package org.iltlib.exchange.casenetwork.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * An object of the standard, over the members that it was read with: typed access to those that the standard knows, and
 * nothing lost of the others. Immutable; two are equal when their members are.
 */
public sealed interface CaseObject
        permits CaseDocument,
                CaseItem,
                CaseAssociation,
                CaseDefinitions,
                CaseConcept,
                CaseSubject,
                CaseLicense,
                CaseItemType,
                CaseAssociationGrouping,
                CaseRubric,
                CaseCriterion,
                CaseLevel,
                CaseLink {

    /** All members, unknown ones included. */
    Node.Fields members();

    /** What kind of object it is. */
    CaseShape shape();

    /** The identifier; empty text if there is none. */
    default String identifier() {
        return text(CaseMember.IDENTIFIER).orElse("");
    }

    /** The address, which need not lead anywhere; empty text if there is none. Identity is the identifier. */
    default String uri() {
        return text(CaseMember.URI).orElse("");
    }

    /** When it was last changed, as published. */
    default Optional<String> lastChangeDateTime() {
        return text(CaseMember.LAST_CHANGE_DATE_TIME);
    }

    /** What the publisher adds; since 1.1. */
    default Optional<Node> extensions() {
        return members().find(CaseMember.EXTENSIONS.memberName());
    }

    /** The text in that member, if a text stands there. */
    default Optional<String> text(CaseMember member) {
        return members()
                .find(member.memberName())
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).value());
    }

    /** The texts of the list in that member; empty if there is none. */
    default List<String> texts(CaseMember member) {
        return list(member).stream()
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).value())
                .toList();
    }

    /** The number in that member, if a number stands there. */
    default Optional<BigDecimal> number(CaseMember member) {
        return members()
                .find(member.memberName())
                .filter(Node.Numeral.class::isInstance)
                .map(node -> ((Node.Numeral) node).value());
    }

    /** The whole number in that member, if one of 32 bits stands there. */
    default Optional<Integer> integer(CaseMember member) {
        return number(member)
                .filter(value ->
                        value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValue);
    }

    /** The link in that member, if one stands there. */
    default Optional<CaseLink> link(CaseMember member) {
        return members()
                .find(member.memberName())
                .filter(Node.Fields.class::isInstance)
                .map(node -> new CaseLink((Node.Fields) node));
    }

    /** The links of the list in that member; empty if there is none. */
    default List<CaseLink> links(CaseMember member) {
        return objects(member).stream().map(CaseLink::new).toList();
    }

    /** The objects of the list in that member; empty if there is none. */
    default List<Node.Fields> objects(CaseMember member) {
        return list(member).stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList();
    }

    private List<Node> list(CaseMember member) {
        return members().find(member.memberName()).orElse(new Node.Nothing()) instanceof Node.Items items
                ? items.values()
                : List.of();
    }

    /** The members that version 1.1 of the standard does not know here. */
    default Map<String, Node> unknown() {
        Map<String, Node> unknown = new LinkedHashMap<>();
        members().values().forEach((name, value) -> {
            if (CaseMember.find(name)
                    .filter(member -> shape().has(member, CaseVersion.V1_1))
                    .isEmpty()) {
                unknown.put(name, value);
            }
        });
        return unknown;
    }
}
