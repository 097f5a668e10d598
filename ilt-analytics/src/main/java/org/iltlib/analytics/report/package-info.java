/**
 * One self-contained page that a principal would rather look at than read: no network, no script, light and dark, for
 * phone, desk and paper.
 *
 * <p>Start with {@link org.iltlib.analytics.report.Page}, its {@link org.iltlib.analytics.report.Section}s and
 * {@link org.iltlib.analytics.report.KeyFigure}.
 *
 * <pre>{@code
 * String html = Page.titled("School 51, 1985–86")
 *         .with(Section.titled("Where we stand")
 *                 .withParagraph("Reading grew in every grade.")
 *                 .withFigure(chart, "Points are means, lines 95% intervals.")
 *                 .withWhy(explanation))
 *         .withFooter("Data: Project STAR.")
 *         .toHtml();
 * }</pre>
 *
 * <p>The page is HTML that is also well-formed XML. The same page gives the same bytes on every machine. Every text is
 * escaped; there is no way to pass markup in.
 */
@NullMarked
package org.iltlib.analytics.report;

import org.jspecify.annotations.NullMarked;
