package org.iltlib.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How a goal shall be reached. It looks both ways: a measure of what students achieve and another of what adults do.
 * Immutable.
 */
@Value.Immutable
public abstract class Strategy implements Recordable {
    /** The written form. */
    public static final Form<Strategy> FORM = Form.<Strategy, Builder>built(Strategy::builder, Builder::build)
            .field("id", EntryId.FORM, Strategy::id, Builder::id)
            .field("goal", EntryId.FORM, Strategy::goal, Builder::goal)
            .field("what", Forms.TEXT, Strategy::what, Builder::what)
            .field("studentMeasure", Forms.TEXT, Strategy::studentMeasure, Builder::studentMeasure)
            .field("adultMeasure", Forms.TEXT, Strategy::adultMeasure, Builder::adultMeasure)
            .field("theory", TheoryOfAction.FORM, Strategy::theory, Builder::theory)
            .maybe("revises", EntryId.FORM, Strategy::revises, Builder::revises);

    /** The kind of entry. */
    public static final Kind<Strategy> KIND = Kind.of("strategy", 1, Strategy.class, FORM);

    Strategy() {}

    @Override
    public abstract EntryId id();

    /** The goal that it serves. */
    public abstract EntryId goal();

    /** What shall be done, in one sentence. */
    public abstract String what();

    /** The id of the measure of what students achieve. */
    public abstract String studentMeasure();

    /** The id of the measure of what adults do; not that of the students. */
    public abstract String adultMeasure();

    /** Why it should work. */
    public abstract TheoryOfAction theory();

    /** The earlier wording of the same strategy, if this replaces one. */
    public abstract Optional<EntryId> revises();

    /** Checks the texts, and that the two measures differ. */
    @Value.Check
    void check() {
        Checks.text(what(), "what");
        Checks.id(studentMeasure(), "studentMeasure");
        Checks.id(adultMeasure(), "adultMeasure");
        Checks.require(
                !studentMeasure().equals(adultMeasure()),
                "adultMeasure is \"%s\", the measure of the students. Expected one of what adults do.",
                adultMeasure());
    }

    /** The goal, then the earlier wording. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(goal()), revises().stream()).distinct().toList();
    }

    @Override
    public Kind<Strategy> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a strategy; every property but the earlier wording must be set. */
    public static final class Builder extends ImmutableStrategy.Builder {
        Builder() {}
    }
}
