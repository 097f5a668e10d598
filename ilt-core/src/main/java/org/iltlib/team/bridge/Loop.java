package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.immutables.value.Value;

/** One item with its way up and its answer, as it stood at the end of one day. Immutable. */
@Value.Immutable
public abstract class Loop {
    Loop() {}

    /** The item. */
    public abstract UpwardItem item();

    /** The teams it has come to, the one that raised it first. */
    public abstract List<TeamId> path();

    /** Who sees to it where it stands; who raised it, as long as it has not gone anywhere. */
    public abstract Optional<PersonId> keeper();

    /** The first final answer that came to those who raised it. */
    public abstract Optional<ReportBack> closing();

    /** The day. */
    public abstract LocalDate on();

    /** The team with which it stands. */
    public TeamId standsWith() {
        return path().get(path().size() - 1);
    }

    /** How many hops up it has gone. */
    public int hops() {
        return path().size() - 1;
    }

    /** In how many hops it came to that team; empty if it did not. */
    public Optional<Integer> findHops(TeamId team) {
        int place = path().indexOf(team);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /** Whether it has come to the team from which the answer is wanted. */
    public boolean hasArrived() {
        return path().contains(item().toTeam());
    }

    /** Whether those who raised it have their answer. */
    public boolean isClosed() {
        return closing().isPresent();
    }

    /** The days from raising to the answer, or to the {@link #on() day} if there is none; zero or more. */
    public long days() {
        return ChronoUnit.DAYS.between(
                item().raised(), closing().map(ReportBack::on).orElse(on()));
    }

    /** "You said, we did": what was said, and what came of it. */
    @Override
    public String toString() {
        String where = item().unit().map(unit -> " (" + unit + ")").orElse("");
        String came = closing()
                .map(report -> report.answer() + ": " + report.text())
                .orElseGet(() -> "No answer after " + days() + " days; it stands with " + standsWith() + ".");
        return "You said" + where + ": " + item().text() + "\n" + came;
    }
}
