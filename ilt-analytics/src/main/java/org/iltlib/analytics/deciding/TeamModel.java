package org.iltlib.analytics.deciding;

import java.util.List;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.immutables.value.Value;

/**
 * What is assumed of simulated teams and of how they talk. Every number here is an assumption chosen to be simple, not a
 * measurement; change one at a time and look again. Immutable.
 *
 * <p><b>The matter.</b> A proposal is better or worse than the status quo by a gain, normal around 0 with standard
 * deviation {@link #gain()}. A member may see a flaw in the text that costs this member {@link #harm()} (between half and
 * one and a half times as much) until it is mended. Adopting the text is right if the gain, less the mean of the harm that
 * is left, is more than zero. Everything is in one unit, in which a member's own error is 1 by default.
 *
 * <p><b>What members see.</b> The gain with an error: part of its variance, {@link #sharedError()}, is common to all.
 *
 * <p><b>How they talk.</b> At a sitting each member present speaks with the chance of the role, less in the first
 * {@link #newcomerYears()}; or each is asked in turn and speaks with {@link #askedVoice()} at least. A concern that is
 * told is heard; whoever showed it on the ballot before is asked for it. A concern that is heard is mended with the chance
 * {@link #mendable()}, at a cost to all of {@link #dilution()}. All present move towards the mean of what was said by
 * {@link #persuasion()}.
 *
 * <p><b>How they vote.</b> By what they see, less their own harm. On an open ballot they show a value shifted towards
 * that of who leads, by {@link #pressure()} times (1 − voice). A member dares to block or to object with the chance of
 * speaking. {@link BallotLanguage} says which ballot shows which value.
 *
 * <p><b>How they feel.</b> Satisfaction is the logistic function of the gain that the member sees in the decision
 * (its loss if it went the other way), plus {@link #fairness()} for a concern heard, minus as much for one never heard.
 */
@Value.Immutable
public abstract class TeamModel {
    private static final int MOST_MEMBERS = 1_000;

    TeamModel() {}

    /** The roles; a principal who leads, a coach, six teachers and two parents unless said otherwise. */
    @Value.Default
    public List<SimulatedRole> roles() {
        return List.of(
                SimulatedRole.builder()
                        .name("principal")
                        .group(StakeholderGroup.ADMINISTRATOR)
                        .addOffices(Office.PRINCIPAL)
                        .voice(0.9)
                        .leads(true)
                        .build(),
                SimulatedRole.of("coach", StakeholderGroup.COACH, 1, 0.7),
                SimulatedRole.of("teacher", StakeholderGroup.TEACHER, 6, 0.5),
                SimulatedRole.of("parent", StakeholderGroup.PARENT, 2, 0.3));
    }

    /** The standard deviation of the gain; 1 unless said otherwise. */
    @Value.Default
    public double gain() {
        return 1;
    }

    /** Whether the gain is always plus or minus {@link #gain()}, with equal chance; not unless said so. */
    @Value.Default
    public boolean twoValued() {
        return false;
    }

    /** The standard deviation of a member's error about the gain; 1 unless said otherwise. */
    @Value.Default
    public double error() {
        return 1;
    }

    /** The share of the error's variance that all members have in common; 0.2 unless said otherwise. */
    @Value.Default
    public double sharedError() {
        return 0.2;
    }

    /** The chance that a member has a concern; 0.25 unless said otherwise. */
    @Value.Default
    public double concerns() {
        return 0.25;
    }

    /** What the flaw costs who sees it; 1.5 unless said otherwise. */
    @Value.Default
    public double harm() {
        return 1.5;
    }

    /** The chance that one sitting mends a concern that was heard; 0.6 unless said otherwise. */
    @Value.Default
    public double mendable() {
        return 0.6;
    }

    /** What mending one concern takes from the gain; 0.05 unless said otherwise. */
    @Value.Default
    public double dilution() {
        return 0.05;
    }

    /** The most whole years that a member has been on the team, each number equally likely; 10 unless said otherwise. */
    @Value.Default
    public int mostYears() {
        return 10;
    }

    /** Below how many years a member is a newcomer; 2 unless said otherwise. */
    @Value.Default
    public int newcomerYears() {
        return 2;
    }

    /** By what the chance of speaking is multiplied for newcomers; 0.5 unless said otherwise. */
    @Value.Default
    public double newcomerVoice() {
        return 0.5;
    }

    /** The least chance that a member who is asked in turn says it; 0.9 unless said otherwise. */
    @Value.Default
    public double askedVoice() {
        return 0.9;
    }

    /** How far members move towards the mean of what was said at a sitting, 0 to 1; 0.3 unless said otherwise. */
    @Value.Default
    public double persuasion() {
        return 0.3;
    }

    /** How far a member without voice moves on an open ballot towards who leads, 0 to 1; 0.5 unless said otherwise. */
    @Value.Default
    public double pressure() {
        return 0.5;
    }

    /** The chance that a member is present at a sitting; 0.92 unless said otherwise. */
    @Value.Default
    public double attendance() {
        return 0.92;
    }

    /** Up to what value, up or down, a member abstains where that is possible; 0.1 unless said otherwise. */
    @Value.Default
    public double indifference() {
        return 0.1;
    }

    /** From what loss on a member blocks or objects; 1 unless said otherwise. */
    @Value.Default
    public double outrage() {
        return 1;
    }

    /** What being heard adds to satisfaction, and never being heard takes from it; 0.5 unless said otherwise. */
    @Value.Default
    public double fairness() {
        return 0.5;
    }

    /** Minutes to open a sitting and to take the ballots; 8 unless said otherwise. */
    @Value.Default
    public double minutesPerSitting() {
        return 8;
    }

    /** Minutes for each member who speaks; 2 unless said otherwise. */
    @Value.Default
    public double minutesPerVoice() {
        return 2;
    }

    /** Minutes for each concern worked on; 4 unless said otherwise. */
    @Value.Default
    public double minutesPerConcern() {
        return 4;
    }

    /** Checks that chances and amounts are possible, and that there are members. */
    @Value.Check
    void check() {
        Checks.notEmpty(roles(), "roles");
        Checks.distinct(roles().stream().map(SimulatedRole::name).toList(), "roles");
        Checks.require(
                members() <= MOST_MEMBERS, "There are %s members. Expected at most %s.", members(), MOST_MEMBERS);
        long leaders = roles().stream()
                .filter(SimulatedRole::leads)
                .mapToLong(SimulatedRole::members)
                .sum();
        Checks.require(leaders <= 1, "%s members lead. Expected at most one.", leaders);
        Checks.share(sharedError(), "sharedError");
        Checks.share(concerns(), "concerns");
        Checks.share(mendable(), "mendable");
        Checks.share(newcomerVoice(), "newcomerVoice");
        Checks.share(askedVoice(), "askedVoice");
        Checks.share(persuasion(), "persuasion");
        Checks.share(pressure(), "pressure");
        Checks.share(attendance(), "attendance");
        Checks.notNegative(mostYears(), "mostYears");
        Checks.notNegative(newcomerYears(), "newcomerYears");
        notNegative(gain(), "gain");
        notNegative(error(), "error");
        notNegative(harm(), "harm");
        notNegative(dilution(), "dilution");
        notNegative(indifference(), "indifference");
        notNegative(outrage(), "outrage");
        notNegative(fairness(), "fairness");
        notNegative(minutesPerSitting(), "minutesPerSitting");
        notNegative(minutesPerVoice(), "minutesPerVoice");
        notNegative(minutesPerConcern(), "minutesPerConcern");
    }

    /** The number of members. */
    public int members() {
        return roles().stream().mapToInt(SimulatedRole::members).sum();
    }

    /** The assumptions of the class comment. */
    public static TeamModel withDefaults() {
        return builder().build();
    }

    /**
     * Condorcet's jury: so many teachers, each right about a proposal that is as good as it could be bad with that chance,
     * independent of one another, all present, without concerns, talk, pressure or indifference.
     *
     * @param members at least 1
     * @param competence the chance of being right, more than 0.5 and less than 1
     */
    public static TeamModel jury(int members, double competence) {
        Checks.require(
                competence > 0.5 && competence < 1,
                "competence is %s. Expected more than 0.5 and less than 1.",
                competence);
        return builder()
                .roles(List.of(SimulatedRole.of("teacher", StakeholderGroup.TEACHER, members, 0)))
                .twoValued(true)
                .error(1 / Distributions.normalQuantile(competence))
                .sharedError(0)
                .concerns(0)
                .persuasion(0)
                .pressure(0)
                .attendance(1)
                .indifference(0)
                .build();
    }

    private static void notNegative(double value, String name) {
        Checks.finite(value, name);
        Checks.require(value >= 0, "%s is %s. Expected zero or more.", name, value);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a model; everything has a default. */
    public static final class Builder extends ImmutableTeamModel.Builder {
        Builder() {}
    }
}
