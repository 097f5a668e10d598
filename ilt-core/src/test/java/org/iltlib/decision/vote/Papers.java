package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;

/**
 * Members and their ballots in short words, for tables that a person can read: {@code 3*yes no! - x ~no}.
 *
 * <ul>
 *   <li>{@code yes no abstain}, {@code 0} to {@code 5} fingers, {@code L1} levels, {@code up side down} thumbs;
 *   <li>{@code agree reserve aside block} stances, {@code object} an objection with harm and remedy;
 *   <li>{@code a>b=c} a ranking, {@code {a,b}} an approval, {@code a:3,b:1} scores, {@code .a:3,b:1} dots;
 *   <li>{@code -} present and silent, {@code x} absent; in front {@code ~} is recused, {@code t/ p/} teacher and parent
 *       (teacher unless said), {@code P/} the principal; behind {@code !} gives a reason.
 * </ul>
 *
 * @param ballots the ballots
 * @param roll the members
 */
public record Papers(List<Ballot> ballots, VotingRoll roll) {

    /** Reads them; members are numbered from 0 in their order. */
    public static Papers of(String words, VotingContext context) {
        List<Ballot> ballots = new ArrayList<>();
        List<Seat> seats = new ArrayList<>();
        Set<org.iltlib.base.PersonId> present = new HashSet<>();
        List<Recusal> recusals = new ArrayList<>();
        List<String> each = Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> word.matches("\\d+\\*.*")
                        ? Stream.generate(() -> word.substring(word.indexOf('*') + 1))
                                .limit(Long.parseLong(word.substring(0, word.indexOf('*'))))
                        : Stream.of(word))
                .toList();
        for (String member : each) {
            org.iltlib.base.PersonId person = Members.person(seats.size());
            String word = member;
            Seat.Builder seat =
                    Seat.of(person, word.startsWith("p/") ? StakeholderGroup.PARENT : StakeholderGroup.TEACHER)
                            .toBuilder();
            if (word.startsWith("P/")) {
                seat.addOffices(Office.PRINCIPAL);
            }
            word = word.replaceFirst("^[tpP]/", "");
            if (word.startsWith("~")) {
                recusals.add(Recusal.of(person, "works for the vendor"));
                word = word.substring(1);
            }
            seats.add(seat.build());
            if (!word.equals("x")) {
                present.add(person);
                if (!word.equals("-")) {
                    boolean reason = word.endsWith("!");
                    Position position = position(reason ? word.substring(0, word.length() - 1) : word);
                    ballots.add(
                            reason
                                    ? Ballot.of(person, context, position, "it breaks the contract")
                                    : Ballot.of(person, context, position));
                }
            }
        }
        return new Papers(ballots, VotingRoll.of(seats, present, recusals));
    }

    private static Position position(String word) {
        if (word.matches("\\d")) {
            return Position.fingers(Integer.parseInt(word));
        } else if (word.matches("L\\d")) {
            return Position.grade(Integer.parseInt(word.substring(1)));
        } else if (word.startsWith("{")) {
            return Position.approval(
                    Stream.of(word.substring(1, word.length() - 1).split(","))
                            .filter(id -> !id.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new)));
        } else if (word.startsWith(".")) {
            return Position.dots(numbers(word.substring(1)));
        } else if (word.contains(":")) {
            return Position.scores(numbers(word));
        } else if (word.contains(">") || word.contains("=") || word.matches("[a-e]")) {
            return Position.ranking(Stream.of(word.split(">"))
                    .map(rank -> List.of(rank.split("=")))
                    .toList());
        }
        return switch (word) {
            case "yes" -> Position.yes();
            case "no" -> Position.no();
            case "abstain" -> Position.abstain();
            case "up" -> Position.thumb(Position.Way.UP);
            case "side" -> Position.thumb(Position.Way.SIDEWAYS);
            case "down" -> Position.thumb(Position.Way.DOWN);
            case "agree" -> Position.stance(Position.Stand.AGREE);
            case "reserve" -> Position.stance(Position.Stand.RESERVATIONS);
            case "aside" -> Position.stance(Position.Stand.STAND_ASIDE);
            case "block" -> Position.stance(Position.Stand.BLOCK);
            case "object" -> Position.objection("planning time", "a later start");
            default -> throw new IllegalArgumentException("No such word: " + word);
        };
    }

    private static TreeMap<String, Integer> numbers(String words) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        for (String each : words.split(",", -1)) {
            if (!each.isEmpty()) {
                numbers.put(
                        each.substring(0, each.indexOf(':')), Integer.valueOf(each.substring(each.indexOf(':') + 1)));
            }
        }
        return numbers;
    }
}
