package org.iltlib.examples.impact;

import java.util.List;
import org.iltlib.analytics.report.Page;

/** The whole report. A new question is a new {@link StarPart} in the list. */
public final class StarReport {
    private static final List<StarPart> PARTS = List.of(
            new FirstLook(),
            new EffectsByGrade(),
            new GrowthToGradeThree(),
            new PercentileScale(),
            new GroupsOfPupils(),
            new WhoLeft(),
            new Doubts(),
            new Judgement());

    private final StarData data;
    private final List<StarSection> sections;

    private StarReport(StarData data, List<StarSection> sections) {
        this.data = data;
        this.sections = sections;
    }

    /**
     * Reads and analyses.
     *
     * @throws org.iltlib.examples.UsageException if the file cannot be used
     */
    public static StarReport of(StarOptions options) {
        StarData data = StarData.read(options);
        return new StarReport(
                data, PARTS.stream().map(part -> part.of(data, options)).toList());
    }

    private String about() {
        return data.rows()
                + " student-years of Project STAR (State of Tennessee; C. M. Achilles et al., public-use data).";
    }

    /** All sections one below the other. */
    public String text() {
        StringBuilder text = new StringBuilder("Small classes in Project STAR\n")
                .append(about())
                .append('\n');
        sections.forEach(section -> text.append('\n').append(section.text()));
        return text.toString();
    }

    /** One page that needs nothing else. */
    public String html() {
        Page page = Page.titled("Small classes in Project STAR").withSubtitle(about());
        for (StarSection section : sections) {
            page = page.with(section.section());
        }
        return page.withFooter("SHA-256 of the data: " + data.read().sha256().substring(0, 16) + "….")
                .withFooter("Published figures are their authors'; where a figure is only commonly told, it says so.")
                .toHtml();
    }
}
