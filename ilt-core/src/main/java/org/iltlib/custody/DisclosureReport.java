package org.iltlib.custody;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.store.RecordStore;

/**
 * Who received a student's data or asked for them, for the parent or eligible student who may see it: 34 CFR 99.32(c).
 * Holds ids only; the application says to whom it belongs. What school officials read is not in it (34 CFR 99.32(d));
 * requests that were refused are.
 *
 * @param concerning whom or what it is about
 * @param disclosures the disclosures and requests by parties outside, earliest first
 * @param refused the requests through {@link Custody} that were refused, earliest first
 */
public record DisclosureReport(List<Holding> concerning, List<Disclosure> disclosures, List<Access> refused) {

    /** Checks that it is about something, and copies the lists. */
    public DisclosureReport {
        concerning = List.copyOf(Checks.notEmpty(concerning, "concerning"));
        disclosures = List.copyOf(disclosures);
        refused = List.copyOf(refused);
    }

    /**
     * The report about these, from all records of the tenant. About a student, name the person and every dataset that
     * holds rows of theirs: which those are, only the rows tell. O(entries of the tenant).
     */
    public static DisclosureReport of(RecordStore view, List<Holding> concerning) {
        Standing standing = Standing.of(view, Disclosure.KIND, Access.KIND);
        List<Disclosure> disclosures = standing.list(Disclosure.KIND).stream()
                .filter(disclosure -> concerning.stream().anyMatch(disclosure::concerns))
                .sorted(Comparator.comparing(Disclosure::at))
                .toList();
        List<Access> refused = standing.list(Access.KIND).stream()
                .filter(access -> !access.isGranted())
                .filter(access -> concerning.contains(access.holding())
                        || access.holding().equals(Holding.ofTenant()))
                .sorted(Comparator.comparing(Access::at))
                .toList();
        return new DisclosureReport(concerning, disclosures, refused);
    }

    /** The report in words that a parent can read, one step for each disclosure or request, earliest first. */
    public Explanation explain(ZoneId zone) {
        record Line(Instant at, Explanation text) {}
        List<Line> lines = new ArrayList<>();
        disclosures.forEach(one -> lines.add(new Line(one.at(), explain(one, zone))));
        refused.forEach(one -> lines.add(new Line(one.at(), explain(one, zone))));
        lines.sort(Comparator.comparing(Line::at));
        Explanation report = Explanation.of(
                lines.isEmpty()
                        ? "Nobody outside the school has received these data or asked for them."
                        : "Who received these data or asked for them:");
        for (Line line : lines) {
            report = report.because(line.text());
        }
        return report;
    }

    private static Explanation explain(Disclosure one, ZoneId zone) {
        String day = day(one.at(), zone);
        Explanation text = Explanation.of(
                one.requestOnly()
                        ? "On " + day + ", " + one.party() + " asked for these data and did not receive them."
                        : "On " + day + ", " + one.party() + " received: " + String.join(", ", one.fields()) + ".");
        text = text.because(Explanation.of("What for: " + one.purpose() + "."))
                .because(Explanation.of("Why they need it: " + one.interest() + "."))
                .because(Explanation.of("What allows it: " + one.basis() + "."));
        if (one.onwardFrom().isPresent()) {
            text = text.because(Explanation.of("It was passed on from an earlier disclosure."));
        }
        return one.requestOnly()
                ? text
                : text.because(Explanation.of(
                        one.redisclosureTo().isEmpty()
                                ? "They may not pass it on."
                                : "They may pass it on to: " + String.join(", ", one.redisclosureTo()) + "."));
    }

    private static Explanation explain(Access one, ZoneId zone) {
        return Explanation.of(
                        "On " + day(one.at(), zone) + ", " + one.by() + " (" + one.role() + ") asked and was refused.")
                .because(Explanation.of("Why they said they need it: " + one.interest() + "."))
                .because(Explanation.of(one.refusal().map(Refusal::sentence).orElse("")));
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
