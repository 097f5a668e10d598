package org.iltlib.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Count;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.TieNote;
import org.iltlib.choice.budget.BudgetCount;
import org.iltlib.choice.budget.BudgetRule;
import org.iltlib.choice.budget.BudgetRules;
import org.iltlib.choice.committee.BlockVote;
import org.iltlib.choice.committee.CommitteeCount;
import org.iltlib.choice.committee.CommitteeRule;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.choice.committee.Meek;
import org.iltlib.choice.committee.SeatCount;
import org.iltlib.choice.committee.TransferableVote;
import org.iltlib.choice.single.GradeRule;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;

/** Every rule of the library under its name. */
sealed interface BallotRules {
    /** Counts, and leaves ties to the policy; seats as asked for, else as the file says. */
    BallotReport count(BallotFile ballots, Optional<Integer> seats, TiePolicy ties);

    /** What the result rests on, in words. */
    default String insight(BallotFile ballots) {
        throw new UsageException("Option --insight looks at rules for one winner. Maybe leave it out.");
    }

    /** Refuses more than one seat where a rule has one winner. */
    private static void expectOneSeat(String rule, Optional<Integer> seats) {
        if (seats.isPresent() && seats.get() != 1) {
            throw new UsageException("The rule " + rule + " has one winner, and --seats is " + seats.get()
                    + ". Maybe scottish-stv or pav.");
        }
    }

    /** Refuses a chain where only the order of the file can decide. */
    private static void expectAllOrOrder(String rule, String what, TiePolicy ties) {
        if (ties.chain().isPresent() && (!ties.byOrder() || ties.steps().steps().size() > 1)) {
            throw new UsageException("The rule " + rule + " " + what + ". Expected --ties all or --ties order.");
        }
    }

    /** All names: one winner, grades, seats, committees, budgets. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        SingleWinnerRules.all().forEach(rule -> names.add(rule.ruleName()));
        GradeRules.all().forEach(rule -> names.add(rule.ruleName()));
        names.addAll(Transfer.NAMES);
        CommitteeRules.all().forEach(rule -> names.add(rule.ruleName()));
        BudgetRules.all().forEach(rule -> names.add(rule.ruleName()));
        return names;
    }

    /** The rule of that name. */
    static Optional<BallotRules> find(String name) {
        return SingleWinnerRules.findByName(name)
                .<BallotRules>map(One::new)
                .or(() -> GradeRules.findByName(name).map(Grades::new))
                .or(() -> Transfer.NAMES.contains(name) ? Optional.of(new Transfer(name)) : Optional.empty())
                .or(() -> CommitteeRules.findByName(name).map(Committee::new))
                .or(() -> BudgetRules.findByName(name).map(Budget::new));
    }

    /** The same name in other letters, or one that is spelt alike. */
    static Optional<String> nearest(String name) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        return names().stream()
                .filter(small::equals)
                .findFirst()
                .or(() -> names().stream()
                        .filter(known -> !small.isEmpty() && (known.contains(small) || small.contains(known)))
                        .findFirst());
    }

    /** Throws that the file does not hold such ballots. */
    static Supplier<UsageException> lacking(String rule, String what) {
        return () -> new UsageException("The rule " + rule + " needs " + what + ", which this file does not hold.");
    }

    private static BallotReport report(Count count) {
        List<TieNote> ties = new ArrayList<>(count.ties());
        if (count.isTied()) {
            TieNote open = new TieNote(count.winners(), count.winners(), "not separated");
            if (!ties.contains(open)) {
                ties.add(open);
            }
        }
        return new BallotReport(
                count.rule(), count.alternatives(), count.winnerNames(), ties, List.of(), count.rounds(), count.why());
    }

    /** One winner from rankings. */
    record One(SingleWinnerRule rule) implements BallotRules {
        @Override
        public BallotReport count(BallotFile ballots, Optional<Integer> seats, TiePolicy ties) {
            expectOneSeat(rule.ruleName(), seats);
            Profile profile = ballots.rankings().orElseThrow(lacking(rule.ruleName(), "rankings"));
            Optional<TieChain> chain = ties.chain();
            Count count = chain.map(rule::withTies).orElse(rule).count(profile);
            return report(chain.map(steps -> count.settled(steps, profile)).orElse(count));
        }

        @Override
        public String insight(BallotFile ballots) {
            return BallotInsight.of(rule, ballots.rankings().orElseThrow(lacking(rule.ruleName(), "rankings")));
        }
    }

    /** One winner from grades. */
    record Grades(GradeRule rule) implements BallotRules {
        @Override
        public BallotReport count(BallotFile ballots, Optional<Integer> seats, TiePolicy ties) {
            expectOneSeat(rule.ruleName(), seats);
            Count count = rule.count(ballots.grades().orElseThrow(lacking(rule.ruleName(), "grades (a .cat file)")));
            Profile profile = ballots.rankings().orElseThrow(lacking(rule.ruleName(), "rankings"));
            return report(
                    ties.chain().map(steps -> count.settled(steps, profile)).orElse(count));
        }

        @Override
        public String insight(BallotFile ballots) {
            return BallotInsight.of(
                    rule, ballots.grades().orElseThrow(lacking(rule.ruleName(), "grades (a .cat file)")));
        }
    }

    /** Seats from rankings. */
    record Transfer(String name) implements BallotRules {
        static final List<String> NAMES =
                List.of("scottish-stv", "wigm-4", "wigm-5", "wigm-6", "meek", "warren", "block-vote");

        @Override
        public BallotReport count(BallotFile ballots, Optional<Integer> seats, TiePolicy ties) {
            Profile profile = ballots.rankings().orElseThrow(lacking(name, "rankings"));
            int places = seats.orElse(ballots.seats());
            TieChain file =
                    ballots.tieOrder().isEmpty() ? TieChain.of() : TieChain.of(TieBreaks.order(ballots.tieOrder()));
            SeatCount count;
            if (name.equals("meek") || name.equals("warren")) {
                Meek rule = name.equals("meek") ? Meek.withDefaults() : Meek.warren();
                count = rule.withTies(ties.chain().orElse(file)).count(profile, places);
            } else if (name.equals("block-vote")) {
                count = BlockVote.withDefaults()
                        .withTies(ties.chain().orElse(file))
                        .count(profile, places);
            } else {
                TransferableVote vote = name.equals("scottish-stv")
                        ? TransferableVote.scottish()
                        : TransferableVote.inclusiveGregory(name.charAt(name.length() - 1) - '0');
                TieChain usual = ballots.tieOrder().isEmpty()
                        ? TieChain.of(TieBreaks.PREVIOUS_ROUNDS)
                        : TieChain.of(TieBreaks.PREVIOUS_ROUNDS, TieBreaks.order(ballots.tieOrder()));
                count = vote.withTies(ties.chain().orElse(usual)).count(profile, places);
            }
            return new BallotReport(
                    count.rule(),
                    count.alternatives(),
                    count.electedNames(),
                    count.ties(),
                    List.of(),
                    count.rounds(),
                    count.why());
        }
    }

    /** A committee from approvals. */
    record Committee(CommitteeRule rule) implements BallotRules {
        @Override
        public BallotReport count(BallotFile ballots, Optional<Integer> seats, TiePolicy ties) {
            expectAllOrOrder(rule.ruleName(), "leaves whole committees tied", ties);
            if (seats.isEmpty() && ballots.projects().isPresent()) {
                throw new UsageException("The rule " + rule.ruleName()
                        + " fills seats, --seats is missing, and costs are not looked at. Maybe equalshares.");
            }
            CommitteeCount count = rule.count(ballots.approvals(), seats.orElse(ballots.seats()));
            return new BallotReport(
                    count.rule(),
                    count.alternatives(),
                    named(count, count.first()),
                    List.of(),
                    count.isTied()
                            ? count.committees().stream()
                                    .map(c -> named(count, c))
                                    .toList()
                            : List.of(),
                    List.of(),
                    count.why(),
                    ties.byOrder());
        }

        private static List<String> named(CommitteeCount count, List<Integer> committee) {
            return committee.stream().map(count.alternatives()::get).toList();
        }
    }

    /** Projects within a budget. */
    record Budget(BudgetRule rule) implements BallotRules {
        @Override
        public BallotReport count(BallotFile ballots, Optional<Integer> seats, TiePolicy ties) {
            if (seats.isPresent()) {
                throw new UsageException("The rule " + rule.ruleName() + " spends a budget, and --seats is "
                        + seats.get() + ". Maybe leave it out.");
            }
            expectAllOrOrder(rule.ruleName(), "settles ties by the order of projects", ties);
            BudgetProfile profile =
                    ballots.projects().orElseThrow(lacking(rule.ruleName(), "projects with costs (a .pb file)"));
            BudgetCount count = rule.count(profile);
            return new BallotReport(
                    count.rule(),
                    profile.projects(),
                    count.chosen().stream().map(profile.projects()::get).toList(),
                    count.ties(),
                    List.of(),
                    List.of(),
                    count.why());
        }
    }
}
