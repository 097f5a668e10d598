package org.iltlib.exchange.casenetwork.packed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.form.Node;

/**
 * Writes one object as a row of bytes. A value of any shape fits; what CASE is full of takes least: a UUID 17 bytes, an
 * address that ends in the identifier of its object 3, a repeated text 2 to 4.
 */
public final class RowEncoder {
    private static final int POOLED_UP_TO = 64;
    private static final int SHORT = 16;
    private static final Map<CaseMember, Integer> CODES = new HashMap<>();

    static {
        int code = 1;
        for (CaseMember member : CaseMember.values()) {
            CODES.put(member, code++);
        }
    }

    private final TextPool pool;
    private final long[] uuid = new long[2];
    private byte[] row = new byte[1 << 12];
    private byte[] scratch = new byte[1 << 10];
    private char[] prefix = new char[0];
    private int prefixNumber = -1;
    private final byte[][] prefixes = new byte[4][0];
    private final int[] prefixNumbers = {-1, -1, -1, -1};
    private long[] owners = new long[32];
    private boolean[] owned = new boolean[16];
    private int depth;
    private int size;

    /** An encoder that keeps repeated texts in that pool. */
    public RowEncoder(TextPool pool) {
        this.pool = pool;
    }

    /** The code of a member that the standard knows. */
    public static int code(CaseMember member) {
        return CODES.getOrDefault(member, 0);
    }

    /** Begins a new row. */
    public void begin() {
        size = 0;
        depth = 0;
        owned[0] = false;
    }

    /** Begins an object. */
    public void startObject() {
        put(Tag.OBJECT);
        if (++depth == owned.length) {
            owned = Arrays.copyOf(owned, depth * 2);
            owners = Arrays.copyOf(owners, depth * 4);
        }
        owned[depth] = false;
    }

    /** Ends an object. */
    public void endObject() {
        put(Tag.END);
        depth--;
    }

    /** Begins a list. */
    public void startList() {
        put(Tag.LIST);
    }

    /** Ends a list. */
    public void endList() {
        put(Tag.END);
    }

    /** The name of the next member, by its code. */
    public void member(int code) {
        put(code);
    }

    /** The name of the next member. */
    public void member(String name) {
        Optional<CaseMember> known = CaseMember.find(name);
        if (known.isPresent()) {
            put(code(known.get()));
            return;
        }
        char[] chars = name.toCharArray();
        int length = encode(chars, 0, chars.length);
        int number = pool.number(scratch, 0, length);
        put(number < 0 ? Tag.NAME : Tag.POOLED_NAME);
        numberOrBytes(number, length);
    }

    /** An identifier that is a UUID; addresses in the same object that end in it become short. */
    public void identity(long high, long low) {
        owned[depth] = true;
        owners[depth * 2] = high;
        owners[depth * 2 + 1] = low;
        uuid(high, low);
    }

    private void uuid(long high, long low) {
        room(17);
        row[size++] = Tag.UUID;
        eight(high);
        eight(low);
    }

    private void eight(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            row[size++] = (byte) (value >>> shift);
        }
    }

    /** An address. */
    public void address(char[] text, int start, int length) {
        int before = length - Uuids.LENGTH;
        if (before < 0 || before > TextPool.LONGEST || !Uuids.parse(text, start + before, uuid)) {
            text(text, start, length);
            return;
        }
        long high = uuid[0];
        long low = uuid[1];
        int number = prefix(text, start, before);
        if (number < 0) {
            text(text, start, length);
            return;
        }
        boolean own = owned[depth] && owners[depth * 2] == high && owners[depth * 2 + 1] == low;
        put(own ? Tag.OWN_ADDRESS : Tag.ADDRESS);
        varint(number);
        if (!own) {
            room(16);
            eight(high);
            eight(low);
        }
    }

    private int prefix(char[] text, int start, int length) {
        if (prefixNumber < 0
                || prefix.length != length
                || !Arrays.equals(prefix, 0, length, text, start, start + length)) {
            prefix = Arrays.copyOfRange(text, start, start + length);
            int bytes = encode(text, start, length);
            prefixNumber = pool.number(scratch, 0, bytes);
        }
        return prefixNumber;
    }

    /**
     * An address of so many bytes, followed by the identifier of the object, which has been given.
     *
     * @param slot one of four, for which the last such bytes are remembered
     * @return whether it was written; if not, nothing was
     */
    public boolean ownAddress(int slot, byte[] text, int start, int length) {
        byte[] last = prefixes[slot];
        if (last.length != length || !Bytes.same(last, 0, text, start, length)) {
            int number = pool.number(text, start, length);
            if (number < 0) {
                return false;
            }
            prefixes[slot] = Arrays.copyOfRange(text, start, start + length);
            prefixNumbers[slot] = number;
        }
        if (prefixNumbers[slot] < 0) {
            return false;
        }
        put(Tag.OWN_ADDRESS);
        varint(prefixNumbers[slot]);
        return true;
    }

    /** A text in UTF-8 that is hardly worth looking up: it stands in the row if it is short. */
    public void utf8Here(byte[] text, int start, int length) {
        if (length > SHORT) {
            utf8(text, start, length, false);
            return;
        }
        room(length + 2);
        row[size++] = Tag.TEXT;
        row[size++] = (byte) length;
        System.arraycopy(text, start, row, size, length);
        size += length;
    }

    /** A text in UTF-8, which is no UUID; the result is its number in the pool, or -1. */
    public int utf8(byte[] text, int start, int length, boolean repeated) {
        int number = repeated || length <= POOLED_UP_TO ? pool.number(text, start, length) : -1;
        room(length + 6);
        row[size++] = (byte) (number < 0 ? Tag.TEXT : Tag.POOLED);
        if (number >= 0) {
            varint(number);
        } else {
            varint(length);
            System.arraycopy(text, start, row, size, length);
            size += length;
        }
        return number;
    }

    /** A text. */
    public void text(char[] text, int start, int length) {
        if (length == Uuids.LENGTH && Uuids.parse(text, start, uuid)) {
            uuid(uuid[0], uuid[1]);
            return;
        }
        int bytes = encode(text, start, length);
        int number = bytes <= POOLED_UP_TO ? pool.number(scratch, 0, bytes) : -1;
        put(number < 0 ? Tag.TEXT : Tag.POOLED);
        numberOrBytes(number, bytes);
    }

    /** As {@link #text(char[], int, int)}, but surely repeated; the result is its number in the pool, or -1. */
    public int repeated(char[] text, int start, int length) {
        int bytes = encode(text, start, length);
        int number = pool.number(scratch, 0, bytes);
        put(number < 0 ? Tag.TEXT : Tag.POOLED);
        numberOrBytes(number, bytes);
        return number;
    }

    private void numberOrBytes(int number, int bytes) {
        if (number >= 0) {
            varint(number);
            return;
        }
        varint(bytes);
        room(bytes);
        System.arraycopy(scratch, 0, row, size, bytes);
        size += bytes;
    }

    /** A whole number. */
    public void integer(long value) {
        put(Tag.INTEGER);
        long zigzag = value << 1 ^ value >> 63;
        room(10);
        while ((zigzag & ~127L) != 0) {
            row[size++] = (byte) (zigzag | 128);
            zigzag >>>= 7;
        }
        row[size++] = (byte) zigzag;
    }

    /** Any value; an object's identifier and addresses as they stand in CASE. */
    public void node(Node node) {
        if (node instanceof Node.Text text) {
            char[] chars = text.value().toCharArray();
            text(chars, 0, chars.length);
        } else if (node instanceof Node.Numeral numeral) {
            number(numeral.value());
        } else if (node instanceof Node.Flag flag) {
            put(flag.value() ? Tag.TRUE : Tag.FALSE);
        } else if (node instanceof Node.Items items) {
            startList();
            items.values().forEach(this::node);
            endList();
        } else if (node instanceof Node.Fields fields) {
            startObject();
            fields.values().forEach((name, value) -> {
                member(name);
                value(name, value);
            });
            endObject();
        } else {
            put(Tag.NOTHING);
        }
    }

    /** The value of the member of that name. */
    public void value(String name, Node value) {
        if (value instanceof Node.Text text && name.equals("identifier") && Uuids.parse(text.value(), uuid)) {
            identity(uuid[0], uuid[1]);
        } else if (value instanceof Node.Text text && name.equals("uri")) {
            char[] chars = text.value().toCharArray();
            address(chars, 0, chars.length);
        } else {
            node(value);
        }
    }

    private void number(BigDecimal value) {
        if (value.scale() <= 0 && value.precision() - value.scale() <= 18) {
            integer(value.longValueExact());
            return;
        }
        byte[] digits = value.toString().getBytes(StandardCharsets.US_ASCII);
        put(Tag.NUMBER);
        varint(digits.length);
        room(digits.length);
        System.arraycopy(digits, 0, row, size, digits.length);
        size += digits.length;
    }

    private int encode(char[] text, int start, int length) {
        if (scratch.length < length * 3L) {
            scratch = new byte[Math.multiplyExact(length, 3)];
        }
        byte[] into = scratch;
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = text[start + i];
            all |= c;
            into[i] = (byte) c;
        }
        return all < 128 ? length : encodeAny(text, start, start + length);
    }

    private int encodeAny(char[] text, int start, int end) {
        int bytes = 0;
        for (int i = start; i < end; i++) {
            int point = text[i];
            if (Character.isSurrogate(text[i])) {
                if (i + 1 == end || !Character.isSurrogatePair(text[i], text[i + 1])) {
                    throw new IllegalArgumentException("half of a surrogate pair, expected whole characters");
                }
                point = Character.toCodePoint(text[i], text[++i]);
            }
            if (point < 0x80) {
                scratch[bytes++] = (byte) point;
            } else if (point < 0x800) {
                scratch[bytes++] = (byte) (0xC0 | point >> 6);
                scratch[bytes++] = (byte) (0x80 | (point & 63));
            } else {
                if (point >= 0x10000) {
                    scratch[bytes++] = (byte) (0xF0 | point >> 18);
                    scratch[bytes++] = (byte) (0x80 | ((point >> 12) & 63));
                } else {
                    scratch[bytes++] = (byte) (0xE0 | point >> 12);
                }
                scratch[bytes++] = (byte) (0x80 | ((point >> 6) & 63));
                scratch[bytes++] = (byte) (0x80 | (point & 63));
            }
        }
        return bytes;
    }

    private void varint(int value) {
        room(5);
        int rest = value;
        while ((rest & ~127) != 0) {
            row[size++] = (byte) (rest | 128);
            rest >>>= 7;
        }
        row[size++] = (byte) rest;
    }

    private void put(int value) {
        room(1);
        row[size++] = (byte) value;
    }

    private void room(int more) {
        if (size + more > row.length) {
            row = Arrays.copyOf(row, Math.max(size + more, row.length * 2));
        }
    }

    /** Appends the row to that store; the result is its address. */
    long appendTo(ByteStore store) {
        return store.add(row, 0, size);
    }

    /** The row, decoded; for rows that are not kept. */
    public Node decode() {
        return new RowDecoder(pool, row, 0).node();
    }
}
