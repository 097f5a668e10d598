package org.iltlib.evidence.survey;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Minimum;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A questionnaire as data: options, scales and open questions, with its version and licence. The library ships no wording
 * of any published questionnaire; a school loads what it may use. Immutable.
 */
@Value.Immutable
public abstract class Instrument implements Recordable {
    /** The written form. */
    public static final Form<Instrument> FORM = Form.<Instrument, Builder>built(Instrument::builder, Builder::build)
            .field("id", EntryId.FORM, Instrument::id, Builder::id)
            .field("name", Forms.TEXT, Instrument::name, Builder::name)
            .field("version", Forms.TEXT, Instrument::version, Builder::version)
            .field("source", Forms.TEXT, Instrument::source, Builder::source)
            .field("licence", Forms.TEXT, Instrument::licence, Builder::licence)
            .list("options", ResponseOption.FORM, Instrument::options, Builder::addAllOptions)
            .list("scales", SurveyScale.FORM, Instrument::scales, Builder::addAllScales)
            .list("openQuestions", OpenQuestion.FORM, Instrument::openQuestions, Builder::addAllOpenQuestions)
            .set("grades", GradeLevel.FORM, Instrument::grades, Builder::addAllGrades)
            .field("leastAnswered", Minimum.FORM, Instrument::leastAnswered, Builder::leastAnswered);

    /** How it stands in a record. */
    public static final Kind<Instrument> KIND = Kind.of("survey-instrument", 1, Instrument.class, FORM);

    Instrument() {}

    @Override
    public abstract EntryId id();

    /** The name. */
    public abstract String name();

    /** The version: numbers from two versions are not compared, for other words get other answers. */
    public abstract String version();

    /** Who made it, in words. */
    public abstract String source();

    /** Under which licence it is used here, in words. */
    public abstract String licence();

    /** The answers to choose from, at least two, by rising value. */
    public abstract List<ResponseOption> options();

    /** The scales; may be empty if there are open questions. */
    public abstract List<SurveyScale> scales();

    /** The questions answered in people's own words. */
    public abstract List<OpenQuestion> openQuestions();

    /** The grades that it suits, for students; empty for adults. */
    public abstract Set<GradeLevel> grades();

    /** The least share of a scale's items that must be answered for a score; one half and more unless said otherwise. */
    @Value.Default
    public Minimum leastAnswered() {
        return Minimum.atLeast(Fraction.HALF);
    }

    /** Checks texts, options and that no id stands twice. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(version(), "version");
        Checks.text(source(), "source");
        Checks.text(licence(), "licence");
        Checks.require(
                !scales().isEmpty() || !openQuestions().isEmpty(),
                "%s has neither scales nor open questions. Expected some.",
                name());
        Checks.require(
                scales().isEmpty() || options().size() >= 2,
                "%s option(s). Expected two or more.",
                options().size());
        for (int i = 1; i < options().size(); i++) {
            Checks.require(
                    options().get(i).value() > options().get(i - 1).value(),
                    "Option %s follows %s. Expected rising values. Maybe the item is meant to be reversed.",
                    options().get(i).value(),
                    options().get(i - 1).value());
        }
        Checks.distinct(scales().stream().map(SurveyScale::id).toList(), "scales");
        Checks.distinct(
                Stream.concat(
                                scales().stream()
                                        .flatMap(scale -> scale.items().stream())
                                        .map(SurveyItem::id),
                                openQuestions().stream().map(OpenQuestion::id))
                        .toList(),
                "items");
    }

    /**
     * The scale of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SurveyScale getScale(String scale) {
        return scales().stream()
                .filter(one -> one.id().equals(scale))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scale \"%s\". Expected one of %s."
                        .formatted(scale, scales().stream().map(SurveyScale::id).toList())));
    }

    /** The answer's number in the direction of the scale: a reversed item is turned about the middle of the options. */
    public int score(SurveyItem item, int answer) {
        return item.reversed() ? lowest() + highest() - answer : answer;
    }

    /** The least value of an option; 0 without options. */
    public int lowest() {
        return options().isEmpty() ? 0 : options().get(0).value();
    }

    /** The greatest value of an option; 0 without options. */
    public int highest() {
        return options().isEmpty() ? 0 : options().get(options().size() - 1).value();
    }

    /** Nothing: an instrument comes from outside the record. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Instrument> kind() {
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

    /** Builds an instrument; id, name, version, source and licence must be set, and scales or open questions. */
    public static final class Builder extends ImmutableInstrument.Builder {
        Builder() {}
    }
}
