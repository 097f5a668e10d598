package org.iltlib.analytics.report;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * A page: title, subtitle, a table of contents, sections, and a footer that says where it comes from. Immutable; writing
 * it takes time in proportion to its content.
 */
public final class Page {
    private final String title;
    private final String subtitle;
    private final List<Section> sections;
    private final List<String> footer;

    private Page(String title, String subtitle, List<Section> sections, List<String> footer) {
        this.title = title;
        this.subtitle = subtitle;
        this.sections = List.copyOf(sections);
        this.footer = List.copyOf(footer);
    }

    /** A page without sections yet. */
    public static Page titled(String title) {
        return new Page(Checks.text(title, "title"), "", List.of(), List.of());
    }

    /** A copy with a line below the title. */
    public Page withSubtitle(String text) {
        return new Page(title, Checks.text(text, "subtitle"), sections, footer);
    }

    /** A copy with one more section. */
    public Page with(Section section) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        return new Page(title, subtitle, more, footer);
    }

    /** A copy with one more paragraph in the footer: data, method, seed, licence. */
    public Page withFooter(String text) {
        List<String> more = new ArrayList<>(footer);
        more.add(Checks.text(text, "footer"));
        return new Page(title, subtitle, sections, more);
    }

    /** The title. */
    public String title() {
        return title;
    }

    String subtitle() {
        return subtitle;
    }

    List<Section> sections() {
        return sections;
    }

    List<String> footer() {
        return footer;
    }

    /**
     * The whole page as one HTML document, to be written in UTF-8. It refers to nothing outside itself, needs no script,
     * and is well-formed XML below its first line.
     */
    public String toHtml() {
        return new HtmlWriter(this).write();
    }
}
