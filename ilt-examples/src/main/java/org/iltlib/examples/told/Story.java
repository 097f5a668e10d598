package org.iltlib.examples.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.base.Explanation;

/** What a story prints: numbered chapters of short lines, wrapped at 100 characters. */
public final class Story {
    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();
    private int chapter;

    /** Starts the next chapter. */
    public void chapter(String title) {
        chapter++;
        lines.add("");
        lines.add(chapter + ". " + title);
    }

    /** Says a sentence. */
    public void say(String template, Object... arguments) {
        wrap("   ", "   ", String.format(Locale.ROOT, template, arguments));
    }

    /** Says one item of a list. */
    public void item(String template, Object... arguments) {
        wrap("   - ", "     ", String.format(Locale.ROOT, template, arguments));
    }

    /** Says why, step by step. */
    public void why(Explanation explanation) {
        why(explanation, "     ");
    }

    private void why(Explanation explanation, String indent) {
        wrap(indent, indent + "  ", explanation.claim());
        explanation.steps().forEach(step -> why(step, indent + "  "));
    }

    private void wrap(String first, String rest, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.stripTrailing().split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    /** Everything said, a line each. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
