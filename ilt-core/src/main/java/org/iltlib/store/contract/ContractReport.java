package org.iltlib.store.contract;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * How a store fared.
 *
 * @param checked how many sentences of the contract it was held against
 * @param failures those it does not honour, in the order of the contract
 */
public record ContractReport(int checked, List<Failure> failures) {

    /** Checks the number and copies the list. */
    public ContractReport {
        Checks.notNegative(checked, "checked");
        failures = List.copyOf(failures);
    }

    /** Whether every sentence is honoured. */
    public boolean holds() {
        return failures.isEmpty();
    }

    /**
     * A sentence that is not honoured.
     *
     * @param check the sentence
     * @param error what was expected and found, with its cause
     */
    public record Failure(StoreCheck check, AssertionError error) {
        /** Section, sentence, and what was found. */
        @Override
        public String toString() {
            return check.section() + ": " + error.getMessage();
        }
    }

    /** One line that sums up, and one for each failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                holds()
                        ? "The store honours all " + checked + " sentences."
                        : "The store does not honour " + failures.size() + " of " + checked + " sentences.");
        failures.forEach(failure -> text.append('\n').append(failure));
        return text.toString();
    }
}
