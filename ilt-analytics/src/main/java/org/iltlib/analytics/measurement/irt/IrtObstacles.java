package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** What stands in the way of a fit, seen from the counts of responses alone. */
record IrtObstacles(IrtOptions options, Map<String, Responses> groups, Map<IrtPlan.Key, long[]> totals) {
    /** Why there can be no fit. */
    Optional<Measured<IrtFit>> refusal() {
        long students = groups.values().stream().mapToLong(Responses::students).sum();
        if (students < IrtModel.FEWEST_STUDENTS) {
            return missing(
                    MissingReason.TOO_FEW,
                    students + " students; at least " + IrtModel.FEWEST_STUDENTS + " are needed");
        }
        boolean slopes = totals.keySet().stream()
                .anyMatch(key -> options.modelOf(key.item()).hasOwnSlope());
        int fewest = slopes ? 3 : 2;
        for (Map.Entry<String, Responses> group : groups.entrySet()) {
            if (group.getValue().itemNames().size() < fewest) {
                return missing(
                        MissingReason.TOO_FEW,
                        group.getValue().itemNames().size() + " items; at least " + fewest + " are needed");
            }
        }
        for (Map.Entry<IrtPlan.Key, long[]> entry : totals.entrySet()) {
            Optional<String> trouble = trouble(entry.getValue());
            if (trouble.isPresent()) {
                return missing(MissingReason.UNDEFINED, "item " + entry.getKey() + ": " + trouble.get());
            }
        }
        return unlinked()
                .flatMap(group -> missing(
                        MissingReason.UNDEFINED,
                        "group " + group + " shares no item with "
                                + groups.keySet().iterator().next() + ", directly or through others"));
    }

    private static Optional<String> trouble(long[] counts) {
        long all = 0;
        int used = 0;
        int unused = -1;
        for (int k = counts.length - 1; k >= 0; k--) {
            all += counts[k];
            used += counts[k] > 0 ? 1 : 0;
            unused = counts[k] > 0 ? unused : k;
        }
        if (all == 0) {
            return Optional.of("nobody has a response");
        } else if (used == 1) {
            return Optional.of("everybody got " + (counts.length - 1) + " points");
        }
        return unused < 0
                ? Optional.empty()
                : Optional.of("nobody got " + unused + " of " + (counts.length - 1)
                        + " points; maybe join it with its neighbour");
    }

    private Optional<String> unlinked() {
        Set<String> reached =
                new LinkedHashSet<>(List.of(groups.keySet().iterator().next()));
        Set<String> items = new LinkedHashSet<>();
        for (int round = 0; round < groups.size(); round++) {
            groups.forEach((group, responses) -> {
                List<String> answered = answered(responses);
                if (reached.contains(group) || answered.stream().anyMatch(items::contains)) {
                    reached.add(group);
                    items.addAll(answered);
                }
            });
        }
        return groups.keySet().stream()
                .filter(group -> !reached.contains(group))
                .findFirst();
    }

    private List<String> answered(Responses responses) {
        List<String> answered = new ArrayList<>();
        for (int item = 0; item < responses.itemNames().size(); item++) {
            if (!options.freeItems().contains(responses.itemNames().get(item))
                    && (responses.largest(item) > 0 || responses.count(item, 0) > 0)) {
                answered.add(responses.itemNames().get(item));
            }
        }
        return answered;
    }

    private static Optional<Measured<IrtFit>> missing(MissingReason reason, String detail) {
        return Optional.of(Measured.missing(reason, detail));
    }
}
