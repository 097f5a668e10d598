package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Which team reports to which: teacher teams to the school's, schools' to the district's. A team may report to several,
 * but never, by any way, to itself. A change is a new entry that cites this one. Immutable; each method is linear in the
 * number of channels, {@link #listBelow} quadratic at worst.
 */
@Value.Immutable
public abstract class TeamChain implements Recordable {
    /** The written form. */
    public static final Form<TeamChain> FORM = Form.<TeamChain, Builder>built(TeamChain::builder, Builder::build)
            .field("id", EntryId.FORM, TeamChain::id, Builder::id)
            .list("channels", Channel.FORM, TeamChain::channels, Builder::addAllChannels)
            .field("adopted", Forms.DATE, TeamChain::adopted, Builder::adopted)
            .maybe("replaces", EntryId.FORM, TeamChain::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<TeamChain> KIND = Kind.of("team-chain", 1, TeamChain.class, FORM);

    TeamChain() {}

    @Override
    public abstract EntryId id();

    /** The channels, at least one, none twice. */
    public abstract List<Channel> channels();

    /** The day from which it stands so. */
    public abstract LocalDate adopted();

    /** The earlier chain that this one replaces. */
    public abstract Optional<EntryId> replaces();

    /** Checks that no channel stands twice and that no team reports to itself by way of others. */
    @Value.Check
    void check() {
        Checks.notEmpty(channels(), "channels");
        Checks.distinct(channels().stream().map(Channel::toString).toList(), "channels");
        for (Channel channel : channels()) {
            Checks.require(
                    findPath(channel.reportsTo(), channel.team()).isEmpty(),
                    "The team %s reports to itself by way of %s. Maybe one of the channels is the wrong way round.",
                    channel.team(),
                    channel.reportsTo());
        }
    }

    /** Every team with a channel, in the order of channels. */
    public Set<TeamId> listTeams() {
        Set<TeamId> teams = new LinkedHashSet<>();
        for (Channel channel : channels()) {
            teams.add(channel.team());
            teams.add(channel.reportsTo());
        }
        return Collections.unmodifiableSet(teams);
    }

    /** The channel between these two, if there is one. */
    public Optional<Channel> findChannel(TeamId team, TeamId reportsTo) {
        return channels().stream()
                .filter(channel ->
                        channel.team().equals(team) && channel.reportsTo().equals(reportsTo))
                .findFirst();
    }

    /** The teams to which that one reports, in order; empty at the top and for a team that is not known. */
    public List<TeamId> listAbove(TeamId team) {
        return channels().stream()
                .filter(channel -> channel.team().equals(team))
                .map(Channel::reportsTo)
                .toList();
    }

    /** The teams that report to that one, over however many channels; in the order of channels. */
    public List<TeamId> listBelow(TeamId team) {
        return listTeams().stream()
                .filter(other -> !other.equals(team) && findPath(other, team).isPresent())
                .toList();
    }

    /**
     * The shortest way up from one team to another, both included; of two as short, that of the earlier channel. Empty
     * if there is none.
     */
    public Optional<List<TeamId>> findPath(TeamId from, TeamId to) {
        Map<TeamId, TeamId> cameFrom = new LinkedHashMap<>();
        Deque<TeamId> next = new ArrayDeque<>(List.of(from));
        Set<TeamId> seen = new LinkedHashSet<>(next);
        while (!next.isEmpty() && !seen.contains(to)) {
            TeamId team = next.remove();
            for (TeamId above : listAbove(team)) {
                if (seen.add(above)) {
                    cameFrom.put(above, team);
                    next.add(above);
                }
            }
        }
        if (!seen.contains(to)) {
            return Optional.empty();
        }
        List<TeamId> path = new ArrayList<>(List.of(to));
        for (TeamId step = cameFrom.get(to); step != null; step = cameFrom.get(step)) {
            path.add(0, step);
        }
        return Optional.of(List.copyOf(path));
    }

    /** How many channels lie between the two on the shortest way up; 0 from a team to itself, empty without a way. */
    public Optional<Integer> findHops(TeamId from, TeamId to) {
        return findPath(from, to).map(path -> path.size() - 1);
    }

    @Override
    public List<EntryId> basedOn() {
        return replaces().stream().toList();
    }

    @Override
    public Kind<TeamChain> kind() {
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

    /** Builds a chain; only the entry it replaces may be left out. */
    public static final class Builder extends ImmutableTeamChain.Builder {
        Builder() {}
    }
}
