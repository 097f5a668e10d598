package org.iltlib.exchange.casenetwork;

import java.util.Map;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;

/** What a publisher says in place of a package. */
final class Statuses {
    private static final int LONGEST = 60;

    private Statuses() {}

    /** The refusal of a text that has these members and no document. */
    static ExchangeException refusal(Map<String, Node> members) {
        if (members.containsKey("imsx_codeMajor")) {
            String minor = find(members.getOrDefault("imsx_codeMinor", new Node.Nothing()));
            return new ExchangeException(
                    "case.status",
                    CaseRule.STATUS_ANSWER + ": the publisher answered with a status in place of a package"
                            + (minor.isEmpty() ? "." : ": " + minor + ".")
                            + " Maybe one must sign in, or ask less often.");
        }
        boolean small = members.size() <= 3 && members.values().stream().noneMatch(node -> node instanceof Node.Items);
        return new ExchangeException(
                "case.notAPackage",
                small && !members.isEmpty()
                        ? CaseRule.STUB + ": there is no CFDocument, only \"" + names(members)
                                + "\". Maybe the file holds a publisher's answer in place of a package."
                        : "There is no CFDocument. Maybe this is not a CASE package.");
    }

    private static String names(Map<String, Node> members) {
        String names = String.join(", ", members.keySet());
        return names.length() <= LONGEST ? names : names.substring(0, LONGEST) + "…";
    }

    /** The first minor code, if it is a short word. */
    private static String find(Node node) {
        if (node instanceof Node.Fields fields) {
            if (fields.find("imsx_codeMinorFieldValue").orElse(node) instanceof Node.Text text) {
                return text.value().matches("[a-z_]{1,40}") ? text.value() : "";
            }
            return fields.find("imsx_codeMinorField").map(Statuses::find).orElse("");
        }
        return node instanceof Node.Items items && !items.values().isEmpty()
                ? find(items.values().get(0))
                : "";
    }
}
