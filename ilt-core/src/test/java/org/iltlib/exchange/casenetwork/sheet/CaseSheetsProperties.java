package org.iltlib.exchange.casenetwork.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CasePackageBuilder;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.form.Node;

/** Laws of the three sheets, on packages drawn from a seed. */
class CaseSheetsProperties {
    private static final String[] TEXTS = {"a", "b, c", "say \"d\"", "two\nlines", "é|ü", " blank ", "0", "isChildOf"};

    @Property(tries = 300)
    void writingAndReadingGivesTheSamePackage(@ForAll long seed) {
        CasePackage content = draw(new Random(seed));
        CaseSheets.Written written = CaseSheets.write(content);
        assertThat(written.left()).isEmpty();
        CasePackage again = written.sheets().read().content();
        assertThat(again.document()).isEqualTo(content.document());
        assertThat(again.items()).isEqualTo(content.items());
        assertThat(again.definitions()).isEqualTo(content.definitions());
        assertThat(byId(again)).isEqualTo(byId(content));
        assertThat(written.sheets().read().quarantined()).isEmpty();
    }

    @Property(tries = 300)
    void readingAndWritingGivesTheSameSheets(@ForAll long seed) {
        CaseSheets sheets = CaseSheets.write(draw(new Random(seed))).sheets();
        CaseSheets once = CaseSheets.write(sheets.read().content()).sheets();
        assertThat(once.items()).isEqualTo(sheets.items());
        assertThat(once.document()).isEqualTo(sheets.document());
        assertThat(CaseSheets.write(once.read().content()).sheets()).isEqualTo(once);
    }

    /** The associations by identifier, without the titles of their links. */
    private static Map<String, Map<String, Node>> byId(CasePackage content) {
        Map<String, Map<String, Node>> all = new TreeMap<>();
        for (CaseAssociation one : content.associations()) {
            Map<String, Node> members = new TreeMap<>(one.members().values());
            members.replaceAll((name, value) ->
                    value instanceof Node.Fields link && name.contains("NodeURI") ? link.without("title") : value);
            all.put(one.identifier(), members);
        }
        return all;
    }

    private static CasePackage draw(Random random) {
        String doc = id(random);
        Map<String, Node> document = object(random, doc, "CFDocuments");
        document.put("title", text(random));
        document.put("lastChangeDateTime", new Node.Text("2026-01-02T03:04:05Z"));
        if (random.nextBoolean()) {
            document.put("subject", new Node.Items(List.of(new Node.Text("Math"), new Node.Text("Art, and more"))));
        }
        CasePackageBuilder builder = CasePackage.builder(new CaseDocument(new Node.Fields(document)));
        List<String> ids = new ArrayList<>(List.of(doc));
        List<String> uris = new ArrayList<>(List.of(uri(document)));
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            String id = id(random);
            Map<String, Node> item = object(random, id, "CFItems");
            item.put("fullStatement", text(random));
            if (random.nextBoolean()) {
                item.put("humanCodingScheme", text(random));
                item.put("Difficulty", text(random));
            }
            if (random.nextBoolean()) {
                item.put("educationLevel", new Node.Items(List.of(new Node.Text("09"), new Node.Text("10"))));
                item.put("statusStartDate", new Node.Text("2026-08-01"));
            }
            builder.add(new CaseItem(new Node.Fields(item)));
            ids.add(id);
            uris.add(uri(item));
        }
        int edges = count == 0 ? 0 : random.nextInt(12);
        for (int i = 0; i < edges; i++) {
            int origin = 1 + random.nextInt(count);
            int destination = random.nextInt(count + 1);
            boolean outside = random.nextInt(6) == 0;
            Map<String, Node> edge = object(random, id(random), "CFAssociations");
            edge.put("associationType", new Node.Text(random.nextInt(3) > 0 ? "isChildOf" : "precedes"));
            edge.put("originNodeURI", link(ids.get(origin), uris.get(origin)));
            String other = id(random);
            edge.put(
                    "destinationNodeURI",
                    outside
                            ? link(other, "https://x.org/" + other)
                            : link(ids.get(destination), uris.get(destination)));
            if (random.nextBoolean()) {
                edge.put("sequenceNumber", Node.Numeral.of((long) random.nextInt(4) - 1));
            }
            if (random.nextBoolean()) {
                edge.put("notes", text(random));
            }
            builder.add(new CaseAssociation(new Node.Fields(edge)));
        }
        return builder.build();
    }

    private static Node link(String id, String uri) {
        return CaseLink.of("some title", id, uri).members();
    }

    private static Map<String, Node> object(Random random, String id, String collection) {
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("identifier", new Node.Text(id));
        boolean plain = random.nextBoolean();
        fields.put("uri", new Node.Text(plain ? "urn:uuid:" + id : "https://x.org/" + collection + "/" + id));
        fields.put("lastChangeDateTime", new Node.Text(plain ? "2026-01-02T03:04:05Z" : "2026-03-04T05:06:07+01:00"));
        return fields;
    }

    private static String uri(Map<String, Node> fields) {
        return ((Node.Text) fields.getOrDefault("uri", new Node.Text(""))).value();
    }

    private static Node text(Random random) {
        return new Node.Text(TEXTS[random.nextInt(TEXTS.length)]);
    }

    private static String id(Random random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(high, (random.nextLong() & (-1L >>> 2)) | (1L << 63)).toString();
    }
}
