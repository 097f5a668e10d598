package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.iltlib.base.PersonId;

/**
 * The ballots of one vote, sorted: those that count, those that are illegal though their voters may vote, and those left
 * out, each with its reason. A vote that follows a delegate's becomes a ballot of the member's own, cast by the delegate.
 */
final class Sorting {
    static final String CASTING = "a casting vote, which counts at a tie only";

    private final Seating seating;
    private final VotingContext context;
    private final Map<PersonId, Ballot> valid = new TreeMap<>();
    private final Set<PersonId> illegal = new TreeSet<>();
    private final Set<PersonId> own = new TreeSet<>();
    private final Set<PersonId> heard = new TreeSet<>();
    private final Map<PersonId, Ballot> casting = new TreeMap<>();
    private final Map<PersonId, PersonId> carried = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Sorting(
            String protocol,
            List<Ballot> ballots,
            VotingRoll roll,
            Seating seating,
            VotingContext context,
            Predicate<Position> understood) {
        this.seating = seating;
        this.context = context;
        Map<PersonId, List<Ballot>> cast = new TreeMap<>();
        Map<PersonId, List<Ballot>> chairs = new TreeMap<>();
        Set<PersonId> known = known(roll);
        for (Ballot ballot : ballots) {
            refuseUnknown(ballot.person(), known);
            Optional<String> refused = refusal(ballot);
            if (refused.isPresent()) {
                leftOut.add(new LeftOut(ballot.person(), refused.get()));
            } else {
                (ballot.casting() ? chairs : cast)
                        .computeIfAbsent(ballot.person(), id -> new ArrayList<>())
                        .add(ballot);
            }
        }
        cast.forEach((person, papers) -> findFault(papers, protocol, understood)
                .ifPresentOrElse(
                        fault -> {
                            illegal.add(person);
                            leftOut.add(new LeftOut(person, fault));
                        },
                        () -> valid.put(person, papers.get(0))));
        chairs.forEach((person, papers) -> {
            Optional<String> fault = findFault(papers, protocol, understood);
            if (fault.isEmpty()) {
                casting.put(person, papers.get(0));
            }
            leftOut.add(new LeftOut(person, fault.orElse(CASTING)));
        });
        follow();
        heard.addAll(valid.keySet());
        if (context.affiliationsHeardOnce()) {
            hearOnce();
        }
        leftOut.addAll(seating.setAside());
        leftOut.sort(Comparator.comparing(LeftOut::person).thenComparing(LeftOut::reason));
    }

    /** Whoever holds a seat or was named to stand in for one who does. */
    private static Set<PersonId> known(VotingRoll roll) {
        Set<PersonId> known = new HashSet<>();
        roll.seats().forEach(seat -> seat.person().ifPresent(known::add));
        roll.substitutions().forEach(entry -> entry.substitute().ifPresent(known::add));
        return known;
    }

    private static void refuseUnknown(PersonId person, Set<PersonId> known) {
        if (!known.contains(person)) {
            throw new IllegalArgumentException(
                    "A ballot comes from %s, who holds no seat. Maybe the roll is of another team.".formatted(person));
        }
    }

    private Optional<String> refusal(Ballot ballot) {
        PersonId person = ballot.person();
        if (!ballot.proposal().equals(context.proposal()) || ballot.revision() != context.revision()) {
            return Optional.of("cast on another text: %s, revision %s".formatted(ballot.proposal(), ballot.revision()));
        } else if (seating.alternateOf(person).isPresent() && !ballot.casting()) {
            return Optional.of(
                    "%s sits in the seat".formatted(seating.alternateOf(person).get()));
        } else if (!seating.members().contains(person) && !ballot.casting()) {
            return Optional.of("the seat has no vote");
        } else if (ballot.castBy().isPresent()) {
            if (!ballot.castBy().equals(seating.proxyOf(person))) {
                return Optional.of("cast by %s, who is no proxy here"
                        .formatted(ballot.castBy().get()));
            }
        } else if (!seating.isThere(person)) {
            return Optional.of("absent at the vote");
        }
        return seating.excluded(person) ? Optional.of("recused") : Optional.empty();
    }

    private static Optional<String> findFault(List<Ballot> cast, String protocol, Predicate<Position> understood) {
        Ballot first = cast.get(0);
        if (!cast.stream().allMatch(first::equals)) {
            return Optional.of("several ballots by one person that do not agree");
        }
        return first.position().isAbstention() || understood.test(first.position())
                ? Optional.empty()
                : Optional.of("the position is not one of " + protocol);
    }

    /** Lets the votes of members without a ballot of their own follow their delegates'. */
    private void follow() {
        own.addAll(valid.keySet());
        own.addAll(illegal);
        Map<PersonId, Ballot> followed = new LinkedHashMap<>();
        seating.delegates().keySet().stream().filter(member -> !voted(member)).forEach(member -> {
            List<PersonId> path = path(member);
            Optional<String> lost = lost(member, path);
            if (lost.isPresent()) {
                leftOut.add(new LeftOut(member, "delegation " + lost.get()));
                return;
            }
            PersonId last = path.get(path.size() - 1);
            followed.put(
                    member,
                    getValid(last).toBuilder().person(member).castBy(last).build());
        });
        followed.forEach((member, ballot) -> {
            valid.put(member, ballot);
            carried.put(member, ballot.castBy().orElseThrow());
        });
    }

    private Ballot getValid(PersonId person) {
        return Optional.ofNullable(valid.get(person)).orElseThrow();
    }

    /** Along the delegations to the first who voted, or the last who did not delegate, or back to one met before. */
    private List<PersonId> path(PersonId member) {
        Set<PersonId> met = new LinkedHashSet<>(List.of(member));
        PersonId next = seating.delegates().get(member);
        while (next != null && met.add(next) && !voted(next)) {
            next = seating.delegates().get(next);
        }
        List<PersonId> path = new ArrayList<>(met);
        if (next != null && !voted(next)) {
            path.add(next);
        }
        return path;
    }

    /** Whether there is a ballot of that person's own, or handed in for them, that counts or is illegal. */
    boolean voted(PersonId person) {
        return own.contains(person);
    }

    private Optional<String> lost(PersonId member, List<PersonId> path) {
        PersonId first = path.get(1);
        PersonId last = path.get(path.size() - 1);
        if (seating.excluded(member)) {
            return Optional.of(first + ": the member is recused");
        } else if (path.indexOf(last) < path.size() - 1) {
            return Optional.of("runs in a circle: "
                    + String.join(", ", path.stream().map(PersonId::toString).toList()));
        } else if (!valid.containsKey(last)) {
            return Optional.of(last + (seating.isThere(last) ? ": cast no ballot that counts" : ": is absent"));
        } else if (!seating.isThere(last)) {
            return Optional.of(last + ": is absent");
        } else if (path.size() - 1 > context.delegationSteps()) {
            return Optional.of("%s: cast no ballot, and %s is %s steps away where %s is allowed"
                    .formatted(first, last, path.size() - 1, context.delegationSteps()));
        }
        return Optional.empty();
    }

    /** Of ballots that say the same and belong to one affiliation, keeps the weightiest, and of those one with a reason. */
    private void hearOnce() {
        record Voice(String affiliation, Position position) {}
        Map<Voice, PersonId> first = new LinkedHashMap<>();
        List.copyOf(valid.values()).stream()
                .sorted(Comparator.comparing((Ballot ballot) -> seating.weight(ballot.person()))
                        .reversed()
                        .thenComparing(ballot -> ballot.reason().isEmpty())
                        .thenComparing(Ballot::person))
                .forEach(ballot -> seating.affiliation(ballot.person()).ifPresent(name -> {
                    PersonId kept = first.putIfAbsent(new Voice(name, ballot.position()), ballot.person());
                    if (kept != null) {
                        valid.remove(ballot.person());
                        leftOut.add(new LeftOut(ballot.person(), "counts once with %s of %s".formatted(kept, name)));
                    }
                }));
    }

    /** The ballots that count, in the order of persons. */
    List<Ballot> valid() {
        return List.copyOf(valid.values());
    }

    /** Whose ballots do not count though they may vote. */
    Set<PersonId> illegal() {
        return illegal;
    }

    /** From whom there is a ballot that counts, alone or with another of the same affiliation. */
    Set<PersonId> heard() {
        return heard;
    }

    /** Whose vote follows whose. */
    Map<PersonId, PersonId> carried() {
        return carried;
    }

    /** The casting vote of that person. */
    Optional<Ballot> castingOf(PersonId person) {
        return Optional.ofNullable(casting.get(person));
    }

    /** What was left out, by person. */
    List<LeftOut> leftOut() {
        return leftOut;
    }
}
