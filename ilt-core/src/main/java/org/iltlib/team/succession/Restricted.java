package org.iltlib.team.succession;

import java.time.LocalDate;
import org.iltlib.base.EntryId;
import org.iltlib.team.Office;

/**
 * An entry that only the holder of an office may read, so that what one principal knew does not leave with them, and is
 * not seen by all meanwhile.
 *
 * @param entry the entry
 * @param office the office
 * @param since the first day of the restriction
 */
public record Restricted(EntryId entry, Office office, LocalDate since) {}
