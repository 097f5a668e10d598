package org.iltlib.exchange.casenetwork;

import java.util.List;
import org.iltlib.form.Node;

/**
 * A package that was read, what was set aside, and the report.
 *
 * @param content the package, brought to the form of the standard
 * @param quarantined items and associations that could not be part of it: without an identifier, or with one that is
 *     taken
 * @param report what became of every value
 */
public record CaseImport(CasePackage content, List<Quarantined> quarantined, CaseImportReport report) {

    /**
     * Something set aside.
     *
     * @param pointer where it stood, as a JSON pointer
     * @param rule why
     * @param value what it was, its members in the form of the standard
     */
    public record Quarantined(String pointer, CaseRule rule, Node value) {}
}
