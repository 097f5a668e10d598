package org.iltlib.record.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsPageTest {
    private static final Path PAGE = Path.of("src/main/java/org/iltlib/record/doc-files/kinds.html");

    /** Set {@code -Dilt.golden.kinds=true} to write the page anew; then read the difference. */
    @Test
    void thePageOnTheWrittenFormsTellsThemAsTheyAre() throws IOException {
        if (Boolean.getBoolean("ilt.golden.kinds")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, KindsPage.html());
        }
        assertThat(Files.readString(PAGE).lines()).containsExactlyElementsOf(lines());
    }

    @Test
    void thePageNamesWhatAFormHasAtAnyDepth() {
        assertThat(lines()).contains("<h2 id=\"commitment\">commitment, version 1</h2>");
        for (String start : List.of(
                "due</code></td><td>date</td><td>yes</td><td>The last day",
                "needs</code></td><td>list of text</td><td>yes</td><td>The needs",
                "revises</code></td><td>text</td><td>at times</td><td>The proposal",
                "observations</code></td><td>list of text</td><td>yes</td><td>",
                "outcome.threshold.base</code></td><td>one of CAST, ",
                "rounds[].ballots[].position (position vote) choice</code>",
                "estimate (status reported) value.lower</code>",
                "explanation.steps</code></td><td>list of explanation</td><td>no</td>",
                "normsKept</code></td><td>object by name of true or false</td>")) {
            assertThat(lines()).as(start).anyMatch(line -> line.startsWith("<tr><td><code>" + start));
        }
        assertThat(lines()).filteredOn(line -> line.endsWith("<td></td></tr>")).hasSizeLessThan(10);
    }

    private static List<String> lines() {
        return KindsPage.html().lines().toList();
    }
}
