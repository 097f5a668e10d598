package org.iltlib.analytics.deciding;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * What procedures made of the same simulated teams. Intervals are at 95 % and tell how exactly the assumptions' consequence
 * is known from that many teams, not how well the assumptions fit any school. Immutable.
 */
public final class ExperimentResult {
    private final List<String> procedures;
    private final List<String> roles;
    private final List<List<Walk.Trial>> trials;

    ExperimentResult(List<String> procedures, List<String> roles, List<List<Walk.Trial>> trials) {
        this.procedures = List.copyOf(procedures);
        this.roles = List.copyOf(roles);
        this.trials = List.copyOf(trials);
    }

    /** The names of the procedures, in order. */
    public List<String> procedures() {
        return procedures;
    }

    /** The names of the roles, in order. */
    public List<String> roles() {
        return roles;
    }

    /** The number of teams. */
    public int teams() {
        return trials.size();
    }

    /**
     * The mean over teams: a share with Wilson's interval where the measure is yes or no, otherwise a mean with Student's.
     * Missing if fewer than two teams have a value.
     */
    public Measured<Estimate> estimate(String procedure, Measure measure) {
        int p = place(procedures, procedure, "procedure");
        if (measure.isYesOrNo()) {
            long yes =
                    trials.stream().filter(team -> value(team, p, measure) > 0).count();
            return WilsonInterval.withDefaults().of(yes, trials.size());
        }
        return mean(measure.unit(), team -> value(team, p, measure));
    }

    /**
     * How much higher a measure is under one procedure than under another, team by team, with Student's interval of the
     * paired differences.
     */
    public Measured<Estimate> difference(String procedure, String other, Measure measure) {
        int p = place(procedures, procedure, "procedure");
        int q = place(procedures, other, "procedure");
        return mean(measure.unit(), team -> value(team, p, measure) - value(team, q, measure));
    }

    /** The mean satisfaction of the members of a role, from 0 to 1, with Student's interval over teams. */
    public Measured<Estimate> satisfaction(String procedure, String role) {
        int p = place(procedures, procedure, "procedure");
        int r = place(roles, role, "role");
        return mean(Measure.SATISFACTION.unit(), team -> team.get(p).byRole().get(r));
    }

    /**
     * Every estimate as a line of comma-separated text below a head: procedure, measure, compared with, value, lower,
     * upper, level, n, unit, method. Absolute values first; then satisfaction by role; then paired differences from the
     * first procedure. Estimates that are missing have no line. The same in every locale.
     */
    public String toCsv() {
        StringBuilder csv =
                new StringBuilder("procedure,measure,compared with,value,lower,upper,level,n,unit,method\n");
        for (String procedure : procedures) {
            for (Measure measure : Measure.values()) {
                line(csv, procedure, measure.toString(), "", estimate(procedure, measure));
            }
        }
        for (String procedure : procedures) {
            for (String role : roles) {
                line(csv, procedure, "satisfaction of role " + role, "", satisfaction(procedure, role));
            }
        }
        String first = procedures.get(0);
        for (String procedure : procedures.subList(1, procedures.size())) {
            for (Measure measure : Measure.values()) {
                line(csv, procedure, measure.toString(), first, difference(procedure, first, measure));
            }
        }
        return csv.toString();
    }

    private static void line(
            StringBuilder csv, String procedure, String measure, String other, Measured<Estimate> reading) {
        reading.value()
                .ifPresent(e -> csv.append(quoted(procedure))
                        .append(',')
                        .append(quoted(measure))
                        .append(',')
                        .append(quoted(other))
                        .append("," + e.value() + "," + e.lower() + "," + e.upper() + "," + e.level() + "," + e.n()
                                + ",")
                        .append(quoted(e.unit()))
                        .append(',')
                        .append(quoted(e.method()))
                        .append('\n'));
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private Measured<Estimate> mean(String unit, ToDoubleFunction<List<Walk.Trial>> of) {
        Moments moments = Moments.EMPTY;
        for (List<Walk.Trial> team : trials) {
            double number = of.applyAsDouble(team);
            moments = Double.isNaN(number) ? moments : moments.with(number);
        }
        return MeanInterval.withDefaults().withUnit(unit).of(moments);
    }

    private static double value(List<Walk.Trial> team, int procedure, Measure measure) {
        return team.get(procedure).values().getOrDefault(measure, Double.NaN);
    }

    private static int place(List<String> names, String name, String what) {
        int place = names.indexOf(name);
        Checks.require(place >= 0, "There is no %s %s in this experiment. Known: %s.", what, name, names);
        return place;
    }
}
