package org.iltlib.examples.year;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.achievement.SchoolComparison;
import org.iltlib.base.PersonId;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.FollowThrough;
import org.iltlib.team.Seat;
import org.immutables.value.Value;

/** What came of each chapter, for the page. */
@Value.Immutable
abstract class Chapters {
    Chapters() {}

    abstract Study study();

    abstract Forming.Result formed();

    abstract Findings.Result findings();

    /** The comparison with the other schools over all grades, the last one included. */
    abstract List<SchoolComparison.Cell> allGrades();

    abstract Proposing.Result proposed();

    abstract Deciding.Result decided();

    abstract List<Commitment> commitments();

    abstract FollowThrough followed();

    abstract Mentoring.Result mentors();

    abstract Monitoring.Result monitored();

    abstract Judging.Result judged();

    abstract Remembering.Result remembered();

    /** Who holds the seat, in words. */
    String words(Seat seat) {
        Optional<Teacher> teacher = seat.person()
                .flatMap(person -> study().teachers().stream()
                        .filter(t -> t.person().equals(person))
                        .findFirst());
        return teacher.map(Teacher::words)
                .orElse(seat.person().map(PersonId::value).orElse("vacant") + ", not in the data");
    }

    static ImmutableChapters.Builder builder() {
        return ImmutableChapters.builder();
    }
}
