package org.iltlib.curriculum.scorecard;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.curriculum.review.PanelRule;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A culturally responsive scorecard, in one version, as data: sections of statements, how a section's sum is read, who must
 * be on the panel, and what students are asked. The library ships the structure and no statement: a school loads the
 * instrument that it may use. The structure is that of the scorecards of the NYU Metropolitan Center: a tally of whose
 * faces and voices there are, then sections that are rated, summed and read one by one. Immutable.
 */
@Value.Immutable
public abstract class Scorecard implements Recordable {
    /** The written form. */
    public static final Form<Scorecard> FORM = Form.<Scorecard, Builder>built(Scorecard::builder, Builder::build)
            .field("id", EntryId.FORM, Scorecard::id, Builder::id)
            .field("name", Forms.TEXT, Scorecard::name, Builder::name)
            .field("version", Forms.TEXT, Scorecard::version, Builder::version)
            .field("source", Forms.TEXT, Scorecard::source, Builder::source)
            .field("licence", Forms.TEXT, Scorecard::licence, Builder::licence)
            .field("lowest", Forms.INTEGER, Scorecard::lowest, Builder::lowest)
            .field("highest", Forms.INTEGER, Scorecard::highest, Builder::highest)
            .list("sections", ScorecardSection.FORM, Scorecard::sections, Builder::addAllSections)
            .field("panel", PanelRule.FORM, Scorecard::panel, Builder::panel)
            .maybe("studentQuestion", Forms.TEXT, Scorecard::studentQuestion, Builder::studentQuestion);

    /** The kind of entry. */
    public static final Kind<Scorecard> KIND = Kind.of("scorecard", 1, Scorecard.class, FORM);

    private static final int WIDEST = 1000;

    Scorecard() {}

    @Override
    public abstract EntryId id();

    /** The name. */
    public abstract String name();

    /** The version; reviews by two versions are not compared. */
    public abstract String version();

    /** Who made it, in words. */
    public abstract String source();

    /** On what terms its words may be used. */
    public abstract String licence();

    /** What stands for the least satisfaction: {@code -2}, {@code 1}. */
    public abstract int lowest();

    /** What stands for the greatest, above {@link #lowest()}. */
    public abstract int highest();

    /** The sections, at least one. There is no total over them. */
    public abstract List<ScorecardSection> sections();

    /** Who must be on the panel: a mixed one, families included. */
    public abstract PanelRule panel();

    /** What students are asked about the same materials, where they are. */
    public abstract Optional<String> studentQuestion();

    /** Checks texts, ids, and that every sum of a section has a band. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(version(), "version");
        Checks.text(source(), "source");
        Checks.text(licence(), "licence");
        studentQuestion().ifPresent(words -> Checks.text(words, "studentQuestion"));
        Checks.require(
                lowest() >= -WIDEST && lowest() < highest() && highest() <= WIDEST,
                "Ratings go from %s to %s. Expected rising, within %s of zero. Maybe the two are swapped.",
                lowest(),
                highest(),
                WIDEST);
        Checks.notEmpty(sections(), "sections");
        Checks.distinct(sections().stream().map(ScorecardSection::id).toList(), "sections");
        Checks.distinct(listStatements().stream().map(ScorecardStatement::id).toList(), "statements");
        Checks.require(
                panel().roles().size() >= 2,
                "The panel needs people of %s. Expected two roles or more: one group alone does not see for the others.",
                panel().roles());
        for (ScorecardSection section : sections()) {
            long least = (long) lowest() * section.statements().size();
            long most = (long) highest() * section.statements().size();
            int first = section.bands().get(0).from();
            int last = section.bands().get(section.bands().size() - 1).from();
            Checks.require(
                    first == least,
                    "The lowest band of %s begins at %s. Expected %s, the least sum of %s statements.",
                    section.id(),
                    first,
                    least,
                    section.statements().size());
            Checks.require(
                    last <= most,
                    "The band from %s of %s is out of reach. Expected at most %s.",
                    last,
                    section.id(),
                    most);
        }
    }

    /** The statements of all sections. */
    public List<ScorecardStatement> listStatements() {
        return sections().stream()
                .flatMap(section -> section.statements().stream())
                .toList();
    }

    /**
     * The section of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ScorecardSection getSection(String section) {
        return sections().stream()
                .filter(one -> one.id().equals(section))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no section \"%s\". Expected one of %s."
                        .formatted(
                                section,
                                sections().stream().map(ScorecardSection::id).toList())));
    }

    /** Nothing: a scorecard comes from outside the record. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Scorecard> kind() {
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

    /** Builds a scorecard; everything but the students' question must be set. */
    public static final class Builder extends ImmutableScorecard.Builder {
        Builder() {}
    }
}
