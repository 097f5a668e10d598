package org.iltlib.exchange.oneroster;

import java.util.Optional;

/**
 * A roster that was read, with its report.
 *
 * @param roster what may be applied; empty if the strict profile met an error
 * @param report the account of every row
 */
public record RosterImport(Optional<Roster> roster, RosterReport report) {}
