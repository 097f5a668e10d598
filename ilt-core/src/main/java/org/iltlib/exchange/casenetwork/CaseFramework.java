package org.iltlib.exchange.casenetwork;

import java.util.List;
import org.iltlib.curriculum.StandardsFramework;

/**
 * The framework that a package holds, and what of the package it cannot hold.
 *
 * @param framework the framework
 * @param remarks each association that was left out and why, and each grade that is not understood with how many items have
 *     it; in order, the first hundred of each
 */
public record CaseFramework(StandardsFramework framework, List<String> remarks) {
    /** Copies the list. */
    public CaseFramework {
        remarks = List.copyOf(remarks);
    }
}
