package org.iltlib.decision.dossier;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.decision.Proposal;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;

/**
 * Whose needs an instructional proposal must cite, and what happens if it does not. Matters that are not instructional
 * are not held to it.
 *
 * <pre>{@code
 * NeedPolicy.BOTH_REQUIRED.of(proposal, needs).verdict();      // REFUSED: no need of teachers is cited
 * }</pre>
 *
 * @param name the name under which a charter refers to it
 * @param demanded whose needs must be cited
 * @param refuses whether a proposal that lacks one is refused; otherwise it is flagged
 */
public record NeedPolicy(String name, Set<NeedKind> demanded, boolean refuses) {
    /** A need of students and a need of teachers, or it is refused. */
    public static final NeedPolicy BOTH_REQUIRED = new NeedPolicy("both needs required", both(), true);

    /** A need of students and a need of teachers, or it is flagged. */
    public static final NeedPolicy BOTH_FLAGGED = new NeedPolicy("both needs flagged", both(), false);

    /** Switched off: nothing is demanded. */
    public static final NeedPolicy OFF = new NeedPolicy("no needs demanded", Set.of(), false);

    /** What the policy says. */
    public enum Verdict {
        /** All needs demanded are cited. */
        MET,
        /** One is not; the proposal may be decided, and the record shows it. */
        FLAGGED,
        /** One is not; the proposal must not be decided. */
        REFUSED,
        /** The matter is not instructional. */
        NOT_APPLICABLE
    }

    /**
     * The verdict, with what is missing.
     *
     * @param verdict the verdict
     * @param missing whose needs are demanded and not cited
     * @param why why, in words
     */
    public record Report(Verdict verdict, Set<NeedKind> missing, Explanation why) {
        /** Copies the set, in order. */
        public Report {
            missing = ordered(missing);
        }
    }

    /** Checks the name and copies the set, in order. */
    public NeedPolicy {
        Checks.text(name, "name");
        demanded = ordered(demanded);
    }

    private static Set<NeedKind> both() {
        return EnumSet.allOf(NeedKind.class);
    }

    private static Set<NeedKind> ordered(Collection<NeedKind> kinds) {
        EnumSet<NeedKind> copy = EnumSet.noneOf(NeedKind.class);
        copy.addAll(kinds);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * What the policy says of that proposal. Linear in the needs.
     *
     * @param needs the needs that the proposal cites, perhaps among others; a cited entry that is not among them is no
     *     need
     */
    public Report of(Proposal proposal, Collection<Need> needs) {
        if (!proposal.isInstructional()) {
            return new Report(
                    Verdict.NOT_APPLICABLE,
                    Set.of(),
                    Explanation.of("The matter is not instructional, so \"%s\" does not apply.", name));
        }
        List<EntryId> cited = proposal.needs();
        EnumSet<NeedKind> missing = EnumSet.noneOf(NeedKind.class);
        missing.addAll(demanded);
        needs.stream().filter(need -> cited.contains(need.id())).forEach(need -> missing.remove(need.whose()));
        if (missing.isEmpty()) {
            return new Report(Verdict.MET, missing, Explanation.of("\"%s\" is met.", name));
        }
        Explanation why = Explanation.of(refuses ? "\"%s\" refuses the proposal." : "\"%s\" flags the proposal.", name);
        for (NeedKind kind : missing) {
            why = why.because("No need of %ss is cited.", kind == NeedKind.STUDENT ? "student" : "teacher");
        }
        return new Report(refuses ? Verdict.REFUSED : Verdict.FLAGGED, missing, why);
    }
}
