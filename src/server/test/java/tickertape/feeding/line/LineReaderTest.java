package tickertape.feeding.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A body becomes lines, however its bytes come.
class LineReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4095, 100_000})
    void linesAreTheSameInWhateverPiecesTheyCome(int piece) throws IOException {
        String longest = "x".repeat(LineReader.LONGEST);

        List<String> lines = lines("one\r\n\ntwö 币\n" + longest + "\nlast", piece);

        assertThat(lines).containsExactly("one", "", "twö 币", longest, "last");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5000, 1_000_000})
    void lineThatIsTooLongIsSkippedAndTheNextOneIsRead(int piece) throws IOException {
        String tooLong = "x".repeat(LineReader.LONGEST + 1);
        String endless = "y".repeat(300_000);

        List<String> lines = lines(tooLong + "\nafter\n" + endless + "\nend\n" + endless, piece);

        assertThat(lines).containsExactly("too long", "after", "too long", "end", "too long");
    }

    @Test
    void nothingIsNoLine() throws IOException {
        assertThat(lines("", 1)).isEmpty();
        assertThat(lines("\n", 1)).containsExactly("");
    }

    @Test
    void linesAreCutAsSplittingTheWholeCutsThem() throws IOException {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append("a".repeat(random.nextInt(3000))).append('\n');
            }

            List<String> lines = lines(text.toString(), 1 + random.nextInt(9000));

            assertThat(lines)
                    .containsExactly(
                            text.toString().split("\n", -1).length == 1
                                    ? new String[0]
                                    : text.substring(0, text.length() - 1).split("\n", -1));
        }
    }

    private static List<String> lines(String body, int piece) throws IOException {
        var reader = new LineReader(new Pieces(body.getBytes(StandardCharsets.UTF_8), piece));
        var lines = new ArrayList<String>();
        while (reader.next()) {
            lines.add(reader.isTooLong() ? "too long" : reader.text());
            assertThat(reader.number()).isEqualTo(lines.size());
        }
        return lines;
    }

    /// Bytes that come in pieces of at most so many.
    private static final class Pieces extends InputStream {

        private final InputStream bytes;
        private final int piece;

        Pieces(byte[] bytes, int piece) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, Math.min(length, piece));
        }
    }
}
