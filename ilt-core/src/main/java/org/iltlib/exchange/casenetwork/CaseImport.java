package org.iltlib.exchange.casenetwork;

import java.util.List;
import org.iltlib.form.Node;

/**
 * A package that was read, what was set aside, and the report.
 *
 * @param content the package, brought to the form of the standard
 * @param quarantined items and associations that could not be part of it: without an identifier, or with one that is
 *     taken
 * @param report every change
 */
public record CaseImport(CasePackage content, List<Node> quarantined, CaseImportReport report) {
    /** Copies the list. */
    public CaseImport {
        quarantined = List.copyOf(quarantined);
    }
}
