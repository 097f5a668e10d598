package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.ActivityType;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * One time that teachers learned from one another: a visit to a class, a lesson studied together, a study group. That
 * it took place, not what was seen. It serves growth only. Immutable.
 */
@Value.Immutable
public abstract class PeerLearning implements Recordable, PurposeLimited.Growth {
    private static final Set<ActivityType> SORTS =
            EnumSet.of(ActivityType.PEER_OBSERVATION, ActivityType.LESSON_STUDY, ActivityType.STUDY_GROUP);
    private static final int LONGEST = 24 * 60;

    /** The written form. */
    public static final Form<PeerLearning> FORM = Form.<PeerLearning, Builder>built(
                    PeerLearning::builder, Builder::build)
            .field("id", EntryId.FORM, PeerLearning::id, Builder::id)
            .field("type", Forms.enumOf(ActivityType.class), PeerLearning::type, Builder::type)
            .field("on", Forms.DATE, PeerLearning::on, Builder::on)
            .field("minutes", Forms.INTEGER, PeerLearning::minutes, Builder::minutes)
            .maybe("host", PersonId.FORM, PeerLearning::host, Builder::host)
            .list("others", PersonId.FORM, PeerLearning::others, Builder::addAllOthers)
            .list("basedOn", EntryId.FORM, PeerLearning::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<PeerLearning> KIND = Kind.of("peer-learning", 1, PeerLearning.class, FORM);

    PeerLearning() {}

    @Override
    public abstract EntryId id();

    /** Peer observation, lesson study or study group. */
    public abstract ActivityType type();

    /** The day. */
    public abstract LocalDate on();

    /** How long, 1 to 1,440 minutes. */
    public abstract int minutes();

    /** Whose class was visited; needed for a peer observation. */
    public abstract Optional<PersonId> host();

    /** Who else took part, each once; at least one beside a host, at least two without. */
    public abstract List<PersonId> others();

    /** The goal or the learning that it belongs to; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks sort, minutes and people. */
    @Value.Check
    void check() {
        Checks.require(
                SORTS.contains(type()), "type is %s. Expected one of %s. Maybe a LearningSession.", type(), SORTS);
        Checks.require(minutes() >= 1 && minutes() <= LONGEST, "minutes are %s. Expected 1 to %s.", minutes(), LONGEST);
        Checks.distinct(others(), "others");
        Checks.require(
                host().isPresent() || type() != ActivityType.PEER_OBSERVATION,
                "host is missing. Expected whose class was visited.");
        host().ifPresent(one ->
                Checks.require(!others().contains(one), "others has the host \"%s\". Expected others only.", one));
        Checks.require(
                others().size() + (host().isPresent() ? 1 : 0) >= 2,
                "others are %s. Expected two people in all at least.",
                others());
        Checks.distinct(basedOn(), "basedOn");
    }

    @Override
    public Kind<PeerLearning> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an event; id, type, day, minutes and people must be set. */
    public static final class Builder extends ImmutablePeerLearning.Builder {
        Builder() {}
    }
}
