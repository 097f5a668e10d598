package org.iltlib.exchange.casenetwork;

import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.Uuids;

/** Takes texts that are as they should be straight into the row. */
final class TextReading {
    static final int ID = RowEncoder.code(CaseMember.IDENTIFIER);

    private final RowEncoder row;
    private final CurrentObject current;
    private final long[] uuid = new long[2];

    TextReading(RowEncoder row, CurrentObject current) {
        this.row = row;
        this.current = current;
    }

    /** A member, and what kind of value it has where it stands. */
    record Slot(CaseMember member, Kind kind) {}

    /** Takes a text that is as it should be; false if it needs a closer look. */
    boolean read(Seen here, CaseShape shape, Slot slot, char[] text, int start, int length) {
        CaseMember member = slot.member();
        int code = RowEncoder.code(member);
        switch (slot.kind()) {
            case TEXT -> {
                if (code == ID) {
                    return identity(here, text, start, length, shape);
                }
                row.member(code);
                switch (member) {
                    case HUMAN_CODING_SCHEME -> {
                        current.code = row.repeated(text, start, length);
                        current.longCode = current.code < 0 ? new String(text, start, length) : null;
                    }
                    case FULL_STATEMENT -> {
                        row.text(text, start, length);
                        statement(text, start, length);
                    }
                    case TITLE -> {
                        row.text(text, start, length);
                        if (length <= 16 && (shape == CaseShape.LINK || shape == CaseShape.NODE_LINK)) {
                            title(text, start, length);
                        }
                    }
                    default -> row.text(text, start, length);
                }
            }
            case UUID -> {
                if (code == ID) {
                    return identity(here, text, start, length, shape);
                }
                if (length == Uuids.LENGTH && !Uuids.parse(text, start, uuid)) {
                    return false;
                }
                row.member(code);
                row.text(text, start, length);
            }
            case URI -> {
                row.member(code);
                row.address(text, start, length);
                if (member == CaseMember.URI && length > Uuids.LENGTH) {
                    address(here, text, start, length);
                }
            }
            case DATE_TIME -> {
                byte[] bytes = Moments.bytes(text, start, length);
                if (!Moments.isMoment(bytes, 0, bytes.length)) {
                    return false;
                }
                row.member(code);
                row.text(text, start, length);
            }
            case DATE -> {
                byte[] bytes = Moments.bytes(text, start, length);
                if (!Moments.isDay(bytes, 0, bytes.length)) {
                    return false;
                }
                row.member(code);
                row.text(text, start, length);
            }
            case ASSOCIATION_TYPE -> {
                String name = new String(text, start, length);
                current.type = AssociationType.listNames().indexOf(name);
                if (current.type < 0) {
                    return false;
                }
                row.member(code);
                row.repeated(text, start, length);
            }
            case TARGET_TYPE, CASE_VERSION -> {
                String value = new String(text, start, length);
                if (!(slot.kind() == Kind.TARGET_TYPE
                        ? Strictness.isTargetType(value)
                        : Strictness.isCaseVersion(value))) {
                    return false;
                }
                row.member(code);
                row.text(text, start, length);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes an identifier; false if it is a UUID in upper case. */
    boolean identity(Seen here, char[] text, int start, int length, CaseShape shape) {
        if (length == Uuids.LENGTH && Uuids.parse(text, start, uuid)) {
            row.member(ID);
            here.hasId = true;
            here.idHigh = uuid[0];
            here.idLow = uuid[1];
            row.identity(uuid[0], uuid[1]);
            if (!Uuids.isUsual(uuid[0], uuid[1]) && shape != CaseShape.NODE_LINK) {
                current.note(CaseRule.UNUSUAL_UUID, Disposition.KEPT, "identifier");
            }
            return true;
        }
        String odd = new String(text, start, length);
        if (Repairs.isUuid(odd)) {
            return false;
        }
        row.member(ID);
        row.text(text, start, length);
        here.oddId = odd;
        if (shape != CaseShape.NODE_LINK) {
            current.note(CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, "identifier");
        }
        return true;
    }

    private void address(Seen here, char[] text, int start, int length) {
        int tail = start + length - Uuids.LENGTH;
        if (Uuids.parse(text, tail, uuid)) {
            here.hasAddress = true;
            here.addressHigh = uuid[0];
            here.addressLow = uuid[1];
            if (Character.isLetterOrDigit(text[tail - 1])) {
                current.note(CaseRule.NO_SLASH, Disposition.KEPT, "uri");
            }
        }
    }

    private void statement(char[] text, int start, int length) {
        boolean suspicious = false;
        boolean blank = true;
        for (int i = start; i < start + length; i++) {
            char c = text[i];
            suspicious |= c == '*' || c == '<' || c == '$' || c == '\\';
            blank &= c <= ' ';
        }
        if (blank) {
            current.note(CaseRule.EMPTY_STATEMENT, Disposition.KEPT, "fullStatement");
        } else if (suspicious && Repairs.hasMarkup(new String(text, start, length))) {
            current.note(CaseRule.MARKUP, Disposition.KEPT, "fullStatement");
        }
    }

    private void title(char[] text, int start, int length) {
        char first = length == 0 ? ' ' : text[start];
        if ("OoDdCc".indexOf(first) >= 0 && CurrentObject.isPlaceholder(new String(text, start, length))) {
            current.note(CaseRule.PLACEHOLDER_TITLE, Disposition.KEPT, "title");
        }
    }
}
