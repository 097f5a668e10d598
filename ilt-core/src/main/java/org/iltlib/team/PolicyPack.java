package org.iltlib.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A named, dated and cited set of rules. Laws change: a pack says from when it is in force and when its source was last
 * read, and the next version is another pack. Immutable.
 */
@Value.Immutable
public abstract class PolicyPack {
    /** The written form. */
    public static final Form<PolicyPack> FORM = Form.<PolicyPack, Builder>built(PolicyPack::builder, Builder::build)
            .field("name", Forms.TEXT, PolicyPack::name, Builder::name)
            .field("source", Forms.TEXT, PolicyPack::source, Builder::source)
            .field("effectiveFrom", Forms.DATE, PolicyPack::effectiveFrom, Builder::effectiveFrom)
            .field("checkedOn", Forms.DATE, PolicyPack::checkedOn, Builder::checkedOn)
            .list("rules", CompositionRule.FORM, PolicyPack::rules, Builder::addAllRules);

    PolicyPack() {}

    /** What it is called. */
    public abstract String name();

    /** Where it is written: the law, regulation, contract or guide. */
    public abstract String source();

    /** The first day on which it is taken to be in force. */
    public abstract LocalDate effectiveFrom();

    /** The day on which the source was last read. */
    public abstract LocalDate checkedOn();

    /** The rules, in the order in which they are reported; each once. */
    public abstract List<CompositionRule> rules();

    /** Checks texts and rules. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(source(), "source");
        Checks.distinct(Checks.notEmpty(rules(), "rules"), "rules");
    }

    /** As {@link #check(Team, SchoolFacts, LocalDate)} as of the day from which the team stands so. */
    public CompositionReport check(Team team, SchoolFacts facts) {
        return check(team, facts, team.formed());
    }

    /**
     * Holds a team against the rules, as of a day: whose term ended before it no longer has one.
     *
     * <p>The repair is the smallest for all rules together, found by iterative deepening: seats are added, changed or
     * given up one at a time as the rules that fail suggest, and a branch ends when even the rule furthest from holding
     * cannot be met with the changes left. Among repairs of the same size, giving a duty to a member comes before
     * adding a seat, before filling a seat with another, before giving one up; and duties go to teachers without an
     * office first, then to other members without one, then to teachers who have one, then to
     * the rest, such as the principal; in the order of seats. The search ends without a result after
     * 200,000 steps or 40 changes. A large team that is far from the rules reaches that, such as one that has to replace
     * most of its members; a repair may then exist all the same, and the report says so.
     *
     * @param day the day as of which terms are read
     */
    public CompositionReport check(Team team, SchoolFacts facts, LocalDate day) {
        List<Seat> seats =
                team.seats().stream().filter(seat -> !seat.isVacant()).toList();
        List<RuleFinding> findings = rules().stream()
                .map(rule -> Rules.judge(rule, seats, facts, day).finding())
                .toList();
        return new CompositionReport(this, findings, new RepairSearch(rules(), facts, day).smallest(seats));
    }

    /** As {@link #check} for many teams, each with the facts of its school, in the order given. */
    public CompositionSurvey checkAll(Collection<Team> teams, Function<Team, SchoolFacts> facts) {
        return CompositionSurvey.of(teams, team -> this, facts);
    }

    /**
     * Both packs as one: the rules of this and then those of the other, each once; in force once both are, and last read
     * when the older reading was.
     */
    public PolicyPack and(PolicyPack other) {
        Set<CompositionRule> both = new LinkedHashSet<>(rules());
        both.addAll(other.rules());
        return builder()
                .name(name() + ", and " + other.name())
                .source(source() + "; " + other.source())
                .effectiveFrom(effectiveFrom().isAfter(other.effectiveFrom()) ? effectiveFrom() : other.effectiveFrom())
                .checkedOn(checkedOn().isBefore(other.checkedOn()) ? checkedOn() : other.checkedOn())
                .rules(both)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a pack; all must be set. */
    public static final class Builder extends ImmutablePolicyPack.Builder {
        Builder() {}
    }
}
