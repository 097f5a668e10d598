package org.iltlib.choice;

import java.util.List;

/** One way to separate alternatives that a rule leaves tied. {@link TieBreaks} has the usual ones. */
public interface TieBreak {
    /** What it looks at, in words: {@code previous rounds}. */
    String name();

    /**
     * The tied alternatives in groups from best to worst; one group with all of them if this cannot tell them apart.
     * The answer depends on the arguments alone.
     *
     * @param tied the alternatives, at least two
     * @param context what it may look at
     */
    List<List<Integer>> separate(List<Integer> tied, TieContext context);
}
