package org.iltlib.impact.quality;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Recordable;
import org.iltlib.base.SuppressionReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Whether learning centres on students: what observers see of agency, choice and voice, beside what students say. Each is
 * told only where enough observed or answered, and the two are never mixed: what adults see and what students feel may
 * differ, which is worth knowing. Immutable.
 */
@Value.Immutable
public abstract class StudentCentredReview implements Recordable {
    /** The written form. */
    public static final Form<StudentCentredReview> FORM = Form.<StudentCentredReview, Builder>built(
                    StudentCentredReview::builder, Builder::build)
            .field("id", EntryId.FORM, StudentCentredReview::id, Builder::id)
            .field("about", EntryId.FORM, StudentCentredReview::about, Builder::about)
            .field("on", Forms.DATE, StudentCentredReview::on, Builder::on)
            .list("sightings", LessonSighting.FORM, StudentCentredReview::sightings, Builder::addAllSightings)
            .list("says", StudentSay.FORM, StudentCentredReview::says, Builder::addAllSays)
            .field("leastObservers", Forms.INTEGER, StudentCentredReview::leastObservers, Builder::leastObservers)
            .field("leastLessons", Forms.INTEGER, StudentCentredReview::leastLessons, Builder::leastLessons)
            .field("leastRespondents", Forms.INTEGER, StudentCentredReview::leastRespondents, Builder::leastRespondents)
            .list("evidence", EntryId.FORM, StudentCentredReview::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<StudentCentredReview> KIND =
            Kind.of("student-centred-review", 1, StudentCentredReview.class, FORM);

    StudentCentredReview() {}

    @Override
    public abstract EntryId id();

    /** The entry of the course or goal. */
    public abstract EntryId about();

    /** The day. */
    public abstract LocalDate on();

    /** What was seen, each lesson at most once by each observer. */
    public abstract List<LessonSighting> sightings();

    /** What students say, each part once. */
    public abstract List<StudentSay> says();

    /** How many observers there must be, at least 1; two unless said otherwise. */
    @Value.Default
    public int leastObservers() {
        return 2;
    }

    /** How many lessons must be seen, at least 1; five unless said otherwise. */
    @Value.Default
    public int leastLessons() {
        return 5;
    }

    /** Below how many respondents nothing is shown, at least 1; ten unless said otherwise. */
    @Value.Default
    public int leastRespondents() {
        return 10;
    }

    /** The walks and surveys that it rests on. */
    public abstract List<EntryId> evidence();

    /** Checks that nothing stands twice. */
    @Value.Check
    void check() {
        Checks.positive(leastObservers(), "leastObservers");
        Checks.positive(leastLessons(), "leastLessons");
        Checks.positive(leastRespondents(), "leastRespondents");
        Checks.distinct(
                sightings().stream()
                        .map(one -> one.person() + " in " + one.lesson())
                        .toList(),
                "sightings");
        Checks.distinct(says().stream().map(StudentSay::part).toList(), "says");
        Checks.distinct(evidence(), "evidence");
    }

    /**
     * The share of sightings in which students had that part, exactly; missing if fewer observers or lessons than asked
     * for.
     */
    public Measured<Fraction> seen(StudentPart part) {
        long observers =
                sightings().stream().map(LessonSighting::person).distinct().count();
        long lessons =
                sightings().stream().map(LessonSighting::lesson).distinct().count();
        if (observers < leastObservers() || lessons < leastLessons()) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "%s observers in %s lessons, %s and %s are needed"
                            .formatted(observers, lessons, leastObservers(), leastLessons()));
        }
        long with =
                sightings().stream().filter(one -> one.seen().contains(part)).count();
        return Measured.of(Fraction.of(with, sightings().size()));
    }

    /** The share of students who say they have that part; suppressed where few answered, missing where none was asked. */
    public Measured<Fraction> said(StudentPart part) {
        for (StudentSay say : says()) {
            if (say.part() == part && say.respondents() > 0) {
                return say.respondents() < leastRespondents()
                        ? Measured.suppressed(
                                SuppressionReason.SMALL_GROUP, "fewer than " + leastRespondents() + " respondents")
                        : Measured.of(Fraction.of(say.favourable(), say.respondents()));
            }
        }
        return Measured.missing(MissingReason.NOT_COLLECTED, "no student was asked about " + part);
    }

    /**
     * How far two observers of the same lesson agree that a part was there or was not: over all pairs of observers of a
     * lesson and all three parts; missing if no lesson had two observers.
     */
    public Measured<Fraction> agreement() {
        long same = 0;
        long all = 0;
        for (int i = 0; i < sightings().size(); i++) {
            for (int j = 0; j < i; j++) {
                LessonSighting one = sightings().get(i);
                LessonSighting other = sightings().get(j);
                if (one.lesson().equals(other.lesson())) {
                    for (StudentPart part : StudentPart.values()) {
                        all++;
                        same += one.seen().contains(part) == other.seen().contains(part) ? 1 : 0;
                    }
                }
            }
        }
        return all == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no lesson was seen by two")
                : Measured.of(Fraction.of(same, all));
    }

    /** The review in words. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "%s sightings; observers of the same lesson agree on %s.",
                sightings().size(), agreement());
        for (StudentPart part : StudentPart.values()) {
            whole = whole.because("%s: seen in %s, said by %s.", part, seen(part), said(part));
        }
        return whole;
    }

    /** What it is about, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(about());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<StudentCentredReview> kind() {
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

    /** Builds a review; id, what it is about and day must be set. */
    public static final class Builder extends ImmutableStudentCentredReview.Builder {
        Builder() {}
    }
}
