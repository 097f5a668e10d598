package org.iltlib.record.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;
import org.iltlib.form.Shape;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;

/** What this library does not know survives it, at any depth. */
class UnknownProperties {
    private static final String EXTRA = "x-";

    /** The body with additional properties in some of its objects, none in an object whose names are data. */
    private static Node withExtras(Node node, Shape shape, List<Node> extras, Random random) {
        if (node instanceof Node.Items items && shape instanceof Shape.Items each) {
            List<Node> values = new ArrayList<>();
            items.values().forEach(item -> values.add(withExtras(item, each.each(), extras, random)));
            return new Node.Items(values);
        } else if (node instanceof Node.Fields fields && shape instanceof Shape.ByName each) {
            Map<String, Node> values = new LinkedHashMap<>();
            fields.values().forEach((name, value) -> values.put(name, withExtras(value, each.each(), extras, random)));
            return new Node.Fields(values);
        } else if (node instanceof Node.Fields fields && shape instanceof Shape.Family family) {
            String tag = ((Node.Text) fields.values().get(family.tag())).value();
            return withExtras(node, family.members().get(tag), extras, random);
        } else if (node instanceof Node.Fields fields && shape instanceof Shape.Fields known) {
            Map<String, Node> values = new LinkedHashMap<>(fields.values());
            known.properties()
                    .forEach(property -> values.computeIfPresent(
                            property.name(), (name, value) -> withExtras(value, property.shape(), extras, random)));
            for (int i = random.nextInt(3); i > 0; i--) {
                values.put(EXTRA + i, extras.get(random.nextInt(extras.size())));
            }
            return new Node.Fields(values);
        }
        return node;
    }

    @Property(tries = 200)
    void anEntryWithUnknownPropertiesStaysWholeAndReadsAsItsType(
            @ForAll("samples") Sample sample, @ForAll("extras") List<Node> extras, @ForAll Random random) {
        Kind<?> kind = KnownKinds.get(sample.kind());
        Recordable value = sample.value();
        Node body = ((Node.Fields) withExtras(sample.body(), kind.form().shape(), extras, random))
                .with(EXTRA + "always", extras.get(0));
        TeamRecord record =
                Stored.record(new Stored.Foreign(value.id(), value.basedOn(), kind.name(), sample.version(), body));
        TeamRecord back = Stored.throughTwoStores(record);
        Entry entry = back.get(value.id());
        assertThat(back).isEqualTo(record);
        assertThat(back.verify().holds()).isTrue();
        assertThat(entry.body()).isEqualTo(body);
        assertThat(entry.text()).isEqualTo(CanonicalJson.write(body));
        assertThat((Object) entry.as(kind)).isEqualTo(value);
        assertThat(CanonicalJson.write(kind.write(entry.as(kind)))).doesNotContain("\"" + EXTRA);
    }

    @Property(tries = 200)
    void anEntryOfAnUnknownKindStaysWhole(@ForAll("samples") Sample sample, @ForAll("extras") List<Node> extras) {
        Recordable value = sample.value();
        Node body = new Node.Items(extras);
        TeamRecord record =
                Stored.record(new Stored.Foreign(value.id(), value.basedOn(), "acme.unknown", 7, body), value());
        TeamRecord back = Stored.throughTwoStores(record);
        assertThat(back).isEqualTo(record);
        assertThat(back.verify().holds()).isTrue();
        assertThat(back.get(value.id()).body()).isEqualTo(body);
    }

    private static Recordable value() {
        return Note.of("another");
    }

    @Property(tries = 2_000)
    void aDamagedBodyIsReadOrRefusedWithAFormException(@ForAll("samples") Sample sample, @ForAll Random random) {
        Kind<?> kind = KnownKinds.get(sample.kind());
        Node damaged = damaged(sample.body(), random);
        try {
            kind.read(sample.version(), damaged);
        } catch (FormException e) {
            assertThat(e.problem()).isNotBlank();
        }
    }

    /** The body in which one value is gone, doubled or another. */
    private static Node damaged(Node node, Random random) {
        if (node instanceof Node.Fields fields && !fields.values().isEmpty() && random.nextInt(6) > 0) {
            List<String> names = List.copyOf(fields.values().keySet());
            String name = names.get(random.nextInt(names.size()));
            Node inner = fields.values().get(name);
            return random.nextInt(8) == 0 ? fields.without(name) : fields.with(name, damaged(inner, random));
        } else if (node instanceof Node.Items items && !items.values().isEmpty() && random.nextInt(4) > 0) {
            List<Node> values = new ArrayList<>(items.values());
            int place = random.nextInt(values.size());
            values.set(place, damaged(values.get(place), random));
            if (random.nextInt(4) == 0) {
                values.add(values.get(place));
            }
            return new Node.Items(values);
        }
        List<Node> others = List.of(
                new Node.Nothing(),
                new Node.Text(""),
                new Node.Text("é \u0000 漢"),
                new Node.Text("9999-99"),
                new Node.Text("+999999999-12-31T23:59:59Z"),
                new Node.Text("PT99999999999999999999S"),
                new Node.Text("999999999999999999/1"),
                Node.Numeral.of(-1),
                Node.Numeral.of(0.5),
                Node.Numeral.of(Long.MAX_VALUE),
                new Node.Numeral(new BigDecimal("-1e9999")),
                new Node.Flag(true),
                new Node.Items(List.of()),
                new Node.Items(List.of(new Node.Nothing())),
                new Node.Fields(Map.of("", new Node.Nothing())));
        return others.get(random.nextInt(others.size()));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(Sample.all());
    }

    @Provide
    Arbitrary<List<Node>> extras() {
        return nodes(3).list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<Node> nodes(int depth) {
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("ab\"\\\n\u0001é漢").ofMaxLength(6);
        Arbitrary<Node> leaves = Arbitraries.oneOf(
                texts.map(Node.Text::new),
                Arbitraries.bigDecimals().map(Node.Numeral::new),
                Arbitraries.of(new Node.Nothing(), new Node.Flag(true), new Node.Text("😀")));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Node> inner = nodes(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(3).map(Node.Items::new),
                Arbitraries.maps(texts, inner).ofMaxSize(3).map(Node.Fields::new));
    }
}
