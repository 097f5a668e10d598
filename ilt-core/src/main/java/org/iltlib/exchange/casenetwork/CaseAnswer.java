package org.iltlib.exchange.casenetwork;

import java.util.List;
import org.iltlib.form.Node;

/**
 * Objects that were read outside a package.
 *
 * @param objects their members, in the form of the standard; wrap them as {@code new CaseItem(...)} and so on
 * @param others the members beside a list of objects, such as a count, as they were
 * @param report what became of every value
 */
public record CaseAnswer(List<Node.Fields> objects, Node.Fields others, CaseImportReport report) {
    /** Copies the list. */
    public CaseAnswer {
        objects = List.copyOf(objects);
    }
}
