package org.iltlib.analytics.equity.warning;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.policy.IndicatorPack;
import org.iltlib.finding.policy.WarningTier;

/**
 * A pack of warning signs with how well it did on past students of one's own. Only such a pack flags anybody; there is no
 * other way to one than {@link EarlyWarning#evaluate}. Immutable, thread-safe.
 */
public final class EvaluatedPack {
    private final IndicatorPack pack;
    private final SuppressionPolicy policy;
    private final List<Read> read;
    private final long all;
    private final List<Measured<Estimate>> shareByFlags;

    record Read(PastStudent past, int flags) {
        boolean happened() {
            return past.outcome().happened();
        }
    }

    EvaluatedPack(IndicatorPack pack, SuppressionPolicy policy, List<Read> read, long all) {
        this.pack = pack;
        this.policy = policy;
        this.read = List.copyOf(read);
        this.all = all;
        this.shareByFlags = shares();
    }

    /** The pack. */
    public IndicatorPack pack() {
        return pack;
    }

    /** The share of past students of whom every sign could be told. */
    public Measured<Estimate> coverage() {
        return WilsonInterval.withDefaults().of(read.size(), all);
    }

    /**
     * The counts, an alarm being so many flags or more. They are for adding up, not for showing.
     *
     * @throws IllegalArgumentException if there are not so many signs
     */
    public AlarmCounts counts(int flags) {
        return count(read, checked(flags));
    }

    /** How often an alarm of so many flags or more was right. */
    public AlarmRates rates(int flags) {
        AlarmCounts counts = counts(flags);
        return rates(counts, (kind, value) -> value);
    }

    /**
     * The same by group. For each rate the groups whose rate rests on too few students are withheld, and those that would
     * give them away.
     *
     * @param by the grouping; students without a label in it are left out
     */
    public SortedMap<String, AlarmRates> ratesBy(String by, int flags) {
        checked(flags);
        SortedMap<String, AlarmCounts> counts = new TreeMap<>();
        for (Read one : read) {
            Optional.ofNullable(one.past().then().groups().get(by))
                    .ifPresent(group -> counts.merge(group, count(List.of(one), flags), AlarmCounts::plus));
        }
        Map<Rate, SmallGroups.Shown> shown = new TreeMap<>();
        for (Rate rate : Rate.values()) {
            Map<String, Long> sizes = new TreeMap<>();
            counts.forEach((group, count) -> sizes.put(group, rate.of.applyAsLong(count)));
            shown.put(rate, SmallGroups.of(policy).among(sizes));
        }
        SortedMap<String, AlarmRates> rates = new TreeMap<>();
        counts.forEach((group, count) -> rates.put(group, rates(count, (rate, value) -> {
            SmallGroups.Shown which = shown.get(rate);
            return which == null ? value : which.show(group, () -> value);
        })));
        return rates;
    }

    /**
     * How much further apart groups are in a rate than they should be: the largest − the smallest among those shown; missing
     * if fewer than two are.
     */
    public static Measured<Double> spread(
            SortedMap<String, AlarmRates> rates, Function<AlarmRates, Measured<Estimate>> rate) {
        double[] values = rates.values().stream()
                .flatMap(one -> rate.apply(one).value().stream())
                .mapToDouble(Estimate::value)
                .sorted()
                .toArray();
        return values.length < 2
                ? Measured.missing(MissingReason.TOO_FEW, "fewer than two groups are shown")
                : Measured.of(values[values.length - 1] - values[0]);
    }

    /** How well the number of flags tells those to whom it happened from the others. */
    public Measured<Estimate> area() {
        return AreaUnderCurve.of(scores(true), scores(false));
    }

    /** The same within each group of a grouping; groups with few on either side are withheld. */
    public SortedMap<String, Measured<Estimate>> areaBy(String by) {
        SortedMap<String, List<Read>> groups = new TreeMap<>();
        for (Read one : read) {
            Optional.ofNullable(one.past().then().groups().get(by))
                    .ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                            .add(one));
        }
        SortedMap<String, Measured<Estimate>> areas = new TreeMap<>();
        groups.forEach((group, members) -> {
            EvaluatedPack part = new EvaluatedPack(pack, policy, members, members.size());
            AlarmCounts counts = count(members, 1);
            areas.put(
                    group,
                    policy.hides(counts.events()) || policy.hides(counts.spared())
                            ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                            : part.area());
        });
        return areas;
    }

    /** For each number of flags, from none to all: to what share of past students with so many it happened. */
    public List<Measured<Estimate>> shareByFlags() {
        return shareByFlags;
    }

    private List<Measured<Estimate>> shares() {
        Map<String, Long> sizes = new TreeMap<>();
        for (int flags = 0; flags <= pack.indicators().size(); flags++) {
            sizes.put(Integer.toString(flags), with(flags, false));
        }
        SmallGroups.Shown shown = SmallGroups.of(policy).among(sizes);
        List<Measured<Estimate>> shares = new ArrayList<>();
        for (int flags = 0; flags <= pack.indicators().size(); flags++) {
            int exactly = flags;
            shares.add(shown.show(
                    Integer.toString(flags),
                    () -> WilsonInterval.withDefaults().of(with(exactly, true), with(exactly, false))));
        }
        return List.copyOf(shares);
    }

    /**
     * Whether the shares by number of flags held for later students: each is given (events + ½) ÷ (students + 1) of its number
     * of flags as a prediction. Students with a sign that cannot be told are left out.
     */
    public Measured<Calibration.Result> holdsFor(Collection<PastStudent> later) {
        List<PastStudent> told = later.stream()
                .filter(past -> Flags.of(pack, past.then()).open().isEmpty())
                .toList();
        double[] predicted = new double[told.size()];
        boolean[] happened = new boolean[told.size()];
        for (int i = 0; i < predicted.length; i++) {
            int flags = Flags.of(pack, told.get(i).then()).raised().size();
            predicted[i] = (with(flags, true) + 0.5) / (with(flags, false) + 1.0);
            happened[i] = told.get(i).outcome().happened();
        }
        return Calibration.of(policy).of(predicted, happened);
    }

    /** How many days before it happened the hits were flagged: the median, where the days are known; withheld if they are few. */
    public Measured<Double> leadDays(int flags) {
        checked(flags);
        double[] days = read.stream()
                .filter(one -> one.happened() && one.flags() >= flags)
                .flatMap(one -> one.past().outcome().on().stream()
                        .map(day -> (double) ChronoUnit.DAYS.between(one.past().readOn(), day)))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (days.length == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no hit has a day");
        } else if (policy.hides(days.length)) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name());
        }
        return Measured.of((days[(days.length - 1) / 2] + days[days.length / 2]) / 2);
    }

    /** What the pack says of a student. */
    public Warning warn(StudentReadings student) {
        Flags flags = Flags.of(pack, student);
        int raised = flags.raised().size();
        Optional<String> tier = pack.tiers().stream()
                .filter(step -> raised >= step.fromFlags())
                .reduce((before, after) -> after)
                .map(WarningTier::name);
        return Warning.builder()
                .student(student.student())
                .raised(flags.raised())
                .open(flags.open())
                .tier(tier)
                .pastShare(
                        flags.open().isEmpty()
                                ? shareByFlags.get(raised)
                                : Measured.missing(MissingReason.NOT_LOADED, "some signs cannot be told"))
                .build();
    }

    private enum Rate {
        SENSITIVITY(AlarmCounts::events),
        SPECIFICITY(AlarmCounts::spared),
        RIGHT_ALARMS(AlarmCounts::flagged),
        RIGHT_SILENCE(counts -> counts.misses() + counts.quiet());

        private final ToLongFunction<AlarmCounts> of;

        Rate(ToLongFunction<AlarmCounts> of) {
            this.of = of;
        }
    }

    private interface Showing {
        Measured<Estimate> show(Rate rate, Measured<Estimate> value);
    }

    private AlarmRates rates(AlarmCounts counts, Showing showing) {
        return AlarmRates.builder()
                .sensitivity(showing.show(Rate.SENSITIVITY, share(counts.hits(), counts.events())))
                .specificity(showing.show(Rate.SPECIFICITY, share(counts.quiet(), counts.spared())))
                .rightAlarms(showing.show(Rate.RIGHT_ALARMS, share(counts.hits(), counts.flagged())))
                .rightSilence(showing.show(Rate.RIGHT_SILENCE, share(counts.quiet(), counts.quiet() + counts.misses())))
                .build();
    }

    private Measured<Estimate> share(long part, long whole) {
        return policy.hides(whole)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                : WilsonInterval.withDefaults().of(part, whole);
    }

    private static AlarmCounts count(List<Read> students, int flags) {
        long[] counts = new long[4];
        for (Read one : students) {
            boolean flagged = one.flags() >= flags;
            counts[one.happened() ? (flagged ? 0 : 1) : (flagged ? 2 : 3)]++;
        }
        return AlarmCounts.of(counts[0], counts[1], counts[2], counts[3]);
    }

    private long with(int flags, boolean eventsOnly) {
        return read.stream()
                .filter(one -> one.flags() == flags && (!eventsOnly || one.happened()))
                .count();
    }

    private double[] scores(boolean happened) {
        return read.stream()
                .filter(one -> one.happened() == happened)
                .mapToDouble(Read::flags)
                .toArray();
    }

    private int checked(int flags) {
        Checks.require(
                flags >= 1 && flags <= pack.indicators().size(),
                "flags is %s. Expected 1 to %s, the signs of the pack.",
                flags,
                pack.indicators().size());
        return flags;
    }
}
