package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.Repairs.Repair;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.Uuids;
import org.iltlib.form.Node;

/** Takes members that are not as they should be: as a tree first, put right where a rule knows how. */
final class Mending {
    private JsonParser parser;
    private final Tokens tokens;
    private final RowEncoder row;
    private final Notes notes;
    private final CurrentObject current;
    private final TextReading texts;
    private final long[] uuid = new long[2];

    Mending(JsonParser parser, Tokens tokens, RowEncoder row, Notes notes, CurrentObject current) {
        this.parser = parser;
        this.tokens = tokens;
        this.row = row;
        this.notes = notes;
        this.current = current;
        this.texts = new TextReading(row, current);
    }

    /** What comes now is from that parser. */
    void turnTo(JsonParser other) {
        parser = other;
        tokens.turnTo(other);
    }

    /** Takes a member of a name that is not known. */
    void other(Seen here, String name) throws IOException {
        if (!here.addOther(name)) {
            throw tokens.twice(name);
        }
        Node value = tokens.tree();
        Optional<Repairs.Alias> alias = Repairs.alias(name);
        if (value instanceof Node.Nothing) {
            nothing(CurrentObject.escaped(name));
        } else if (alias.isPresent()) {
            here.defer(name, alias.get(), value);
        } else {
            unknown(name, value);
        }
    }

    private void nothing(String name) {
        notes.reject(1);
        current.note(CaseRule.EXPLICIT_NULL, Disposition.REJECTED, name);
    }

    private void unknown(String name, Node value) {
        row.member(name);
        row.node(value);
        notes.keep(ObjectReading.values(value));
        current.note(
                name.equals("CFItemAssociationURI") ? CaseRule.OLD_OPENSALT : CaseRule.UNKNOWN_MEMBER,
                Disposition.KEPT,
                CurrentObject.escaped(name));
    }

    /**
     * A member that had to wait for the others, which is to be read now under its right name.
     *
     * @return the member; empty if it was taken as it is
     */
    Optional<CaseMember> settle(Seen here, Seen.Deferred one) {
        Repairs.Alias alias = one.alias();
        if (alias == null) {
            return restore(here, one);
        }
        if (!here.addRenamed(RowEncoder.code(alias.member()))) {
            unknown(one.name(), one.value());
            return Optional.empty();
        }
        current.note(alias.rule(), Disposition.NORMALISED, CurrentObject.escaped(one.name()));
        return Optional.of(alias.member());
    }

    /** Puts back a member that a strict writer had put under the extensions. */
    private Optional<CaseMember> restore(Seen here, Seen.Deferred one) {
        Optional<CaseMember> member = CaseMember.find(one.name());
        boolean isNew = member.isPresent() ? here.addRenamed(RowEncoder.code(member.get())) : here.addOther(one.name());
        current.note(CaseRule.RESTORED, isNew ? Disposition.NORMALISED : Disposition.REJECTED, "extensions");
        if (!isNew) {
            notes.reject(ObjectReading.values(one.value()));
            return Optional.empty();
        }
        if (member.isEmpty()) {
            notes.normalise(ObjectReading.values(one.value()));
            row.member(one.name());
            row.value(one.name(), one.value());
        }
        return member;
    }

    /**
     * Takes a member whose value is not simply what is wanted there.
     *
     * @return a link that is to be read in place of the value; empty if the member was taken
     */
    Optional<Node.Fields> slow(Seen here, CaseMember member, Kind kind) throws IOException {
        int code = RowEncoder.code(member);
        String name = member.memberName();
        boolean decimal = parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
        Node value = tokens.tree();
        if (value instanceof Node.Nothing) {
            here.forget(code);
            nothing(name);
            return Optional.empty();
        }
        if (kind == Kind.EXTENSIONS
                && value instanceof Node.Fields all
                && all.find(ObjectReading.AS_READ).orElse(value) instanceof Node.Fields asRead
                && !asRead.equals(all)) {
            asRead.values().forEach((other, one) -> here.defer(other, null, one));
            here.forget(code);
            value = all.without(ObjectReading.AS_READ);
            if (all.values().size() == 1) {
                return Optional.empty();
            }
            here.addRenamed(code);
            row.member(code);
            row.node(value);
            notes.keep(ObjectReading.values(value));
            return Optional.empty();
        }
        Node repaired = repaired(member, kind, value, name);
        boolean whole = value instanceof Node.Numeral number
                && (kind == Kind.INTEGER
                        ? Repairs.isWhole(number)
                        : number.value().scale() <= 0);
        if (decimal && whole && (kind == Kind.INTEGER || kind == Kind.NUMBER)) {
            notes.normalise(1);
            current.note(Repairs.numberRule(member), Disposition.NORMALISED, name);
        } else if (repaired.equals(value)) {
            notes.keep(tokens.lastValues());
            boolean free = kind == Kind.EXTENSIONS
                    || (kind == Kind.NUMBER && value instanceof Node.Numeral)
                    || (kind == Kind.INTEGER && whole);
            if (!free) {
                current.note(CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, name);
            }
        } else if (value instanceof Node.Items && repaired instanceof Node.Fields link) {
            return Optional.of(link);
        } else {
            notes.normalise(tokens.lastValues());
        }
        write(here, member, repaired);
        return Optional.empty();
    }

    private Node repaired(CaseMember member, Kind kind, Node value, String place) {
        if ((kind == Kind.UUID || member == CaseMember.IDENTIFIER)
                && value instanceof Node.Text text
                && Repairs.isUuid(text.value())) {
            String lower = text.value().toLowerCase(Locale.ROOT);
            if (!lower.equals(text.value())) {
                current.note(CaseRule.UPPER_CASE_UUID, Disposition.NORMALISED, place);
                return new Node.Text(lower);
            }
        }
        Optional<Repair> repair = Repairs.repair(member, kind, value);
        repair.ifPresent(one -> current.note(one.rule(), Disposition.NORMALISED, place));
        return repair.map(Repair::value).orElse(value);
    }

    /** Writes a value that has been put right, and remembers of it what the graph needs. */
    private void write(Seen here, CaseMember member, Node value) {
        if (member == CaseMember.IDENTIFIER && value instanceof Node.Text text) {
            char[] chars = text.value().toCharArray();
            texts.identity(here, chars, 0, chars.length, CaseShape.NODE_LINK);
            return;
        }
        row.member(RowEncoder.code(member));
        row.value(member.memberName(), value);
        if (current.depth == 0 && member == CaseMember.ASSOCIATION_TYPE && value instanceof Node.Text text) {
            current.type = AssociationType.listNames().indexOf(text.value());
        } else if (current.depth == 0 && member == CaseMember.ORIGIN_NODE_URI) {
            end(current.origin, value);
        } else if (current.depth == 0 && member == CaseMember.DESTINATION_NODE_URI) {
            end(current.destination, value);
        } else if (current.depth == 0 && member == CaseMember.HUMAN_CODING_SCHEME && value instanceof Node.Text text) {
            current.longCode = text.value();
        }
    }

    private void end(CurrentObject.End end, Node value) {
        if (value instanceof Node.Fields link && link.find("identifier").orElse(value) instanceof Node.Text text) {
            end.isUuid = Uuids.parse(text.value(), uuid);
            end.high = uuid[0];
            end.low = uuid[1];
            end.text = end.isUuid ? null : text.value();
        }
    }
}
