package org.iltlib.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ScoreTableReaderProperties {

    @Property(tries = 500)
    void anyBytesGiveATableOrOneException(@ForAll byte[] bytes) {
        try {
            ScoreImport read = ScoreTableReaderTest.read(bytes);
            assertThat(read.report().kept()).isEqualTo(read.table().rows());
        } catch (EvidenceException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void everyLineIsKeptOrRejected(
            @ForAll @Size(max = 20)
                    List<@CharRange(from = '!', to = '~') @StringLength(min = 1, max = 20) String> lines) {
        List<String> clean = lines.stream().map(line -> line.replace('"', '\'')).toList();
        ScoreImport read = ScoreTableReaderTest.read("id,school,grade,ses,math\n" + String.join("\n", clean));
        assertThat(read.report().rows()).isEqualTo(lines.size());
    }
}
