package org.iltlib.examples.item;

import java.util.List;
import org.iltlib.analytics.measurement.fairness.ItemFairness;

/**
 * The fairness of items between two groups.
 *
 * @param reference the group compared with
 * @param focal the group about which one worries
 * @param items what was found about each item
 */
record GroupReading(String reference, String focal, List<ItemFairness> items) {}
