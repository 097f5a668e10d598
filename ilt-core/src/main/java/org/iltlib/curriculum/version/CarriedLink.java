package org.iltlib.curriculum.version;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What became of a link to a standard when its framework was replaced. Immutable. */
@Value.Immutable
public abstract class CarriedLink {
    /** The written form. */
    public static final Form<CarriedLink> FORM = Form.<CarriedLink, Builder>built(CarriedLink::builder, Builder::build)
            .field("standard", StandardId.FORM, CarriedLink::standard, Builder::standard)
            .list("successors", StandardId.FORM, CarriedLink::successors, Builder::addAllSuccessors)
            .field("mark", Forms.enumOf(Mark.class), CarriedLink::mark, Builder::mark)
            .maybe("reason", Forms.TEXT, CarriedLink::reason, Builder::reason);

    /** How sure the new link is. */
    public enum Mark {
        /** One standard took the place of the old one, with the same words. */
        CARRIED("carried"),
        /** Several took its place: somebody must say which of them is meant. */
        SPLIT("split"),
        /** One took its place and that of others: the link may now say more than was meant. */
        MERGED("merged"),
        /** Something else changed, or nothing took its place: somebody must look. */
        NEEDS_REVIEW("needs review");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    CarriedLink() {}

    /** The standard of the earlier version. */
    public abstract StandardId standard();

    /** What took its place; empty if nothing did. */
    public abstract List<StandardId> successors();

    /** How sure that is. */
    public abstract Mark mark();

    /** Why it needs review. */
    public abstract Optional<String> reason();

    /** Checks that the mark fits the number of successors, and that a review has a reason. */
    @Value.Check
    void check() {
        Checks.distinct(successors(), "successors");
        reason().ifPresent(text -> Checks.text(text, "reason"));
        boolean fits = switch (mark()) {
            case CARRIED, MERGED -> successors().size() == 1;
            case SPLIT -> successors().size() > 1;
            case NEEDS_REVIEW -> reason().isPresent();
        };
        Checks.require(
                fits,
                "The link to %s is %s with %s successors%s. Expected one if carried or merged, several if split, and a"
                        + " reason if it needs review.",
                standard(),
                mark(),
                successors().size(),
                reason().isPresent() ? "" : " and no reason");
    }

    /** Such as {@code 3.OA.1 → 3.OA.A.1: carried}. */
    @Override
    public String toString() {
        return standard() + " → "
                + (successors().isEmpty()
                        ? "nothing"
                        : String.join(
                                ", ",
                                successors().stream().map(StandardId::value).toList()))
                + ": " + mark() + reason().map(why -> " (" + why + ")").orElse("");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a link; standard and mark must be set. */
    public static final class Builder extends ImmutableCarriedLink.Builder {
        Builder() {}
    }
}
