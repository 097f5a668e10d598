package org.iltlib.exchange.casenetwork.packed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.form.Node;

/** Reads a row. */
final class RowDecoder {
    private final TextPool pool;
    private final byte[] row;
    private int at;

    RowDecoder(TextPool pool, byte[] row, int at) {
        this.pool = pool;
        this.row = row;
        this.at = at;
    }

    Node node() {
        return node(row[at++], "");
    }

    private Node node(int tag, String own) {
        return switch (tag) {
            case Tag.FALSE -> new Node.Flag(false);
            case Tag.TRUE -> new Node.Flag(true);
            case Tag.INTEGER, Tag.NUMBER -> new Node.Numeral(number(tag));
            case Tag.LIST -> {
                List<Node> items = new ArrayList<>();
                for (int next = row[at++]; next != Tag.END; next = row[at++]) {
                    items.add(node(next, ""));
                }
                yield new Node.Items(items);
            }
            case Tag.OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                String identifier = "";
                for (int code = row[at++]; code != Tag.END; code = row[at++]) {
                    String name = name(code);
                    Node value = node(row[at++], identifier);
                    if (name.equals("identifier") && value instanceof Node.Text text) {
                        identifier = text.value();
                    }
                    fields.put(name, value);
                }
                yield new Node.Fields(fields);
            }
            case Tag.NOTHING -> new Node.Nothing();
            default -> new Node.Text(text(tag, own));
        };
    }

    /** Tells the value to that listener, the members of an object in the order of the standard, unknown ones last. */
    void tell(RowListener listener) {
        tell(row[at++], "", listener);
    }

    private void tell(int tag, String own, RowListener listener) {
        switch (tag) {
            case Tag.FALSE -> listener.flag(false);
            case Tag.TRUE -> listener.flag(true);
            case Tag.INTEGER, Tag.NUMBER -> listener.number(number(tag));
            case Tag.LIST -> {
                listener.startList();
                for (int next = row[at++]; next != Tag.END; next = row[at++]) {
                    tell(next, "", listener);
                }
                listener.endList();
            }
            case Tag.OBJECT -> tellObject(listener);
            case Tag.NOTHING -> listener.nothing();
            default -> listener.text(text(tag, own));
        }
    }

    private void tellObject(RowListener listener) {
        int[] codes = new int[16];
        int[] places = new int[16];
        int count = 0;
        List<Map.Entry<String, Integer>> unknown = new ArrayList<>(0);
        for (int code = row[at++]; code != Tag.END; code = row[at++]) {
            if (code >= Tag.POOLED_NAME) {
                unknown.add(Map.entry(name(code), at));
            } else {
                if (count == codes.length) {
                    codes = Arrays.copyOf(codes, count * 2);
                    places = Arrays.copyOf(places, count * 2);
                }
                int place = count++;
                for (; place > 0 && codes[place - 1] > code; place--) {
                    codes[place] = codes[place - 1];
                    places[place] = places[place - 1];
                }
                codes[place] = code;
                places[place] = at;
            }
            skip(row[at++]);
        }
        int end = at;
        unknown.sort(Map.Entry.comparingByKey());
        String own = count > 0 && codes[0] == 1 ? identifier(places[0]) : "";
        listener.startObject();
        for (int i = 0; i < count; i++) {
            listener.name(Tag.NAMES.get(codes[i] - 1));
            at = places[i];
            tell(row[at++], own, listener);
        }
        for (Map.Entry<String, Integer> one : unknown) {
            listener.name(one.getKey());
            at = one.getValue();
            tell(row[at++], own, listener);
        }
        listener.endObject();
        at = end;
    }

    /** The text at that place, if it is a UUID; nothing else is left out of addresses. */
    private String identifier(int place) {
        at = place;
        int tag = row[at++];
        return tag == Tag.UUID ? text(tag, "") : "";
    }

    private void skip(int tag) {
        switch (tag) {
            case Tag.TEXT, Tag.NUMBER -> {
                int length = varint();
                at += length;
            }
            case Tag.POOLED, Tag.OWN_ADDRESS -> varint();
            case Tag.UUID -> at += 16;
            case Tag.ADDRESS -> {
                varint();
                at += 16;
            }
            case Tag.INTEGER -> varlong();
            case Tag.LIST -> {
                for (int next = row[at++]; next != Tag.END; next = row[at++]) {
                    skip(next);
                }
            }
            case Tag.OBJECT -> {
                for (int code = row[at++]; code != Tag.END; code = row[at++]) {
                    if (code == Tag.POOLED_NAME) {
                        varint();
                    } else if (code == Tag.NAME) {
                        int length = varint();
                        at += length;
                    }
                    skip(row[at++]);
                }
            }
            default -> {
                // Nothing, false and true have no more bytes.
            }
        }
    }

    private String name(int code) {
        return switch (code) {
            case Tag.POOLED_NAME -> pool.text(varint());
            case Tag.NAME -> bytes(varint());
            default -> Tag.NAMES.get(code - 1);
        };
    }

    private String text(int tag, String own) {
        return switch (tag) {
            case Tag.POOLED -> pool.text(varint());
            case Tag.UUID -> Uuids.text(eight(), eight());
            case Tag.ADDRESS -> {
                String prefix = pool.text(varint());
                yield prefix + Uuids.text(eight(), eight());
            }
            case Tag.OWN_ADDRESS -> pool.text(varint()) + own;
            default -> bytes(varint());
        };
    }

    /** The text of that member of the object, found without reading the others. */
    Optional<String> find(int wanted) {
        at++;
        String own = "";
        for (int code = row[at++]; code != Tag.END; code = row[at++]) {
            if (code >= Tag.POOLED_NAME) {
                name(code);
            }
            int tag = row[at++];
            boolean isText = tag >= Tag.TEXT && tag <= Tag.OWN_ADDRESS;
            if (code == wanted) {
                return isText ? Optional.of(text(tag, own)) : Optional.empty();
            }
            if (code == 1 && tag == Tag.UUID) {
                own = text(tag, "");
            } else {
                skip(tag);
            }
        }
        return Optional.empty();
    }

    private BigDecimal number(int tag) {
        return tag == Tag.INTEGER ? BigDecimal.valueOf(varlong()) : new BigDecimal(bytes(varint()));
    }

    private String bytes(int length) {
        String text = new String(row, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = row[at++];
            value |= (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private long varlong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = row[at++];
            value |= (long) (next & 127) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
    }

    private long eight() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (row[at++] & 255);
        }
        return value;
    }
}
