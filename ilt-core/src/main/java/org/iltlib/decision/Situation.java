package org.iltlib.decision;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What a matter is like, in seven answers from which {@link Involvement} follows. Immutable. */
@Value.Immutable
public abstract class Situation {
    /** The written form. */
    public static final Form<Situation> FORM = Form.<Situation, Builder>built(Situation::builder, Builder::build)
            .field("quality", Forms.FLAG, Situation::quality, Builder::quality)
            .field("informed", Forms.FLAG, Situation::informed, Builder::informed)
            .field("structured", Forms.FLAG, Situation::structured, Builder::structured)
            .field("acceptanceNeeded", Forms.FLAG, Situation::acceptanceNeeded, Builder::acceptanceNeeded)
            .field("acceptedFromLeader", Forms.FLAG, Situation::acceptedFromLeader, Builder::acceptedFromLeader)
            .field("goalsShared", Forms.FLAG, Situation::goalsShared, Builder::goalsShared)
            .field("conflictLikely", Forms.FLAG, Situation::conflictLikely, Builder::conflictLikely);

    Situation() {}

    /** Whether one solution is likely to be better than another. */
    public abstract boolean quality();

    /** Whether the leader knows enough to decide well. */
    public abstract boolean informed();

    /** Whether it is clear what is known, what is missing and where to find it. */
    public abstract boolean structured();

    /** Whether the decision fails unless members accept it. */
    public abstract boolean acceptanceNeeded();

    /** Whether members would accept it if the leader decided alone. */
    public abstract boolean acceptedFromLeader();

    /** Whether members want from it what the school wants. */
    public abstract boolean goalsShared();

    /** Whether members are likely to disagree about solutions. */
    public abstract boolean conflictLikely();

    /** How many should take part. */
    public Involvement involvement() {
        return Involvement.of(this);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a situation; all seven answers must be given. */
    public static final class Builder extends ImmutableSituation.Builder {
        Builder() {}
    }
}
