package org.iltlib.exchange.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import met: an account of each file and every fault. The same package gives the same report.
 *
 * @param version the version of OneRoster that the package states
 * @param accounts one for each file present, in the order of {@link OneRosterFile}
 * @param diagnostics every fault, in order of file and record
 */
public record RosterReport(String version, List<FileAccount> accounts, List<Diagnostic> diagnostics) {
    private static final int SHOWN = 3;

    /** Copies the lists. */
    public RosterReport {
        accounts = List.copyOf(accounts);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The faults that refuse something. */
    public List<Diagnostic> listErrors() {
        return diagnostics.stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }

    /** The account of that file, if it was present. */
    public Optional<FileAccount> findAccount(OneRosterFile file) {
        return accounts.stream().filter(account -> account.file() == file).findFirst();
    }

    /** The report in words: the accounts, then at most three faults of a kind for each file. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("OneRoster " + version + "\n");
        for (FileAccount one : accounts) {
            text.append(one.file().fileName())
                    .append(": " + one.read() + " rows, " + one.accepted() + " accepted, " + one.repaired()
                            + " repaired, " + one.refused() + " refused\n");
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Diagnostic one : diagnostics) {
            if (counts.merge(one.code() + " in " + one.file(), 1, Integer::sum) <= SHOWN) {
                text.append(one).append('\n');
            }
        }
        counts.forEach((kind, count) -> {
            if (count > SHOWN) {
                text.append("and ")
                        .append(count - SHOWN)
                        .append(" more of ")
                        .append(kind)
                        .append('\n');
            }
        });
        return text.toString();
    }
}
