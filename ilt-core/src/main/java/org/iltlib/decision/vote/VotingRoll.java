package org.iltlib.decision.vote;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.immutables.value.Value;

/**
 * Who could vote on one matter: the seats, who was in the room, who stepped back, who stands in for whom, and how much
 * each vote weighs. Facts only: what they mean is up to the rules, {@link VotingContext}. Immutable.
 *
 * <pre>{@code
 * VotingRoll roll = VotingRoll.of(team)
 *         .withPresent(Set.of(ana, ben, dee))
 *         .withRecusals(List.of(Recusal.of(ben, "his sister is the vendor")))
 *         .withSubstitutions(List.of(Substitution.alternate(cleo, dee)))
 *         .withWeights(Map.of(ana, Rational.of(3, 2)));
 * }</pre>
 */
@Value.Immutable
public abstract class VotingRoll {
    /** The written form of a weight, of any size. */
    static final Form<Rational> WEIGHT = Forms.id(Rational::toString, VotingRoll::readWeight);

    /** The written form. */
    public static final Form<VotingRoll> FORM = Form.<VotingRoll, Builder>built(VotingRoll::builder, Builder::build)
            .field("seats", Forms.listOf(Seat.FORM), VotingRoll::seats, Builder::addAllSeats)
            .field("present", Forms.listOf(PersonId.FORM), roll -> List.copyOf(roll.present()), Builder::addAllPresent)
            .field("recusals", Forms.listOf(Recusal.FORM), VotingRoll::recusals, Builder::addAllRecusals)
            .list("substitutions", Substitution.FORM, VotingRoll::substitutions, Builder::addAllSubstitutions)
            .map(
                    "weights",
                    WEIGHT,
                    roll -> byText(roll.weights()),
                    (builder, weights) ->
                            weights.forEach((person, weight) -> builder.putWeights(PersonId.of(person), weight)))
            .map(
                    "affiliations",
                    Forms.TEXT,
                    roll -> byText(roll.affiliations()),
                    (builder, names) ->
                            names.forEach((person, name) -> builder.putAffiliations(PersonId.of(person), name)));

    VotingRoll() {}

    /** All seats of the team, those without a vote and vacant ones included. */
    public abstract List<Seat> seats();

    /** Who was in the room at the vote: holders of seats, and those named to stand in for one. */
    @Value.NaturalOrder
    public abstract SortedSet<PersonId> present();

    /** Who stepped back, or should; each at most once. */
    public abstract List<Recusal> recusals();

    /** Who stands in for whom, in the order in which it was said. */
    public abstract List<Substitution> substitutions();

    /** How much the vote of a holder of a seat weighs; above 0, and 1 for whoever is not named. */
    @Value.NaturalOrder
    public abstract SortedMap<PersonId, Rational> weights();

    /** To whom a holder of a seat belongs, for rules by which the same affiliation is heard once; often empty. */
    @Value.NaturalOrder
    public abstract SortedMap<PersonId, String> affiliations();

    /** Checks that everybody named holds a seat or stands in for somebody who does. */
    @Value.Check
    void check() {
        List<PersonId> holders =
                seats().stream().flatMap(seat -> seat.person().stream()).toList();
        Checks.distinct(holders, "members");
        Checks.distinct(recusals().stream().map(Recusal::person).toList(), "recusals");
        substitutions()
                .forEach(substitution -> Checks.require(
                        holders.contains(substitution.member()),
                        "%s is named for %s, who holds no seat.",
                        substitution.substitute().map(PersonId::toString).orElse("Nobody"),
                        substitution.member()));
        List<PersonId> known = new ArrayList<>(holders);
        substitutions().forEach(substitution -> substitution.substitute().ifPresent(known::add));
        named(present(), known, "%s is present but holds no seat. Maybe a substitution is missing.");
        named(recusals().stream().map(Recusal::person).toList(), known, "%s is recused but holds no seat.");
        named(weights().keySet(), holders, "%s has a weight but holds no seat.");
        named(affiliations().keySet(), holders, "%s has an affiliation but holds no seat.");
        weights()
                .forEach((person, weight) -> Checks.require(
                        weight.signum() > 0, "The weight of %s is %s. Expected more than 0.", person, weight));
        affiliations().values().forEach(name -> Checks.text(name, "affiliation"));
    }

    private static void named(Collection<PersonId> persons, List<PersonId> known, String template) {
        persons.forEach(person -> Checks.require(known.contains(person), template, person));
    }

    private static <T> Map<String, T> byText(Map<PersonId, T> values) {
        Map<String, T> byText = new LinkedHashMap<>();
        values.forEach((person, value) -> byText.put(person.value(), value));
        return byText;
    }

    private static Rational readWeight(String text) {
        Checks.require(
                text.matches("\\d{1,500}(/\\d{1,500})?"), "A weight is written otherwise. Expected such as 3/2.");
        String[] parts = text.split("/", -1);
        return Rational.of(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    /** The team with every member present and nobody recused. */
    public static VotingRoll of(Team team) {
        return builder()
                .addAllSeats(team.seats())
                .addAllPresent(team.listMembers())
                .build();
    }

    /** These seats, with these present and these recusals. */
    public static VotingRoll of(List<Seat> seats, Set<PersonId> present, List<Recusal> recusals) {
        return builder()
                .addAllSeats(seats)
                .addAllPresent(present)
                .addAllRecusals(recusals)
                .build();
    }

    /** A copy with these present. */
    public VotingRoll withPresent(Set<PersonId> persons) {
        return toBuilder().present(persons).build();
    }

    /** A copy with these recusals. */
    public VotingRoll withRecusals(List<Recusal> recusals) {
        return toBuilder().recusals(recusals).build();
    }

    /** A copy with these substitutions, in the order in which they were made. */
    public VotingRoll withSubstitutions(List<Substitution> substitutions) {
        return toBuilder().substitutions(substitutions).build();
    }

    /** A copy with these weights; 1 for whoever is not named. */
    public VotingRoll withWeights(Map<? extends PersonId, ? extends Rational> weights) {
        return toBuilder().weights(weights).build();
    }

    /** A copy with these affiliations. */
    public VotingRoll withAffiliations(Map<? extends PersonId, ? extends String> affiliations) {
        return toBuilder().affiliations(affiliations).build();
    }

    /** The seat of that person, if there is one. */
    public Optional<Seat> findSeat(PersonId person) {
        return seats().stream()
                .filter(seat -> seat.person().filter(person::equals).isPresent())
                .findFirst();
    }

    /** The holders of voting seats, in the order of seats; alternates are not among them. */
    public List<PersonId> listMembers() {
        return seats().stream()
                .filter(Seat::voting)
                .flatMap(seat -> seat.person().stream())
                .toList();
    }

    /** Whether a recusal of that person is in effect. */
    public boolean isRecused(PersonId person) {
        return recusals().stream().anyMatch(recusal -> recusal.person().equals(person) && recusal.isInEffect());
    }

    /** The number of voting seats, vacant ones included. */
    public int votingSeats() {
        return (int) seats().stream().filter(Seat::voting).count();
    }

    /** How much the vote of that person weighs; 1 unless said otherwise. */
    public Rational weight(PersonId person) {
        return weights().getOrDefault(person, Rational.ONE);
    }

    /** Whether some vote weighs other than 1. */
    public boolean isWeighted() {
        return weights().values().stream().anyMatch(weight -> !weight.equals(Rational.ONE));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a roll; the seats should be set. */
    public static final class Builder extends ImmutableVotingRoll.Builder {
        Builder() {}
    }
}
