/**
 * Charts as values: described once, immutable, drawn as SVG text that is the same to the byte on every machine.
 *
 * <p>Start with {@link org.iltlib.analytics.chart.IntervalPlot} (numbers with their intervals, one below the other),
 * {@link org.iltlib.analytics.chart.LineChart} (growth over grades) and {@link org.iltlib.analytics.chart.Chart}, which
 * every chart is: a picture for any width, a {@link org.iltlib.analytics.chart.Table} of the same numbers, and a
 * description in words.
 *
 * <pre>{@code
 * Chart chart = IntervalPlot.titled("Reading, grade 1").withUnit("points").withReference(520, "district mean")
 *         .with("Free lunch", freeLunch)                   // a Measured<Estimate>
 *         .with("No free lunch", otherwise);
 * String wide = chart.toSvg(680, "reading-1");
 * String narrow = chart.toSvg(340, "reading-1-phone");     // laid out anew, not shrunk
 * String words = chart.toTable().toText();
 * }</pre>
 *
 * <p>A value that is withheld or missing is drawn as such, with words, never as zero, and takes no part in the limits of
 * an axis. Colours come from {@link org.iltlib.analytics.chart.Ink} as CSS custom properties, so that a page can turn
 * dark; no difference is shown by colour alone. Labels are measured with a fixed table of widths, wrapped, and cut only
 * when nothing else helps; the whole text then stands in the mark's title.
 */
@NullMarked
package org.iltlib.analytics.chart;

import org.jspecify.annotations.NullMarked;
