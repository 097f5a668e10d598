package org.iltlib.decision.proceedings;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.BlockTest;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Acts that ask others before the count: for advice, and whether a block is one. What they tell goes into the groundwork
 * of the vote, where its protocol finds it.
 */
public sealed interface Counsel extends Act {

    /**
     * Some are asked for advice, with a seat or without; more may be asked later.
     *
     * @param persons who
     * @param dueOn the last day for an answer; the one before stays if absent, and it is never moved forward
     */
    record AdviceAsked(Set<PersonId> persons, Optional<LocalDate> dueOn) implements Counsel {
        static final Form<AdviceAsked> FORM = Form.of(
                "persons",
                Forms.setOf(PersonId.FORM),
                AdviceAsked::persons,
                "dueOn",
                Forms.optional(Forms.DATE),
                AdviceAsked::dueOn,
                AdviceAsked::new);

        /** Copies the persons, in their natural order. */
        public AdviceAsked {
            Checks.require(!persons.isEmpty(), "Nobody is asked for advice. Expected somebody.");
            persons = Collections.unmodifiableSet(new TreeSet<>(persons));
        }
    }

    /**
     * The one who moves it gives the advice asked for, once.
     *
     * @param advice in the adviser's own words
     */
    record AdviceGiven(String advice) implements Counsel {
        static final Form<AdviceGiven> FORM = Form.of("advice", Forms.TEXT, AdviceGiven::advice, AdviceGiven::new);

        /** Checks the words. */
        public AdviceGiven {
            Checks.text(advice, "advice");
        }
    }

    /**
     * It is told how a piece of advice was used; in an advice process by the decider.
     *
     * @param adviser whose advice
     * @param use followed, followed in part, not followed and why; a later word replaces an earlier
     */
    record AdviceUsed(PersonId adviser, String use) implements Counsel {
        static final Form<AdviceUsed> FORM = Form.of(
                "adviser", PersonId.FORM, AdviceUsed::adviser, "use", Forms.TEXT, AdviceUsed::use, AdviceUsed::new);

        /** Checks the words. */
        public AdviceUsed {
            Checks.text(use, "use");
        }
    }

    /**
     * The team was asked whether a block is one. Everybody present who may vote is asked, so that nobody settles it by
     * asking few; who answered neither way is among the asked. A later answer replaces an earlier; new words of the
     * proposal void it.
     *
     * @param asked who was asked; the blocker need not be named
     * @param test whose block, and who of the asked confirm and who support it
     */
    record BlockConfirmed(Set<PersonId> asked, BlockTest test) implements Counsel {
        static final Form<BlockConfirmed> FORM = Form.of(
                "asked",
                Forms.setOf(PersonId.FORM),
                BlockConfirmed::asked,
                "test",
                BlockTest.FORM,
                BlockConfirmed::test,
                BlockConfirmed::new);

        /** Copies the persons, in their natural order, and checks that nobody answers unasked. */
        public BlockConfirmed {
            asked = Collections.unmodifiableSet(new TreeSet<>(asked));
            Set<PersonId> answering = new TreeSet<>(test.confirming());
            answering.addAll(test.supporting());
            for (PersonId person : answering) {
                Checks.require(
                        asked.contains(person) || person.equals(test.blocker()),
                        "%s answers about the block of %s unasked. Expected one of %s.",
                        person,
                        test.blocker(),
                        asked);
            }
        }
    }
}
