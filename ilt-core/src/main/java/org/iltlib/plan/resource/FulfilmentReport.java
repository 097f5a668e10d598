package org.iltlib.plan.resource;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * Whether teachers get what they ask for, how soon, and whether it is in hand on the day from which it is needed.
 *
 * @param cases the requests up to the day, in the order given
 * @param day the day
 */
public record FulfilmentReport(List<Case> cases, LocalDate day) {
    /** Copies the list. */
    public FulfilmentReport {
        cases = List.copyOf(cases);
    }

    /**
     * A request and the day on which it was fulfilled.
     *
     * @param request the request
     * @param fulfilledOn the earliest day from which on it was in hand
     */
    public record Case(SupportRequest request, Optional<LocalDate> fulfilledOn) {
        private boolean inHand(LocalDate needed) {
            return fulfilledOn.filter(on -> !on.isAfter(needed)).isPresent();
        }
    }

    /**
     * The report as of that day; what is later is left out.
     *
     * @throws IllegalArgumentException if a fulfilment is of a request that is not there
     */
    public static FulfilmentReport of(
            Collection<SupportRequest> requests, Collection<SupportFulfilment> fulfilments, LocalDate day) {
        List<EntryId> ids = requests.stream().map(SupportRequest::id).toList();
        Checks.distinct(ids, "requests");
        Map<EntryId, LocalDate> days = new HashMap<>();
        for (SupportFulfilment one : fulfilments) {
            Checks.require(
                    ids.contains(one.request()),
                    "Fulfilment %s is of request \"%s\", which is not among them.",
                    one.id(),
                    one.request());
            if (!one.on().isAfter(day)) {
                days.merge(one.request(), one.on(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return new FulfilmentReport(
                requests.stream()
                        .filter(request -> !request.askedOn().isAfter(day))
                        .map(request -> new Case(request, Optional.ofNullable(days.get(request.id()))))
                        .toList(),
                day);
    }

    /** The report of some of the requests: of one school, or of teachers in their first three years. */
    public FulfilmentReport only(Predicate<SupportRequest> which) {
        return new FulfilmentReport(
                cases.stream().filter(one -> which.test(one.request())).toList(), day);
    }

    /** The share that is fulfilled; missing without requests. */
    public Measured<Fraction> rate() {
        return share(cases.stream().filter(one -> one.fulfilledOn().isPresent()).count(), cases.size());
    }

    /** Of those needed by a day that has come, the share in hand on that day; missing if there are none. */
    public Measured<Fraction> inHandInTime() {
        List<Case> due = cases.stream()
                .filter(one ->
                        one.request().neededBy().filter(on -> !on.isAfter(day)).isPresent())
                .toList();
        long inHand = due.stream()
                .filter(one -> one.request().neededBy().filter(one::inHand).isPresent())
                .count();
        return share(inHand, due.size());
    }

    private static Measured<Fraction> share(long part, long whole) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no such request")
                : Measured.of(Fraction.of(part, whole));
    }

    /** The median days from asking to having, of those fulfilled; what was there before took none. Missing if none is. */
    public Measured<Rational> medianDays() {
        List<Long> days = cases.stream()
                .flatMap(one -> one.fulfilledOn().stream()
                        .map(on -> Math.max(
                                0, ChronoUnit.DAYS.between(one.request().askedOn(), on))))
                .sorted()
                .toList();
        int n = days.size();
        return n == 0
                ? Measured.missing(MissingReason.TOO_FEW, "none is fulfilled")
                : Measured.of(Rational.of(days.get((n - 1) / 2) + days.get(n / 2), 2));
    }

    /** The requests that are not fulfilled, in the order given. */
    public List<SupportRequest> listOpen() {
        return cases.stream()
                .filter(one -> one.fulfilledOn().isEmpty())
                .map(Case::request)
                .toList();
    }

    /** The report in a few lines. */
    public Explanation explanation() {
        return Explanation.of("Fulfilled of %d requests on %s: %s.", cases.size(), day, rate())
                .because("Median days from asking to having: %s.", medianDays())
                .because("In hand on the day from which it was needed: %s.", inHandInTime());
    }
}
