package org.iltlib.exchange.casenetwork;

import java.util.Random;
import java.util.UUID;

/** A CASE package as some publisher might write it, drawn from a seed. */
final class DrawnJson {
    private static final String[] TEXTS = {
        "Count to 100",
        "**Tens** and ones",
        "caf\u00e9 \u4e2d \ud83d\ude00",
        "a \\\"quoted\\\" word",
        "x\\/y",
        "line\\nbreak",
        "\\u00e9t\\u00e9",
        "",
        " ",
        "Origin",
        "<b>bold</b>",
        "costs $5",
        "K.CC.A.1",
        "a long statement that says what a learner"
                + " should know and be able to do at the end of the year, in more than one line of text",
        "00000000-0000-4000-8000-000000000003"
    };

    private final Random random;
    private final StringBuilder json = new StringBuilder();

    DrawnJson(long seed) {
        this.random = new Random(seed);
    }

    private String id(int number) {
        String id = new UUID(0x4000L | (long) number << 32, 1L << 63 | number).toString();
        return switch (random.nextInt(40)) {
            case 0 -> id.toUpperCase(java.util.Locale.ROOT);
            case 1 -> "item-" + number;
            default -> id;
        };
    }

    private String some() {
        return "\"" + TEXTS[random.nextInt(TEXTS.length)] + "\"";
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    private boolean veryRarely() {
        boolean first = rarely();
        return rarely() && first;
    }

    private void member(String name, String value) {
        json.append(",\"").append(name).append("\":").append(veryRarely() ? "null" : value);
    }

    private String link(String id) {
        String given = "\"identifier\":\"" + id + "\"";
        String address = "\"uri\":\"https://x.org/" + (rarely() ? id(random.nextInt(30)) : id) + "\"";
        return switch (random.nextInt(10)) {
            case 0 -> "\"https://x.org/" + id + "\"";
            case 1 -> "{" + given + "}";
            case 2 -> "{" + address + "," + given + ",\"title\":" + some() + "}";
            case 3 -> "{\"title\":" + some() + ",\"sourcedId\":\"" + id + "\"," + address + ",\"more\":[]}";
            default -> "{\"title\":" + some() + "," + given + "," + address + "}";
        };
    }

    private void start(String id) {
        json.append(veryRarely() ? "{\"sourcedId\":\"" : "{\"identifier\":\"")
                .append(id)
                .append('"');
        member("uri", "\"https://x.org/items/" + (rarely() ? "1" : id) + "\"");
        member(
                "lastChangeDateTime",
                rarely() ? "\"2026-01-01T00:00:00\"" : "\"2026-01-0" + (1 + random.nextInt(9)) + "T00:00:00+00:00\"");
    }

    private void item(int number) {
        start(id(number));
        member("fullStatement", some());
        if (!rarely()) {
            member("humanCodingScheme", rarely() ? some() : "\"C." + number + "\"");
        }
        if (random.nextBoolean()) {
            member(
                    "educationLevel",
                    rarely() ? some() : "[\"0" + random.nextInt(9) + (random.nextBoolean() ? "\"]" : "\",\"KG\"]"));
        }
        if (random.nextBoolean()) {
            member("CFItemType", some());
            member("CFItemTypeURI", link(id(99)));
        }
        if (rarely()) {
            member("CFDocumentURI", link(id(0)));
            member("ours", "{\"deep\":[1,2.50,-0.0,true,null,{}]}");
        }
        if (rarely()) {
            member("extensions", "{\"x\":" + some() + "}");
        }
        json.append('}');
    }

    private void association(int number, int items) {
        start(id(1_000 + number));
        member(
                "associationType",
                rarely() ? "\"is_child_of\"" : random.nextBoolean() ? "\"isChildOf\"" : "\"precedes\"");
        if (!rarely()) {
            member("sequenceNumber", rarely() ? "\"3\"" : rarely() ? "2.5" : "" + random.nextInt(2_000));
        }
        member("originNodeURI", link(id(1 + random.nextInt(items + 2))));
        member("destinationNodeURI", link(id(random.nextInt(items + 2))));
        json.append('}');
    }

    /** The package. */
    String text() {
        json.setLength(0);
        int items = 1 + random.nextInt(12);
        json.append("{\"CFDocument\":");
        start(id(0));
        json.append(",\"title\":\"T\"}");
        json.append(",\"CFItems\":[");
        for (int i = 0; i < items; i++) {
            json.append(i == 0 ? "" : ",");
            item(1 + (rarely() ? random.nextInt(items) : i));
        }
        json.append("],\"CFAssociations\":[");
        int associations = random.nextInt(15);
        for (int i = 0; i < associations; i++) {
            json.append(i == 0 ? "" : ", ");
            if (veryRarely()) {
                json.append(random.nextBoolean() ? "7" : "{}");
            } else {
                association(rarely() ? 0 : i, items);
            }
        }
        json.append(']');
        if (random.nextBoolean()) {
            json.append(",\"CFDefinitions\":")
                    .append(rarely() ? "[]" : "{\"CFConcepts\":[{\"identifier\":\"" + id(7) + "\"}],\"more\":1}");
        }
        if (random.nextBoolean()) {
            json.append(
                    ",\"CFRubrics\":[{\"identifier\":\"" + id(8)
                            + "\",\"CFRubricCriteria\":[{\"weight\":1.50,\"CFRubricCriterionLevels\":[{\"score\":4.0},{\"score\":3}]}]}]");
        }
        if (rarely()) {
            json.append(",\"extensions\":{\"y\":[]}");
        }
        return json.append('}').toString();
    }
}
