package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Substitution.Kind;
import org.iltlib.team.Seat;

/**
 * Who sits in which seat, and who speaks for whom, once the rules of the room are applied to what the roll says: alternates
 * are seated, proxies and delegations that are not allowed or cannot be are set aside with the reason.
 */
final class Seating {
    private final VotingRoll roll;
    private final Recusal.Policy policy;
    private final Map<PersonId, PersonId> alternates = new LinkedHashMap<>();
    private final Map<PersonId, PersonId> proxies = new TreeMap<>();
    private final Map<PersonId, PersonId> delegates = new TreeMap<>();
    private final List<LeftOut> setAside = new ArrayList<>();
    private final List<Seat> seats;
    private final List<PersonId> members;

    Seating(VotingRoll roll, VotingContext context) {
        this.roll = roll;
        this.policy = context.recusalPolicy();
        List<Substitution> all = lastOfEach(context.allowed());
        seat(all.stream().filter(it -> it.kind() == Kind.ALTERNATE).toList());
        seat(all.stream().filter(it -> it.kind() != Kind.ALTERNATE).toList());
        seats = roll.seats().stream().map(this::seated).toList();
        members = seats.stream()
                .filter(Seat::voting)
                .flatMap(seat -> seat.person().stream())
                .toList();
    }

    private void seat(List<Substitution> substitutions) {
        for (Substitution last : substitutions) {
            PersonId substitute = last.substitute().orElseThrow();
            Optional<String> refusal = refusal(last.kind(), last.member(), substitute);
            if (refusal.isPresent()) {
                setAside.add(new LeftOut(last.member(), last.kind() + " " + substitute + ": " + refusal.get()));
                continue;
            }
            switch (last.kind()) {
                case ALTERNATE -> alternates.put(last.member(), substitute);
                case PROXY -> proxies.put(last.member(), substitute);
                case DELEGATION -> delegates.put(last.member(), substitute);
            }
        }
    }

    /** The last entry of each allowed kind about each member, in order; the others go aside, unless taken back. */
    private List<Substitution> lastOfEach(Set<Kind> allowed) {
        record Place(PersonId member, Kind kind) {}
        Map<Place, Substitution> last = new LinkedHashMap<>();
        Map<Place, Substitution> refused = new LinkedHashMap<>();
        for (Substitution entry : roll.substitutions()) {
            Place place = new Place(entry.member(), entry.kind());
            Map<Place, Substitution> into = allowed.contains(entry.kind()) ? last : refused;
            into.remove(place);
            if (entry.substitute().isPresent()) {
                into.put(place, entry);
            }
        }
        refused.values()
                .forEach(entry -> setAside.add(new LeftOut(
                        entry.member(),
                        "%s %s: not allowed by the rules"
                                .formatted(entry.kind(), entry.substitute().orElseThrow()))));
        return List.copyOf(last.values());
    }

    private Optional<String> refusal(Kind kind, PersonId member, PersonId substitute) {
        boolean there = roll.present().contains(substitute);
        if (!roll.listMembers().contains(member)) {
            return Optional.of("the seat has no vote");
        } else if (kind != Kind.ALTERNATE && alternates.containsKey(member)) {
            return Optional.of(alternates.get(member) + " sits in the seat");
        }
        return switch (kind) {
            case ALTERNATE -> {
                if (roll.listMembers().contains(substitute)) {
                    yield Optional.of("votes in a seat of their own");
                } else if (alternates.containsValue(substitute)) {
                    yield Optional.of("sits for another already");
                }
                yield there ? Optional.empty() : Optional.of("is absent, so the seat is not taken");
            }
            case PROXY -> {
                if (roll.present().contains(member)) {
                    yield Optional.of("the member is present and votes in person");
                } else if (excluded(substitute)) {
                    yield Optional.of("is recused");
                }
                yield there ? Optional.empty() : Optional.of("is absent");
            }
            case DELEGATION -> Optional.empty();
        };
    }

    private Seat seated(Seat seat) {
        Optional<PersonId> holder = seat.person();
        if (holder.isPresent() && alternates.containsKey(holder.get())) {
            return seat.toBuilder()
                    .person(alternates.get(holder.get()))
                    .offices(Set.of())
                    .build();
        }
        return seat;
    }

    /** Substitutions without effect. */
    List<LeftOut> setAside() {
        return setAside;
    }

    /** Whoever sits in a voting seat, in the order of seats. */
    List<PersonId> members() {
        return members;
    }

    /** Of them, whoever is in the room. */
    List<PersonId> present() {
        return members.stream().filter(this::isThere).toList();
    }

    /** The voting seat that person sits in now. */
    Seat seatOf(PersonId member) {
        return seats.stream()
                .filter(seat -> seat.voting() && seat.person().equals(Optional.of(member)))
                .findFirst()
                .orElseThrow();
    }

    /** The number of such voting seats, vacant ones included. */
    long seatsOf(Predicate<Seat> which) {
        return seats.stream().filter(Seat::voting).filter(which).count();
    }

    int votingSeats() {
        return roll.votingSeats();
    }

    /** Who sits for that member. */
    Optional<PersonId> alternateOf(PersonId member) {
        return Optional.ofNullable(alternates.get(member));
    }

    /** Who may hand in a ballot for that absent member. */
    Optional<PersonId> proxyOf(PersonId member) {
        return Optional.ofNullable(proxies.get(member));
    }

    /** Who sits for which member, in the order in which it was said. */
    Map<PersonId, PersonId> alternates() {
        return alternates;
    }

    /** Who in the room may hand in the ballot of which absent member. */
    Map<PersonId, PersonId> proxies() {
        return proxies;
    }

    /** Whose vote follows whose, as said; to be followed once ballots are known. */
    Map<PersonId, PersonId> delegates() {
        return delegates;
    }

    boolean isThere(PersonId person) {
        return roll.present().contains(person);
    }

    boolean excluded(PersonId person) {
        return policy.excludesFromVote() && roll.isRecused(person);
    }

    boolean outOfBase(PersonId person) {
        return policy.excludesFromBase() && roll.isRecused(person);
    }

    boolean outOfQuorum(PersonId person) {
        return policy.excludesFromQuorum() && roll.isRecused(person);
    }

    /** Whoever sits in a voting seat and may vote, present or not. */
    List<PersonId> entitled() {
        return members.stream().filter(person -> !excluded(person)).toList();
    }

    /** What the vote of whoever sits there weighs: that of the seat's holder. */
    Rational weight(PersonId person) {
        return alternates.entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .findFirst()
                .map(entry -> roll.weight(entry.getKey()))
                .orElseGet(() -> roll.weight(person));
    }

    /** The sum of weights. */
    Rational weight(Iterable<PersonId> persons) {
        Rational sum = Rational.ZERO;
        for (PersonId person : persons) {
            sum = sum.plus(weight(person));
        }
        return sum;
    }

    /** What all voting seats weigh; a vacant one as much as held ones do on average. */
    Rational seatsWeight() {
        return members.isEmpty()
                ? Rational.of(votingSeats())
                : weight(members).times(votingSeats()).dividedBy(members.size());
    }

    /** To whom whoever sits there belongs; an alternate belongs where the member does. */
    Optional<String> affiliation(PersonId person) {
        PersonId holder = alternates.entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(person);
        return Optional.ofNullable(roll.affiliations().get(holder));
    }
}
