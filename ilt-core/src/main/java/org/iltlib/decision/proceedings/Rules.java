package org.iltlib.decision.proceedings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.iltlib.base.Checks;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.ladder.Ladder;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.form.Shape;
import org.immutables.value.Value;

/** How one step of a matter is decided: by which body and protocol, and until when. Immutable. */
@Value.Immutable
public abstract class Rules {
    private static final Form<DecisionProtocol> PROTOCOL = new Form<>() {
        @Override
        public Node write(DecisionProtocol value) {
            return Protocols.form().write(value);
        }

        @Override
        public DecisionProtocol read(Node node) {
            return Protocols.form().read(node);
        }

        @Override
        public Shape shape() {
            return new Shape.Plain("protocol");
        }
    };

    /** The written form. */
    public static final Form<Rules> FORM = Form.<Rules, Builder>built(Rules::builder, Builder::build)
            .field("protocol", PROTOCOL, Rules::protocol, Builder::protocol)
            .field("body", Forms.TEXT, Rules::body, Builder::body)
            .maybe("schoolDays", Forms.INTEGER, rules -> boxed(rules.schoolDays()), Builder::schoolDays)
            .maybe(
                    "reconsiderSchoolDays",
                    Forms.INTEGER,
                    rules -> boxed(rules.reconsiderSchoolDays()),
                    Builder::reconsiderSchoolDays)
            .field("calendar", SchoolDays.FORM, Rules::calendar, Builder::calendar)
            .field("zone", Forms.id(ZoneId::getId, Rules::parse), Rules::zone, Builder::zone);

    Rules() {}

    /** How ballots are counted, in the form of {@link Protocols#form()}; nothing else decides. */
    public abstract DecisionProtocol protocol();

    /** Who votes, as a ladder names it; {@link Ladder.Step#TEAM} unless said otherwise. */
    @Value.Default
    public String body() {
        return Ladder.Step.TEAM;
    }

    /** On how many school days after the one on which a round begins there may still be voted; absent without a limit. */
    public abstract OptionalInt schoolDays();

    /** How many school days after the close somebody may move to reconsider; absent without a limit. */
    public abstract OptionalInt reconsiderSchoolDays();

    /** The school's days; every weekday unless said otherwise. */
    @Value.Default
    public SchoolDays calendar() {
        return SchoolDays.WEEKDAYS;
    }

    /** The time zone in which a day ends; UTC unless said otherwise. */
    @Value.Default
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** Checks the name and the numbers. */
    @Value.Check
    void check() {
        Checks.text(body(), "body");
        schoolDays().ifPresent(days -> Checks.notNegative(days, "schoolDays"));
        reconsiderSchoolDays().ifPresent(days -> Checks.notNegative(days, "reconsiderSchoolDays"));
    }

    /** By that protocol, by the team, without a limit. */
    public static Rules of(DecisionProtocol protocol) {
        return builder().protocol(protocol).build();
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    /** The first instant that is too late to vote in a round begun then. */
    Optional<Instant> deadline(Instant begun) {
        return end(begun, schoolDays());
    }

    /** The first instant that is too late to reconsider what was closed then. */
    Optional<Instant> reconsiderBefore(Instant closed) {
        return end(closed, reconsiderSchoolDays());
    }

    private Optional<Instant> end(Instant from, OptionalInt days) {
        return boxed(days)
                .map(number -> calendar()
                        .after(day(from), number)
                        .plusDays(1)
                        .atStartOfDay(zone())
                        .toInstant());
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static ZoneId parse(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "There is no time zone \"" + id + "\". Expected one such as America/New_York or Z.", e);
        }
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds rules; the protocol must be set. */
    public static final class Builder extends ImmutableRules.Builder {
        Builder() {}
    }
}
