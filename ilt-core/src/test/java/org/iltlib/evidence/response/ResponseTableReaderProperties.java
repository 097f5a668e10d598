package org.iltlib.evidence.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.iltlib.evidence.EvidenceException;

class ResponseTableReaderProperties {

    @Property(tries = 500)
    void anyBytesGiveATableOrOneException(@ForAll byte[] bytes) {
        try {
            ResponseImport read = ResponseTableReaderTest.read(ResponseTableReaderTest.LAYOUT, bytes);
            assertThat(read.report().kept()).isEqualTo(read.table().students());
        } catch (EvidenceException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void everyLineIsKeptOrRejected(
            @ForAll @Size(max = 20)
                    List<@CharRange(from = '!', to = '~') @StringLength(min = 1, max = 20) String> lines) {
        List<String> clean = lines.stream().map(line -> line.replace('"', '\'')).toList();
        ResponseImport read = ResponseTableReaderTest.read(
                ResponseTableReaderTest.LAYOUT, ResponseTableReaderTest.HEADER + String.join("\n", clean));
        assertThat(read.report().rows()).isEqualTo(lines.size());
    }

    @Property(tries = 300)
    void lettersAreKeptAsTheyAreWritten(
            @ForAll @Size(min = 1, max = 30) List<@Chars({'A', 'B', 'C', 'D'}) @StringLength(2) String> answers) {
        StringBuilder csv = new StringBuilder("id,q1,q2\n");
        for (int i = 0; i < answers.size(); i++) {
            csv.append(i)
                    .append(',')
                    .append(answers.get(i).charAt(0))
                    .append(',')
                    .append(answers.get(i).charAt(1))
                    .append('\n');
        }
        ResponseImport read = ResponseTableReaderTest.read(ResponseTableReaderTest.LETTERS, csv.toString());
        ChoiceTable choices = read.choices().orElseThrow();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(choices.find(i, 0).orElseThrow() + choices.find(i, 1).orElseThrow())
                    .isEqualTo(answers.get(i));
            assertThat(read.table().score(i, 1)).isEqualTo(answers.get(i).charAt(1) == 'C' ? 1 : 0);
        }
    }
}
