package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieBreak;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.committee.SeatCount;
import org.iltlib.decision.Option;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Everybody ranks the options, and the single transferable vote fills several places, so that a part of the team that
 * agrees among itself gets its share.
 *
 * <p>Options stand fixed; a ballot that names another, or shares ranks where the rule wants strict ones, is illegal. Ties
 * within the count go to earlier rounds, then to a lot of the context whose seeds are shown. Any that are left the rule
 * would settle by the order of options: up to six options every order is tried, and if the outcome is the same in each
 * it stands; if not, or with more options, it is {@code TIED}. Rolls with weights are {@code INVALID}: quotas count
 * heads. Immutable.
 *
 * @param options the ids of the options, at least two
 * @param rule the rule
 * @param places how many are chosen, fewer than there are options
 */
public record SeatChoice(List<String> options, SeatRule rule, int places) implements DecisionProtocol {
    /** The written form. */
    public static final Form<SeatChoice> FORM = Form.of(
            "options",
            Forms.listOf(Forms.TEXT),
            SeatChoice::options,
            "rule",
            RuleNames.form(SeatRule::ruleName, SeatRule::findByName),
            SeatChoice::rule,
            "places",
            Forms.INTEGER,
            SeatChoice::places,
            SeatChoice::new);

    private static final String BY_ORDER = "separated by the order of alternatives";

    /** Checks options and places, and copies. */
    public SeatChoice {
        options = OptionBallots.checked(options);
        CommitteeChoice.places(places, options);
    }

    /** A choice of so many among these options by that rule. */
    public static SeatChoice of(List<Option> options, SeatRule rule, int places) {
        return new SeatChoice(options.stream().map(Option::id).toList(), rule, places);
    }

    @Override
    public String name() {
        return "transferable vote (%s, best %s of %s options)".formatted(rule.ruleName(), places, options.size());
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(name(), options, ballots, roll, context, this::understands);
        if (roll.isWeighted()) {
            return count.end(Status.INVALID, "the rule counts heads, and votes weigh differently.");
        }
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("ranked", position -> !position.options().isEmpty());
        count.tally(
                "blank",
                position -> position instanceof Position.Ranking
                        && position.options().isEmpty());
        count.tally("abstain", Position::isAbstention);
        Profile profile = RankedChoice.profile(options, count);
        if (profile.totalWeight() == 0) {
            return count.end(Status.REJECTED, "no votes counted.");
        }
        TieChain chain = chain(context);
        SeatCount found = rule.count(profile, places, chain);
        List<String> elected = found.electedNames();
        List<String> byOrder = found.ties().stream()
                .filter(note -> note.how().equals(BY_ORDER))
                .flatMap(note -> note.tied().stream())
                .map(options::get)
                .distinct()
                .sorted()
                .toList();
        if (byOrder.isEmpty()) {
            return OptionBallots.chosen(count, elected, found.why());
        } else if (!Orders.canBeTried(options)) {
            List<String> open = new ArrayList<>(new TreeSet<>(byOrder));
            List<String> safe = elected.stream()
                    .filter(option -> !open.contains(option))
                    .sorted()
                    .toList();
            count.step("Ties: %s are left to the order of options, which settles nothing.", String.join(", ", open));
            return OptionBallots.tied(count, safe, open, Optional.of("commit to a lot, then count again"), found.why());
        }
        List<List<String>> sets = Orders.results(
                options,
                order -> rule.count(RankedChoice.profile(order, count), places, chain)
                        .electedNames());
        count.step("Ties: every order of the options gives %s outcome%s.", sets.size(), sets.size() == 1 ? "" : "s");
        return sets.size() == 1
                ? OptionBallots.chosen(count, elected, found.why())
                : OptionBallots.tied(
                        count, CommitteeChoice.safe(sets), CommitteeChoice.open(sets), Optional.empty(), found.why());
    }

    private boolean understands(Position position) {
        return position instanceof Position.Ranking ranking
                && (!rule.isStrict() || ranking.ranks().stream().allMatch(rank -> rank.size() == 1));
    }

    private static TieChain chain(VotingContext context) {
        List<TieBreak> steps = new ArrayList<>();
        steps.add(TieBreaks.PREVIOUS_ROUNDS);
        lot(context).ifPresent(seed -> steps.add(TieBreaks.lot(seed)));
        return new TieChain(steps);
    }

    /** The seeds of the first lot whose seeds are shown. */
    static Optional<String> lot(VotingContext context) {
        for (TiePolicy policy : context.ties()) {
            if (policy instanceof TiePolicy.Lot lot && !lot.seeds().isEmpty()) {
                return Optional.of(String.join("\n", lot.seeds()));
            }
        }
        return Optional.empty();
    }
}
