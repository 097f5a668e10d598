package org.iltlib.choice.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Two alternatives of one name could not be told apart in a report, so readers refuse them; expected lines by hand. */
class NamesOnceTest {
    @Test
    void aNameThatStandsTwiceIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Blt.read(in("2 1\n1 1 2 0\n0\n\"A\"\n\"A\"\n\"t\"\n")))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Line 5: ")
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> RankedCsv.generic().read(in("Id,A,A\na,1,2\n")))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Line 1: ");
        assertThatThrownBy(() -> PrefLib.read(in(String.join(
                        "",
                        "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n",
                        "# ALTERNATIVE NAME 2: A\n1: 1,2\n"))))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Line 3: ");
    }

    @Test
    void aTitleMayBeTheNameOfAnAlternative() throws Exception {
        assertThat(Blt.read(in("2 1\n1 1 2 0\n0\n\"A\"\n\"B\"\n\"A\"\n")).title())
                .isEqualTo("A");
    }

    @Test
    void numbersInAHeaderThatDoNotAgreeNameTheirLine() {
        assertThatThrownBy(() -> PrefLib.read(in("# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 0\n")))
                .hasMessageStartingWith("Line 2: ");
    }

    @Test
    void whereAllHaveWithdrawnNobodyCanWin() {
        assertThatThrownBy(() -> Blt.read(in("2 1\n-1 -2\n1 1 2 0\n0\n\"A\"\n\"B\"\n\"t\"\n")))
                .hasMessage("All 2 alternatives have withdrawn, so nobody can win.");
    }

    @Test
    void aNameOverTwoLinesIsReadAsOneLine() throws Exception {
        assertThat(Blt.read(in("2 1\n1 1 2 0\n0\n\"A\nB\"\n\"C\"\n\"t\"\n"))
                        .profile()
                        .alternatives())
                .containsExactly("A B", "C");
    }

    @Test
    void theMessageOfABrokenFileIsOneLine() {
        assertThat(new FormatException(3, "Found a\r\nb.")).hasMessage("Line 3: Found a b.");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
