package org.iltlib.plan.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.curriculum.version.CourseDiff;
import org.iltlib.people.StakeholderGroup;

/**
 * A draft with everything said of it: how far it has come on a day, what is open, and who was heard. Immutable; methods are
 * linear in comments and approvals.
 */
public final class DraftReview {
    private final CourseDraft draft;
    private final List<DraftComment> comments;
    private final List<CommentAnswer> answers;
    private final List<DraftApproval> approvals;
    private final Optional<CourseAdoption> adoption;

    private DraftReview(
            CourseDraft draft,
            List<DraftComment> comments,
            List<CommentAnswer> answers,
            List<DraftApproval> approvals,
            Optional<CourseAdoption> adoption) {
        this.draft = draft;
        this.comments = comments;
        this.answers = answers;
        this.approvals = approvals;
        this.adoption = adoption;
    }

    /**
     * Puts them together.
     *
     * @throws IllegalArgumentException if a comment, approval or adoption is of another draft, or an answer of no comment
     */
    public static DraftReview of(
            CourseDraft draft,
            Collection<DraftComment> comments,
            Collection<CommentAnswer> answers,
            Collection<DraftApproval> approvals,
            Optional<CourseAdoption> adoption) {
        comments.forEach(one -> requireSame(draft, one.id(), one.draft()));
        approvals.forEach(one -> requireSame(draft, one.id(), one.draft()));
        adoption.ifPresent(one -> requireSame(draft, one.id(), one.draft()));
        Set<EntryId> known = comments.stream().map(DraftComment::id).collect(Collectors.toSet());
        answers.forEach(one -> Checks.require(
                known.contains(one.comment()),
                "Answer %s is to \"%s\", which is no comment on the draft.",
                one.id(),
                one.comment()));
        return new DraftReview(
                draft,
                sorted(comments, DraftComment::on, DraftComment::id),
                sorted(answers, CommentAnswer::on, CommentAnswer::id),
                sorted(approvals, DraftApproval::on, DraftApproval::id),
                adoption);
    }

    private static <T> List<T> sorted(Collection<T> all, Function<T, LocalDate> on, Function<T, EntryId> id) {
        return all.stream().sorted(Comparator.comparing(on).thenComparing(id)).toList();
    }

    private static void requireSame(CourseDraft draft, EntryId entry, EntryId cited) {
        Checks.require(cited.equals(draft.id()), "%s is of \"%s\". Expected \"%s\".", entry, cited, draft.id());
    }

    /** The draft. */
    public CourseDraft draft() {
        return draft;
    }

    /** The comments up to that day that have no answer yet, in order of days. */
    public List<DraftComment> listOpen(LocalDate on) {
        Set<EntryId> answered = answers.stream()
                .filter(one -> !one.on().isAfter(on))
                .map(CommentAnswer::comment)
                .collect(Collectors.toSet());
        return comments.stream()
                .filter(one -> !one.on().isAfter(on) && !answered.contains(one.id()))
                .toList();
    }

    /** The last word of each group up to that day, in order of groups. */
    public SortedMap<StakeholderGroup, DraftApproval> words(LocalDate on) {
        SortedMap<StakeholderGroup, DraftApproval> words = new TreeMap<>();
        approvals.stream().filter(one -> !one.on().isAfter(on)).forEach(one -> words.put(one.group(), one));
        return words;
    }

    /** The groups that must approve and have not, in order. */
    public List<StakeholderGroup> listMissingApprovals(LocalDate on) {
        Map<StakeholderGroup, DraftApproval> words = words(on);
        return draft.approvers().stream()
                .filter(group -> Optional.ofNullable(words.get(group))
                        .filter(DraftApproval::approves)
                        .isEmpty())
                .toList();
    }

    /** How far it has come. A decision counts even where something was open: {@link #obstacles} still tells what. */
    public DraftStage stage(LocalDate on) {
        if (adoption.filter(one -> !one.on().isAfter(on)).isPresent()) {
            return DraftStage.ADOPTED;
        }
        boolean silent = comments.stream().allMatch(one -> one.on().isAfter(on))
                && words(on).isEmpty();
        if (silent) {
            return DraftStage.PUT_FORWARD;
        }
        return obstacles(on).isEmpty() ? DraftStage.READY : DraftStage.IN_REVIEW;
    }

    /** What stands between the draft and its adoption, in words; empty if nothing does. */
    public List<String> obstacles(LocalDate on) {
        List<String> obstacles = new ArrayList<>();
        SortedMap<StakeholderGroup, DraftApproval> words = words(on);
        for (StakeholderGroup group : listMissingApprovals(on)) {
            Optional<DraftApproval> word = Optional.ofNullable(words.get(group));
            obstacles.add(word.flatMap(DraftApproval::condition)
                    .map(why -> group.plural() + " do not approve: " + why)
                    .orElse(group.plural() + " have not spoken"));
        }
        for (DraftComment open : listOpen(on)) {
            obstacles.add("comment \"" + open.id() + "\" is open");
        }
        return List.copyOf(obstacles);
    }

    /** How many comments have each result; of several answers to a comment the last counts. */
    public SortedMap<CommentResult, Long> results(LocalDate on) {
        Map<EntryId, CommentResult> last = new TreeMap<>();
        answers.stream().filter(one -> !one.on().isAfter(on)).forEach(one -> last.put(one.comment(), one.result()));
        SortedMap<CommentResult, Long> results = new TreeMap<>();
        last.values().forEach(result -> results.merge(result, 1L, Long::sum));
        return results;
    }

    /** The changes of the course for which the draft gives no reason, by unit in order. */
    public List<String> listUnexplained(CourseDiff diff) {
        Checks.require(
                diff.after().equals(draft.course()),
                "The changes lead to \"%s\". Expected \"%s\".",
                diff.after(),
                draft.course());
        Set<String> explained = new HashSet<>();
        draft.changes().forEach(one -> explained.add(one.unit()));
        return diff.changes().stream()
                .map(CourseDiff.Change::unit)
                .filter(unit -> !explained.contains(unit))
                .distinct()
                .toList();
    }

    /**
     * Who was heard: each comment counts once for its group, and so does each who leads or writes.
     *
     * @param people how many of each group sit at the table
     */
    public ContributionParity parity(Map<StakeholderGroup, Long> people) {
        SortedMap<StakeholderGroup, Long> heard = new TreeMap<>();
        comments.forEach(one -> heard.merge(one.group(), 1L, Long::sum));
        draft.contributors().stream()
                .filter(one -> one.role() == ContributorRole.LEAD || one.role() == ContributorRole.AUTHOR)
                .forEach(one -> heard.merge(one.group(), 1L, Long::sum));
        return new ContributionParity(heard, new TreeMap<>(people));
    }

    /** In words. */
    public Explanation explanation(LocalDate on) {
        Explanation why = Explanation.of("The draft is %s.", stage(on));
        for (Map.Entry<StakeholderGroup, DraftApproval> word : words(on).entrySet()) {
            why = why.because(
                    "%s: %s%s.",
                    word.getKey().plural(),
                    word.getValue().approves() ? "approve" : "do not approve",
                    word.getValue().condition().map(text -> ", " + text).orElse(""));
        }
        why = why.because(
                "Comments: %s, of which %s open; answered: %s.",
                comments.size(), listOpen(on).size(), results(on));
        for (String obstacle : obstacles(on)) {
            why = why.because("In the way: %s.", obstacle);
        }
        return why;
    }
}
