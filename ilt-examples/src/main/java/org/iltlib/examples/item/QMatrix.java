package org.iltlib.examples.item;

import java.util.List;

/**
 * Which items need which concepts.
 *
 * @param concepts the names of the concepts
 * @param items for each concept the items that need it
 */
record QMatrix(List<String> concepts, List<List<String>> items) {}
