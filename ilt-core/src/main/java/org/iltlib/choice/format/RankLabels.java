package org.iltlib.choice.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.choice.Ranking;

/**
 * What the cells of a table with one column a rank mean, beside names; an empty text means that there is no such label.
 *
 * @param overvote the label for several alternatives at one rank that are not told apart
 * @param skipped the label for a rank left open; a blank cell is one too
 * @param writeIn the label of an undeclared write-in
 * @param blankIsWriteIn whether a blank cell is an undeclared write-in
 * @param delimiter what stands between several alternatives at one rank
 * @param exhaustAtOvervote whether a ballot ends at the label for an overvote; else that rank is passed over
 * @param exhaustAtRepeat whether a ballot ends where an alternative stands for the second time; else the second is
 *     passed over
 */
public record RankLabels(
        String overvote,
        String skipped,
        String writeIn,
        boolean blankIsWriteIn,
        String delimiter,
        boolean exhaustAtOvervote,
        boolean exhaustAtRepeat) {
    /** Names only; what is repeated is passed over. */
    public static final RankLabels NONE = new RankLabels("", "", "", false, "", false, false);

    boolean hasWriteIn() {
        return !writeIn.isEmpty();
    }

    Ranking ranking(List<String> cells, Map<String, Integer> index, int line) {
        List<List<Integer>> ranks = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (String cell : cells) {
            String word = cell.isEmpty() && blankIsWriteIn ? writeIn : cell;
            if (!overvote.isEmpty() && word.equals(overvote)) {
                if (exhaustAtOvervote) {
                    break;
                }
            } else if (word.isEmpty() || word.equals(skipped)) {
                ranks.add(List.of());
            } else {
                List<Integer> rank = new ArrayList<>();
                boolean repeated = false;
                for (String name : names(word)) {
                    Integer alternative = index.get(name);
                    if (alternative == null) {
                        throw new FormatException(line, "There is no alternative \"" + name + "\".");
                    }
                    if (seen.add(alternative)) {
                        rank.add(alternative);
                    } else {
                        repeated = true;
                    }
                }
                if (repeated && exhaustAtRepeat) {
                    break;
                }
                if (!rank.isEmpty()) {
                    ranks.add(rank);
                }
            }
        }
        return new Ranking(ranks);
    }

    /** The names in one cell: one, or several between delimiters, each without blanks around it. */
    public List<String> names(String word) {
        if (delimiter.isEmpty()) {
            return List.of(word);
        }
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int at = word.indexOf(delimiter); at >= 0; at = word.indexOf(delimiter, from)) {
            names.add(word.substring(from, at).strip());
            from = at + delimiter.length();
        }
        names.add(word.substring(from).strip());
        return names;
    }
}
