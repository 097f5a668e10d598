package org.iltlib.record;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.decision.Decision;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.InvolvementChoice;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.dossier.CommitmentLevels;
import org.iltlib.decision.dossier.Consultation;
import org.iltlib.decision.dossier.DecisionReview;
import org.iltlib.decision.dossier.Dossier;
import org.iltlib.decision.dossier.EquityCheck;
import org.iltlib.decision.dossier.RoleAssignment;
import org.iltlib.decision.ladder.LadderEntry;
import org.iltlib.decision.ladder.LadderMatter;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.finding.Need;

/**
 * Finds what belongs to a decision among the entries that stand. Needs are taken as they were cited: the decision rests
 * on them as they read then.
 */
final class DossierSearch {
    private final TeamRecord record;
    private final Standing standing;

    DossierSearch(TeamRecord record, Standing standing) {
        this.record = record;
        this.standing = standing;
    }

    Dossier find(EntryId id) {
        Decision decision = record.get(Decision.KIND, id);
        Proposal proposal = record.get(Proposal.KIND, decision.proposal());
        Set<EntryId> revisions = revisions(proposal);
        List<CommitmentLevels> levels = list(CommitmentLevels.KIND).stream()
                .filter(each -> each.decision().equals(id))
                .toList();
        List<LadderMatter> matters = list(LadderMatter.KIND).stream()
                .filter(each -> revisions.contains(each.proposal()))
                .toList();
        Set<EntryId> taken = matters.stream().map(LadderMatter::id).collect(Collectors.toUnmodifiableSet());
        return Dossier.builder()
                .decision(decision)
                .proposal(proposal)
                .deliberation(decision.deliberation().map(each -> record.get(Deliberation.KIND, each)))
                .addAllNeeds(proposal.needs().stream()
                        .flatMap(each -> record.find(Need.KIND, each).stream())
                        .toList())
                .addAllEquityChecks(list(EquityCheck.KIND).stream()
                        .filter(each -> revisions.contains(each.proposal()))
                        .toList())
                .addAllConsultations(list(Consultation.KIND).stream()
                        .filter(each -> revisions.contains(each.proposal()))
                        .toList())
                .commitment(levels.stream().reduce((first, second) -> second))
                .addAllRoles(list(RoleAssignment.KIND).stream()
                        .filter(each ->
                                revisions.contains(each.about()) || each.about().equals(id))
                        .toList())
                .addAllReviews(list(DecisionReview.KIND).stream()
                        .filter(each -> each.decision().equals(id))
                        .toList())
                .addAllInvolvement(list(InvolvementChoice.KIND).stream()
                        .filter(each -> revisions.contains(each.proposal()))
                        .toList())
                .addAllProceedings(logs(decision, revisions))
                .addAllLadderMatters(matters)
                .addAllLadderEvents(list(LadderEntry.KIND).stream()
                        .filter(each -> taken.contains(each.matter()))
                        .toList())
                .build();
    }

    /** The logs that stand and are on a revision, and those that the decision cites, as they were cited. */
    private List<Proceedings> logs(Decision decision, Set<EntryId> revisions) {
        Set<EntryId> cited = new HashSet<>(decision.objections());
        cited.addAll(decision.sealedBallots());
        return record.listEntries(Proceedings.KIND.name()).stream()
                .filter(entry -> cited.contains(entry.id())
                        || (standing.stands(entry.id())
                                && entry.cites().stream().anyMatch(revisions::contains)))
                .map(entry -> entry.as(Proceedings.KIND))
                .toList();
    }

    /** The proposal and those that it revises, directly or through others. */
    private Set<EntryId> revisions(Proposal proposal) {
        Set<EntryId> ids = new HashSet<>();
        Optional<Proposal> next = Optional.of(proposal);
        while (next.isPresent() && ids.add(next.get().id())) {
            next = next.get().revises().flatMap(each -> record.find(Proposal.KIND, each));
        }
        return ids;
    }

    private <T extends Recordable> List<T> list(Kind<T> kind) {
        return record.listEntries(kind.name()).stream()
                .filter(entry -> standing.stands(entry.id()))
                .map(entry -> entry.as(kind))
                .toList();
    }
}
