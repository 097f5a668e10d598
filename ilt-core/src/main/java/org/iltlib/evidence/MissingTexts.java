package org.iltlib.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.column.Texts;

/** What may stand in a score's cell instead of a number, and what it means. Immutable. */
final class MissingTexts {
    private final byte[][] texts;
    private final int[] reasons;

    MissingTexts(Map<String, MissingReason> declared) {
        List<String> keys =
                declared.keySet().stream().filter(text -> !text.isEmpty()).toList();
        texts = new byte[keys.size() + 1][];
        reasons = new int[keys.size() + 1];
        texts[0] = new byte[0];
        reasons[0] = ScoreColumn.placeOf(declared.getOrDefault("", MissingReason.NOT_COLLECTED));
        for (int i = 0; i < keys.size(); i++) {
            texts[i + 1] = Texts.encoded(keys.get(i));
            reasons[i + 1] = ScoreColumn.placeOf(declared.getOrDefault(keys.get(i), MissingReason.NOT_COLLECTED));
        }
    }

    /** The place of the reason that the text stands for; below zero if it stands for none. */
    int find(byte[] text, int from, int to) {
        for (int i = 0; i < texts.length; i++) {
            byte[] candidate = texts[i];
            if (candidate.length == to - from
                    && (candidate.length == 0
                            || (candidate[0] == text[from]
                                    && Arrays.equals(candidate, 0, candidate.length, text, from, to)))) {
                return reasons[i];
            }
        }
        return -1;
    }
}
