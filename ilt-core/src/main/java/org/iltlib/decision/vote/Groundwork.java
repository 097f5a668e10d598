package org.iltlib.decision.vote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What was established before a vote is counted and no ballot says: the day, what the matter is about and costs, advice,
 * what became of objections. For protocols that ask for it; taken as given. Immutable.
 */
@Value.Immutable
public abstract class Groundwork {
    /** The written form. */
    public static final Form<Groundwork> FORM = Form.<Groundwork, Builder>built(Groundwork::builder, Builder::build)
            .maybe("day", Forms.DATE, Groundwork::day, Builder::day)
            .set("subjects", Forms.TEXT, Groundwork::subjects, Builder::addAllSubjects)
            .map("amounts", Forms.DECIMAL, Groundwork::amounts, Builder::putAllAmounts)
            .maybe("adviceDueOn", Forms.DATE, Groundwork::adviceDueOn, Builder::adviceDueOn)
            .list("advice", GivenAdvice.FORM, Groundwork::advice, Builder::addAllAdvice)
            .set("resolved", PersonId.FORM, Groundwork::resolved, Builder::addAllResolved)
            .list("blockTests", BlockTest.FORM, Groundwork::blockTests, Builder::addAllBlockTests)
            .map("blocksBefore", Forms.INTEGER, Groundwork::blocksBefore, Builder::putAllBlocksBefore);

    /** Nothing of all that. */
    public static final Groundwork NONE = builder().build();

    Groundwork() {}

    /** The day of the decision. */
    public abstract Optional<LocalDate> day();

    /** What the matter is about, in the words in which decisions are delegated. */
    public abstract Set<String> subjects();

    /** What it costs or takes, by unit: {@code USD}, {@code teacher hours}; each zero or more. */
    public abstract Map<String, BigDecimal> amounts();

    /** The last day for advice; who was asked and has not answered after it has been heard. */
    public abstract Optional<LocalDate> adviceDueOn();

    /** The advice that was given, and how it was used. */
    public abstract List<GivenAdvice> advice();

    /** Whose objection or block no longer stands: worked into the text, withdrawn, found invalid, or overridden. */
    public abstract Set<PersonId> resolved();

    /** What the team said of blocks; at most one for each blocker. */
    public abstract List<BlockTest> blockTests();

    /** How many blocks a person has used before this vote in the span that the rules limit, by the person's id. */
    public abstract Map<String, Integer> blocksBefore();

    /** Checks the numbers and that nobody is named twice. */
    @Value.Check
    void check() {
        amounts().forEach((unit, amount) -> {
            Checks.text(unit, "unit");
            Checks.require(amount.signum() >= 0, "The amount in %s is %s. Expected zero or more.", unit, amount);
        });
        subjects().forEach(subject -> Checks.text(subject, "subject"));
        blocksBefore().forEach((person, number) -> Checks.notNegative(number, "blocks of " + person));
        Checks.distinct(blockTests().stream().map(BlockTest::blocker).toList(), "blockers");
        Checks.distinct(advice().stream().map(GivenAdvice::adviser).toList(), "advisers");
    }

    /** What the team said of the block of that person, if it was asked. */
    public Optional<BlockTest> findBlockTest(PersonId blocker) {
        return blockTests().stream()
                .filter(test -> test.blocker().equals(blocker))
                .findFirst();
    }

    /** The advice of that person, if it was given. */
    public Optional<GivenAdvice> findAdvice(PersonId adviser) {
        return advice().stream()
                .filter(given -> given.adviser().equals(adviser))
                .findFirst();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds it; everything may be left out. */
    public static final class Builder extends ImmutableGroundwork.Builder {
        Builder() {}
    }
}
