package org.iltlib.decision.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Threshold;

/**
 * What votes still to come, or changed, could do where only the numbers of yes, no and abstentions matter: by whole
 * numbers instead of by trying. Applies if all ballots count, each by its own member, with weight 1 and without policies
 * for ties, and the protocol is a majority, unanimity or two-sided.
 */
final class VoteArithmetic {
    private static final List<Position> KINDS = List.of(Position.yes(), Position.no(), Position.abstain());

    /** The status with so many yes and no. */
    private interface Rule {
        Status of(int yes, int no);
    }

    private final Foresight foresight;
    private final List<Ballot> ballots;
    private final Outcome now;
    private final Rule rule;

    private VoteArithmetic(Foresight foresight, List<Ballot> ballots, Outcome now, Rule rule) {
        this.foresight = foresight;
        this.ballots = ballots;
        this.now = now;
        this.rule = rule;
    }

    static Optional<VoteArithmetic> of(Foresight foresight, List<Ballot> ballots) {
        boolean plain = !foresight.roll().isWeighted()
                && foresight.roll().substitutions().isEmpty()
                && !foresight.context().affiliationsHeardOnce()
                && foresight.context().ties().isEmpty()
                && foresight.context().quorum().by() == Quorum.By.PRESENCE
                && KINDS.containsAll(foresight.positions())
                && ballots.stream().allMatch(ballot -> KINDS.contains(ballot.position()));
        if (!plain) {
            return Optional.empty();
        }
        Outcome now = foresight.protocol().decide(ballots, foresight.roll(), foresight.context());
        long voters = ballots.stream().map(Ballot::person).distinct().count();
        if (!now.leftOut().isEmpty() || voters < ballots.size()) {
            return Optional.empty();
        }
        return rule(foresight.protocol(), now).map(rule -> new VoteArithmetic(foresight, ballots, now, rule));
    }

    private static Optional<Rule> rule(DecisionProtocol protocol, Outcome now) {
        int fixed = now.base().orElse(0);
        if (protocol instanceof Majority majority) {
            Threshold threshold = majority.threshold();
            boolean cast =
                    threshold.base() == Threshold.Base.CAST || threshold.base() == Threshold.Base.CAST_WITH_ILLEGAL;
            boolean half = threshold.base() == Threshold.Base.CAST
                    && threshold.minimum().share().equals(Fraction.HALF);
            return Optional.of((yes, no) -> threshold.isMetBy(yes, cast ? (long) yes + no : fixed)
                    ? Status.ADOPTED
                    : half && yes == no && yes > 0 ? Status.TIED : Status.REJECTED);
        } else if (protocol instanceof Unanimity unanimity) {
            return Optional.of((yes, no) ->
                    yes > 0 && yes == (unanimity.strict() ? fixed : yes + no) ? Status.ADOPTED : Status.REJECTED);
        } else if (protocol instanceof TwoSided sides && sides.participants().isEmpty()) {
            Minimum enough = sides.enough();
            return Optional.of((yes, no) ->
                    enough.isMetBy(yes, (long) yes + no) && sides.mostAgainst().compareShare(no, (long) yes + no) <= 0
                            ? Status.ADOPTED
                            : Status.REJECTED);
        }
        return Optional.empty();
    }

    /** Neither quorum nor entitlement depends on ballots. */
    private boolean isOver() {
        return now.status() == Status.NO_QUORUM || now.status() == Status.INVALID;
    }

    /** In proportion to the square of the outstanding votes. */
    Set<Status> stillPossible(int outstanding) {
        if (isOver()) {
            return EnumSet.of(now.status());
        }
        int mostYes = foresight.positions().contains(Position.yes()) ? outstanding : 0;
        int mostNo = foresight.positions().contains(Position.no()) ? outstanding : 0;
        Set<Status> possible = EnumSet.noneOf(Status.class);
        for (int yes = 0; yes <= mostYes; yes++) {
            for (int no = 0; no <= mostNo && yes + no <= outstanding; no++) {
                possible.add(rule.of(now.count("yes") + yes, now.count("no") + no));
            }
        }
        return possible;
    }

    /** The same change that trying all would find first. */
    Optional<Foresight.Flip> findFlip(int most) {
        if (isOver()) {
            return Optional.empty();
        }
        for (int changes = 1; changes <= Math.min(most, ballots.size()); changes++) {
            if (canFlip(ballots, 0, changes)) {
                return Optional.of(build(changes));
            }
        }
        return Optional.empty();
    }

    private Foresight.Flip build(int changes) {
        List<Ballot> cast = new ArrayList<>(ballots);
        List<Ballot> changed = new ArrayList<>();
        int left = changes;
        for (int i = 0; left > 0; i++) {
            Ballot own = cast.get(i);
            for (Position position : foresight.positions()) {
                if (!position.equals(own.position())) {
                    cast.set(i, Foresight.supposed(own, position));
                    if (canFlip(cast, i + 1, left - 1)) {
                        changed.add(cast.get(i));
                        left--;
                        break;
                    }
                    cast.set(i, own);
                }
            }
        }
        return new Foresight.Flip(changed, rule.of(number(cast, 0, 0), number(cast, 0, 1)));
    }

    private static int number(List<Ballot> cast, int from, int kind) {
        return (int) cast.subList(from, cast.size()).stream()
                .filter(ballot -> ballot.position().equals(KINDS.get(kind)))
                .count();
    }

    /**
     * Whether exactly so many of the ballots from there on, cast otherwise, lead to another status. So many leave each
     * kind and so many join it; nobody leaves for the kind left, which is possible iff both together are at most all.
     */
    private boolean canFlip(List<Ballot> cast, int from, int changes) {
        int[] open = {number(cast, from, 0), number(cast, from, 1), number(cast, from, 2)};
        int yes = number(cast, 0, 0);
        int no = number(cast, 0, 1);
        for (int leaveYes = 0; leaveYes <= Math.min(open[0], changes); leaveYes++) {
            for (int leaveNo = 0; leaveNo <= Math.min(open[1], changes - leaveYes); leaveNo++) {
                int leaveBlank = changes - leaveYes - leaveNo;
                if (leaveBlank > open[2]) {
                    continue;
                }
                for (int joinYes = 0; joinYes <= most(0, changes - leaveYes); joinYes++) {
                    for (int joinNo = 0; joinNo <= most(1, Math.min(changes - leaveNo, changes - joinYes)); joinNo++) {
                        int joinBlank = changes - joinYes - joinNo;
                        if (joinBlank <= most(2, changes - leaveBlank)
                                && rule.of(yes - leaveYes + joinYes, no - leaveNo + joinNo) != now.status()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private int most(int kind, int most) {
        return foresight.positions().contains(KINDS.get(kind)) ? most : 0;
    }
}
