package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.version.CarriedLink.Mark;

/**
 * Carries links from one version of a framework to the next: those of courses, lessons, tests and judgments. Every link
 * gets a mark, and none is lost: what cannot be carried without a person's word stays and says why. Immutable. Constant
 * time a link.
 *
 * @param succession what became of each standard
 */
public record Migration(Succession succession) {

    /** Links carried along that succession. */
    public static Migration of(Succession succession) {
        return new Migration(succession);
    }

    /** What becomes of a link to that standard. */
    public CarriedLink carry(StandardId from) {
        CarriedLink.Builder link = CarriedLink.builder().standard(from);
        Optional<Standard> old = succession.before().findStandard(from);
        if (old.isEmpty()) {
            return link.mark(Mark.NEEDS_REVIEW)
                    .reason("it is not in the earlier version")
                    .build();
        }
        List<StandardId> to = List.copyOf(succession.successors(from).keySet());
        link.addAllSuccessors(to);
        Set<StandardId> missing = succession.missing(from);
        if (!missing.isEmpty()) {
            return link.mark(Mark.NEEDS_REVIEW)
                    .reason("it was replaced by " + missing.iterator().next() + (to.isEmpty() ? "" : " as well")
                            + ", which is not in the later version")
                    .build();
        }
        if (to.isEmpty()) {
            return link.mark(Mark.NEEDS_REVIEW)
                    .reason("nothing takes its place")
                    .build();
        }
        List<StandardId> shared =
                to.stream().filter(id -> succession.predecessors(id).size() > 1).toList();
        if (to.size() > 1) {
            return shared.isEmpty()
                    ? link.mark(Mark.SPLIT).build()
                    : link.mark(Mark.NEEDS_REVIEW)
                            .reason("it was split, and " + shared.get(0) + " takes the place of others too")
                            .build();
        }
        if (!shared.isEmpty()) {
            return link.mark(Mark.MERGED).build();
        }
        Standard young = succession.after().getStandard(to.get(0));
        Optional<String> change = change(old.get(), young);
        change.ifPresent(link::reason);
        return link.mark(change.isPresent() ? Mark.NEEDS_REVIEW : Mark.CARRIED).build();
    }

    private static Optional<String> change(Standard old, Standard young) {
        if (!words(old.statement()).equals(words(young.statement()))) {
            return Optional.of("its statement changed");
        }
        return old.grades().equals(young.grades())
                ? Optional.empty()
                : Optional.of("its grades changed from " + old.grades() + " to " + young.grades());
    }

    /** Blanks do not count. */
    private static String words(String statement) {
        return statement.strip().replaceAll("\\s+", " ");
    }

    /** What becomes of each of those links, in order; as many as were given. */
    public List<CarriedLink> carry(Collection<StandardId> links) {
        return links.stream().map(this::carry).toList();
    }

    /**
     * What becomes of judgments on the items of an assessment. A judgment is carried if each of its objectives is; a
     * person must judge the others anew, with what could take their place at hand.
     *
     * @param carried the judgments under the later version
     * @param pending those that need a person, as they were
     * @param links what became of each objective that is named, once each, in order
     */
    public record Carried(Alignment carried, List<AlignmentJudgment> pending, List<CarriedLink> links) {
        /** Copies. */
        public Carried {
            pending = List.copyOf(pending);
            links = List.copyOf(links);
        }
    }

    /**
     * Carries judgments.
     *
     * @param alignment the judgments under the earlier version
     * @param id the id of the new alignment
     * @throws IllegalArgumentException if the alignment is of another framework
     */
    public Carried carry(Alignment alignment, EntryId id) {
        Checks.require(
                alignment.framework().equals(succession.before().id()),
                "The alignment is of \"%s\". Expected \"%s\", the earlier version.",
                alignment.framework(),
                succession.before().id());
        Map<StandardId, CarriedLink> links = new LinkedHashMap<>();
        List<AlignmentJudgment> carried = new ArrayList<>();
        List<AlignmentJudgment> pending = new ArrayList<>();
        for (AlignmentJudgment judgment : alignment.judgments()) {
            judgment.listObjectives().forEach(objective -> links.computeIfAbsent(objective, this::carry));
            List<StandardId> objectives = judgment.listObjectives().stream()
                    .map(links::get)
                    .filter(link -> link.mark() == Mark.CARRIED)
                    .map(link -> link.successors().get(0))
                    .toList();
            if (objectives.size() == judgment.listObjectives().size()) {
                carried.add(judgment.toBuilder()
                        .primary(objectives.stream().findFirst())
                        .secondary(objectives.stream().skip(1).toList())
                        .build());
            } else {
                pending.add(judgment);
            }
        }
        Alignment young = alignment.toBuilder()
                .id(id)
                .framework(succession.after().id())
                .judgments(carried)
                .build();
        return new Carried(young, pending, List.copyOf(links.values()));
    }
}
