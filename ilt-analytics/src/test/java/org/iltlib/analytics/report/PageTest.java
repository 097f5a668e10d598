package org.iltlib.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.Ink;
import org.iltlib.analytics.chart.Table;
import org.iltlib.base.Explanation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PageTest {
    /** Set {@code -Dilt.golden=DIR} to write the copies anew; then read the difference. */
    private static void isTheGoldenCopy(String name, String text) throws IOException {
        String folder = System.getProperty("ilt.golden", "");
        if (!folder.isEmpty()) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, name), text);
            return;
        }
        try (InputStream in = PageTest.class.getResourceAsStream("golden/" + name)) {
            assertThat(in).as(name).isNotNull();
            assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Document parse(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError(html, e);
        }
    }

    private static List<Chart> charts() {
        return List.of(
                SamplePage.results(),
                SamplePage.growth(),
                SamplePage.vote(),
                SamplePage.standing(),
                SamplePage.pairs(),
                SamplePage.trace(),
                SamplePage.effects(),
                SamplePage.run());
    }

    @Test
    void theChartsAreTheirGoldenCopies() throws IOException {
        String[] names = {"results", "growth", "vote", "standing", "pairs", "trace", "effects", "run"};
        for (int i = 0; i < names.length; i++) {
            isTheGoldenCopy(names[i] + ".svg", charts().get(i).toSvg());
        }
        isTheGoldenCopy("trace-narrow.svg", SamplePage.trace().toSvg(Chart.NARROW, "chart"));
        isTheGoldenCopy("results-narrow.svg", SamplePage.results().toSvg(Chart.NARROW, "chart"));
    }

    @Test
    void aSmallPageIsItsGoldenCopy() throws IOException {
        isTheGoldenCopy(
                "small.html",
                Page.titled("A & B")
                        .withSubtitle("Small")
                        .with(Section.titled("One")
                                .withWhy(Explanation.of("So.")
                                        .because(Explanation.of("Then.").because("First.")))
                                .withKeyFigures(KeyFigure.of("Gap", SamplePage.around(24, 14.8, 63), 1)
                                        .saying("Large."))
                                .withTable(Table.captioned("T")
                                        .withColumns("Grade", "Mean")
                                        .with(Cell.of("K"), Cell.of(1.25, 1))))
                        .with(Section.titled("One").withList(List.of("x", "y")).withCallout(Tone.NOTE, "Mind."))
                        .withFooter("End.")
                        .toHtml());
    }

    @Test
    void thePageIsWellFormedHasUniqueIdsAndRefersToNothingOutside() {
        String html = SamplePage.page().toHtml();
        var all = parse(html).getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (String id : element.getAttribute("aria-labelledby").split(" ", -1)) {
                assertThat(id.isEmpty() || ids.contains(id)).as(id).isTrue();
            }
            assertThat(element.hasAttribute("src")).isFalse();
            assertThat(element.getAttribute("href")).matches("(#.*)?");
        }
        assertThat(html.replaceAll("http://www.w3.org/(2000/svg|1999/xhtml)", ""))
                .doesNotContain("http", "<script", "@import");
    }

    @Test
    void localeAndTimeZoneChangeNothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String expected = SamplePage.page().toHtml();
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(SamplePage.page().toHtml()).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property(tries = 100)
    void noTextBreaksThePage(@ForAll String any) {
        Assume.that(!any.isBlank());
        parse(Page.titled(any)
                .withSubtitle(any)
                .with(Section.titled(any)
                        .withParagraph(any)
                        .withWhy(Explanation.of("w").because(new Explanation(any, List.of())))
                        .withKeyFigures(KeyFigure.of(any, any).saying(any))
                        .withTable(Table.captioned(any).withColumns(any).with(Cell.of(any)))
                        .withCallout(Tone.CAUTION, any))
                .withFooter(any)
                .toHtml());
    }

    /** WCAG 2.2: relative luminance and contrast ratio as defined there. */
    @Test
    void contrastIsEnoughInBothSchemes() {
        for (Ink ground : List.of(Ink.PAPER, Ink.CARD)) {
            for (Ink ink : Ink.values()) {
                if (ink != Ink.PAPER && ink != Ink.CARD && ink != Ink.GRID) {
                    assertThat(contrast(ink.light(), ground.light()))
                            .as(ink + " light")
                            .isGreaterThanOrEqualTo(4.5);
                    assertThat(contrast(ink.dark(), ground.dark()))
                            .as(ink + " dark")
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
    }

    private static double contrast(String a, String b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
