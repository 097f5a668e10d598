package org.iltlib.decision.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.DecisionQuality.Item;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Round;
import org.iltlib.decision.proceedings.Objection;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;

/** The items of the checklist, each of them yes or no by the entries alone. */
final class Checklist {
    private final Dossier dossier;
    private final Proposal proposal;
    private final Decision decision;
    private final List<Round> rounds;
    private final List<Item> items = new ArrayList<>();

    private Checklist(Dossier dossier) {
        this.dossier = dossier;
        this.proposal = dossier.proposal();
        this.decision = dossier.decision();
        this.rounds = dossier.deliberation().map(found -> found.rounds()).orElse(List.of());
    }

    static List<Item> of(Dossier dossier) {
        Checklist list = new Checklist(dossier);
        list.question();
        list.needs();
        list.evidence();
        list.consequences();
        list.votes();
        list.afterwards();
        return List.copyOf(list.items);
    }

    private void item(String name, boolean met, String wayToCloseIt) {
        items.add(Item.of(name, met, wayToCloseIt));
    }

    private void question() {
        item("the question is put", !proposal.question().isBlank(), "Put the question.");
        item(
                "there are two options or more, one of them the status quo",
                proposal.options().size() > 1,
                "Name another option.");
        item(
                "criteria are named",
                !proposal.criteria().isEmpty(),
                "Name in the proposal what the options are judged by.");
        item("a cost is named", !proposal.costs().isEmpty(), "Name in the proposal what it costs, hours included.");
    }

    private void needs() {
        item("a need of students is cited", cites(NeedKind.STUDENT), "Record a need of students, and cite it.");
        item("a need of teachers is cited", cites(NeedKind.TEACHER), "Record a need of teachers, and cite it.");
        item(
                "affected groups are named",
                !proposal.affected().isEmpty(),
                "Name in the proposal the groups that it touches.");
        item(
                "every affected group was heard",
                !proposal.affected().isEmpty() && dossier.listUnheard().isEmpty(),
                proposal.affected().isEmpty()
                        ? "Name the affected groups first."
                        : "Hear or consult " + dossier.listUnheard() + ".");
    }

    private boolean cites(NeedKind kind) {
        return dossier.needs().stream()
                .filter(need -> need.whose() == kind)
                .map(Need::id)
                .anyMatch(proposal.needs()::contains);
    }

    private void evidence() {
        List<EntryId> frozen = decision.snapshot().listSources();
        List<EntryId> open =
                proposal.evidence().stream().filter(id -> !frozen.contains(id)).toList();
        int ungraded = decision.snapshot().listUngraded().size();
        item("evidence is cited", !proposal.evidence().isEmpty(), "Cite in the proposal the finding that it rests on.");
        item(
                "values of all cited evidence are frozen",
                !proposal.evidence().isEmpty() && open.isEmpty(),
                open.isEmpty() ? "Cite evidence first." : "Put a value of each of " + open + " into the snapshot.");
        item(
                "every frozen value has a grade of its quality",
                !frozen.isEmpty() && ungraded == 0,
                frozen.isEmpty() ? "Freeze values first." : "Grade the quality of " + ungraded + " frozen values.");
    }

    private void consequences() {
        List<EquityCheck> checks = dossier.equityChecks();
        item(
                "who gains and who could lose was checked",
                !checks.isEmpty(),
                "Record an equity check: who gains, who could lose, what was looked at, by whom.");
        item(
                "for those who could lose there is a safeguard",
                !checks.isEmpty() && !checks.get(checks.size() - 1).leavesLossesOpen(),
                checks.isEmpty() ? "Check who could lose first." : "Say what is done for those who could lose.");
        item(
                "there is a prediction with its confidence",
                proposal.prediction().isPresent(),
                "Say in the proposal what will be measured, when, and how sure the team is.");
    }

    private void votes() {
        List<EntryId> wrong = dossier.listWrongSeals();
        item(
                "ballots or their seals are kept",
                wrong.isEmpty() && (isSealed() || keepsBallots()),
                wrong.isEmpty()
                        ? "Keep the ballots of every round, or cite the entries that hold them under seal."
                        : "Cite logs or sittings that hold ballots in the place of " + wrong + ".");
        boolean concerns = rounds.stream().anyMatch(round -> !round.concerns().isEmpty());
        boolean told = !dossier.listObjections().isEmpty()
                || decision.objections().stream().anyMatch(this::mayTell);
        List<Objection> open = dossier.listOpenObjections();
        item(
                "objections are followed to their end",
                open.isEmpty() && (!concerns || told),
                open.isEmpty()
                        ? "Cite in the decision the entries that tell what became of each objection."
                        : "Settle, or keep as dissent, the objections "
                                + open.stream()
                                        .map(objection -> objection.id() + " (" + objection.life() + ")")
                                        .toList()
                                + ".");
        boolean last =
                !rounds.isEmpty() && !rounds.get(rounds.size() - 1).concerns().isEmpty();
        item(
                "nobody objected to the end, or dissent is kept",
                !last || !decision.dissent().isEmpty(),
                "Ask those who had concerns in the last round for their dissent, in their words.");
        commitment();
    }

    private boolean isSealed() {
        return !decision.sealedBallots().isEmpty() && dossier.listWrongSeals().isEmpty();
    }

    private boolean keepsBallots() {
        boolean rounded = !rounds.isEmpty()
                && rounds.stream().noneMatch(round -> round.ballots().isEmpty());
        return rounded
                || dossier.proceedings().stream().anyMatch(Dossier::holdsBallots)
                || dossier.ladderEvents().stream().anyMatch(Dossier::holdsBallots);
    }

    /** Whether an entry that the decision cites can be about objections, which what is decided on is not. */
    private boolean mayTell(EntryId id) {
        return !id.equals(proposal.id())
                && !decision.deliberation().filter(id::equals).isPresent()
                && !proposal.needs().contains(id)
                && !proposal.evidence().contains(id);
    }

    private void commitment() {
        Set<PersonId> silent = new TreeSet<>();
        rounds.stream()
                .skip(Math.max(0, rounds.size() - 1))
                .flatMap(round -> round.ballots().stream())
                .map(Ballot::person)
                .filter(person -> dossier.commitment()
                        .flatMap(levels -> levels.findLevel(person))
                        .isEmpty())
                .forEach(silent::add);
        item(
                "how far each who voted stands behind it is kept, unless the vote was secret",
                isSealed() || (dossier.commitment().isPresent() && silent.isEmpty()),
                silent.isEmpty()
                        ? "Ask each member how far they stand behind the decision."
                        : "Ask " + silent.size() + " members how far they stand behind the decision.");
    }

    private void afterwards() {
        item(
                "an override, if any, names who decided it",
                decision.overrideReason().isEmpty() || decision.overriddenBy().isPresent(),
                "Name who decided against the outcome of the vote.");
        item(
                "there is a day of review",
                decision.reviewOn().isAfter(decision.decidedOn()),
                "Set a day on which what came of it is looked at.");
        item(
                "there is a sunset day",
                decision.sunset().isPresent(),
                "Set the day up to which it holds, and what happens then.");
    }
}
