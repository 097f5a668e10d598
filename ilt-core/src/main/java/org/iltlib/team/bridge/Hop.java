package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One step of an {@link UpwardItem} from a team to the next, where it stands from then on. Immutable. */
@Value.Immutable
public abstract class Hop implements Recordable {
    /** The written form. */
    public static final Form<Hop> FORM = Form.<Hop, Builder>built(Hop::builder, Builder::build)
            .field("id", EntryId.FORM, Hop::id, Builder::id)
            .field("item", EntryId.FORM, Hop::item, Builder::item)
            .field("fromTeam", TeamId.FORM, Hop::fromTeam, Builder::fromTeam)
            .field("toTeam", TeamId.FORM, Hop::toTeam, Builder::toTeam)
            .field("on", Forms.DATE, Hop::on, Builder::on)
            .maybe("keeper", PersonId.FORM, Hop::keeper, Builder::keeper);

    /** The kind of entry. */
    public static final Kind<Hop> KIND = Kind.of("upward-hop", 1, Hop.class, FORM);

    Hop() {}

    @Override
    public abstract EntryId id();

    /** The item. */
    public abstract EntryId item();

    /** The team with which it stood. */
    public abstract TeamId fromTeam();

    /** The team with which it stands now. */
    public abstract TeamId toTeam();

    /** The day on which it got there. */
    public abstract LocalDate on();

    /** Who sees to it there. */
    public abstract Optional<PersonId> keeper();

    /** Checks that it goes somewhere. */
    @Value.Check
    void check() {
        Checks.require(!fromTeam().equals(toTeam()), "The item %s goes from %s to itself.", item(), fromTeam());
    }

    /** That hop, with nobody named to see to the item. */
    public static Hop of(EntryId id, EntryId item, TeamId from, TeamId to, LocalDate on) {
        return builder().id(id).item(item).fromTeam(from).toTeam(to).on(on).build();
    }

    /** The item. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(item());
    }

    @Override
    public Kind<Hop> kind() {
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

    /** Builds a hop; only the keeper may be left out. */
    public static final class Builder extends ImmutableHop.Builder {
        Builder() {}
    }
}
