package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.RowListener;
import org.iltlib.form.Node;

/** Writes rows and nodes as JSON. */
final class RowOutput implements RowListener {
    private static final Comparator<Map.Entry<String, Node>> ORDER = Comparator.comparing(
                    (Map.Entry<String, Node> one) ->
                            CaseMember.find(one.getKey()).map(RowEncoder::code).orElse(Integer.MAX_VALUE))
            .thenComparing(Map.Entry::getKey);

    private interface Work {
        void run() throws IOException;
    }

    private final JsonGenerator json;

    RowOutput(JsonGenerator json) {
        this.json = json;
    }

    private static void guard(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startObject() {
        guard(json::writeStartObject);
    }

    @Override
    public void endObject() {
        guard(json::writeEndObject);
    }

    @Override
    public void startList() {
        guard(json::writeStartArray);
    }

    @Override
    public void endList() {
        guard(json::writeEndArray);
    }

    @Override
    public void name(String name) {
        guard(() -> json.writeFieldName(name));
    }

    @Override
    public void text(String value) {
        guard(() -> json.writeString(value));
    }

    @Override
    public void number(BigDecimal value) {
        guard(() -> json.writeNumber(
                value.scale() <= 0 && value.precision() - value.scale() <= 20
                        ? value.toPlainString()
                        : value.toString()));
    }

    @Override
    public void flag(boolean value) {
        guard(() -> json.writeBoolean(value));
    }

    @Override
    public void nothing() {
        guard(json::writeNull);
    }

    /** Any value. */
    void node(Node node) {
        if (node instanceof Node.Text text) {
            text(text.value());
        } else if (node instanceof Node.Numeral numeral) {
            number(numeral.value());
        } else if (node instanceof Node.Flag flag) {
            flag(flag.value());
        } else if (node instanceof Node.Items items) {
            startList();
            items.values().forEach(this::node);
            endList();
        } else if (node instanceof Node.Fields fields) {
            startObject();
            members(fields);
            endObject();
        } else {
            nothing();
        }
    }

    /** The members alone. */
    void members(Node.Fields fields) {
        List<Map.Entry<String, Node>> sorted =
                fields.values().entrySet().stream().sorted(ORDER).toList();
        for (Map.Entry<String, Node> one : sorted) {
            name(one.getKey());
            node(one.getValue());
        }
    }
}
