package org.iltlib.decision.vote;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What a team said of one block: who agrees that it is one in the sense of the team's definition, and who supports it.
 *
 * @param blocker whose block
 * @param confirming who agrees that it meets the definition
 * @param supporting who supports it; the blocker does so without being named
 */
public record BlockTest(PersonId blocker, Set<PersonId> confirming, Set<PersonId> supporting) {
    /** The written form. */
    public static final Form<BlockTest> FORM = Form.of(
            "blocker",
            PersonId.FORM,
            BlockTest::blocker,
            "confirming",
            Forms.setOf(PersonId.FORM),
            BlockTest::confirming,
            "supporting",
            Forms.setOf(PersonId.FORM),
            BlockTest::supporting,
            BlockTest::new);

    /** Copies the sets, in the order of persons. */
    public BlockTest {
        confirming = Collections.unmodifiableSet(new TreeSet<>(confirming));
        supporting = Collections.unmodifiableSet(new TreeSet<>(supporting));
    }
}
