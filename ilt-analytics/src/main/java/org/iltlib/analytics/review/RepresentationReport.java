package org.iltlib.analytics.review;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.curriculum.scorecard.IdentityTally;

/**
 * Whom students meet, group by group.
 *
 * @param tally who is met
 * @param groups each group, in alphabetical order
 * @param least below how many tallied numbers are small
 */
public record RepresentationReport(IdentityTally tally, List<GroupRepresentation> groups, int least) {
    /** Copies. */
    public RepresentationReport {
        groups = List.copyOf(groups);
        Checks.positive(least, "least");
    }

    /**
     * That group.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public GroupRepresentation getGroup(String group) {
        return groups.stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no group \"%s\". Expected one of %s."
                        .formatted(
                                group,
                                groups.stream().map(GroupRepresentation::group).toList())));
    }

    /** Whether so few were tallied that one more or less changes much. */
    public boolean isSmall() {
        return tally.known() < least;
    }

    /** The groups met less often than their share of students, so that the whole interval says so. */
    public List<GroupRepresentation> listRare() {
        return groups.stream()
                .filter(one ->
                        one.ratio().value().filter(ratio -> ratio.upper() < 1).isPresent())
                .toList();
    }

    /** The report in words; first how many were tallied, and whether that is few. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "%s %s were tallied%s; of %s more the group is not told.",
                tally.known(), tally.counted(), isSmall() ? ", a small number" : "", tally.unknown());
        for (GroupRepresentation one : groups) {
            whole = whole.because(one.ratio()
                    .value()
                    .map(ratio -> Explanation.of(
                            "%s: %s met, %.2f times as often as among students (%.2f to %.2f, n = %s).",
                            one.group(), one.met(), ratio.value(), ratio.lower(), ratio.upper(), ratio.n()))
                    .orElse(Explanation.of("%s: %s met; %s.", one.group(), one.met(), one.ratio())));
        }
        return whole;
    }
}
