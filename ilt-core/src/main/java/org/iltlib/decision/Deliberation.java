package org.iltlib.decision;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The rounds in which a team came to an outcome.
 *
 * @param id the id
 * @param rounds the rounds in order, numbered from 1 without gaps; a later one votes on the same text or a newer one
 */
public record Deliberation(EntryId id, List<Round> rounds) implements Recordable {
    /** The written form. */
    public static final Form<Deliberation> FORM = Form.of(
            "id",
            EntryId.FORM,
            Deliberation::id,
            "rounds",
            Forms.listOf(Round.FORM),
            Deliberation::rounds,
            Deliberation::new);

    /** The kind of entry. */
    public static final Kind<Deliberation> KIND = Kind.of("deliberation", 1, Deliberation.class, FORM);

    /** Checks that rounds are in order, and that a changed text is a newer revision. */
    public Deliberation {
        rounds = List.copyOf(Checks.notEmpty(rounds, "rounds"));
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            Checks.require(
                    round.outcome().round() == i + 1,
                    "Round %s stands at place %s.",
                    round.outcome().round(),
                    i + 1);
            if (i > 0) {
                Round before = rounds.get(i - 1);
                Checks.require(
                        !round.heldOn().isBefore(before.heldOn()), "Round %s was held before round %s.", i + 1, i);
                boolean sameText = round.proposal().equals(before.proposal());
                int step = Integer.signum(
                        round.outcome().revision() - before.outcome().revision());
                Checks.require(
                        step == (sameText ? 0 : 1),
                        "Round %s votes on %s in revision %s after %s in revision %s. A changed text is a newer revision.",
                        i + 1,
                        round.proposal(),
                        round.outcome().revision(),
                        before.proposal(),
                        before.outcome().revision());
            }
        }
    }

    /** What came of the last round. */
    public Outcome outcome() {
        return rounds.get(rounds.size() - 1).outcome();
    }

    /** The proposals voted on, each once, in order. */
    @Override
    public List<EntryId> basedOn() {
        return rounds.stream().map(Round::proposal).distinct().toList();
    }

    @Override
    public Kind<Deliberation> kind() {
        return KIND;
    }
}
