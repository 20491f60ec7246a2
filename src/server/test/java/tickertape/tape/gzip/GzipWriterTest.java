package tickertape.tape.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Java's own reader makes of a stream: it checks checksum and length at the end.
class GzipWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final GzipWriter writer = new GzipWriter(out);
    private final BlockDeflater deflater = new BlockDeflater();

    private static byte[] events(int count, long seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("""
                    event: quote
                    data: {"symbol":"S%s","last":%s,"bid":1.25,"ask":1.26,"status":"trading"}

                    """.formatted(random.nextInt(9), random.nextInt(1000)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] read() throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return in.readAllBytes();
        }
    }

    @RepeatedTest(50)
    void blocksOfEverySizeAreOneStream(RepetitionInfo repetition) throws IOException {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        var plain = new ByteArrayOutputStream();
        List<Compression> ways = List.of(Compression.NONE, deflater);
        int written = 0;
        for (int i = 0; i < random.nextInt(30); i++) {
            byte[] bytes = events(random.nextInt(random.nextBoolean() ? 3 : 2000), random.nextLong());
            plain.writeBytes(bytes);
            written += writer.write(ways.get(random.nextInt(2)).block(bytes));
        }
        written += writer.end();

        assertThat(read()).isEqualTo(plain.toByteArray());
        assertThat(out.size()).isEqualTo(written);
    }

    @Test
    void eachBlockCanBeReadWhenItHasCome() throws IOException, DataFormatException {
        var inflater = new Inflater(true);
        int from = 10;
        byte[] plain = new byte[1 << 20];
        for (int i = 1; i < 20; i++) {
            byte[] bytes = events(i, i);
            writer.write((i % 3 == 0 ? Compression.NONE : deflater).block(bytes));

            inflater.setInput(out.toByteArray(), from, out.size() - from);
            int count = inflater.inflate(plain);

            assertThat(Arrays.copyOf(plain, count)).isEqualTo(bytes);
            from = out.size();
        }
        inflater.end();
    }

    // One block is made for many, who have read other things before.
    @Test
    void blockGoesIntoAnyStream() throws IOException {
        Block shared = deflater.block(events(40, 1));
        writer.write(deflater.block(events(7, 2)));
        writer.write(shared);
        writer.end();
        byte[] one = read();

        out.reset();
        var another = new GzipWriter(out);
        another.write(shared);
        another.end();

        assertThat(one).endsWith(read()).hasSizeGreaterThan(read().length);
        assertThat(read()).isEqualTo(events(40, 1));
    }

    @Test
    void eventsBecomeMuchShorter() throws IOException {
        byte[] plain = events(40, 3);

        assertThat(writer.write(deflater.block(plain))).isLessThan(plain.length / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_534, 65_535, 65_536, 200_000})
    void whatCannotBeCompressedIsStored(int length) throws IOException {
        byte[] noise = new byte[length];
        new SplittableRandom(length).nextBytes(noise);

        int written = writer.write(deflater.block(noise));
        writer.end();

        assertThat(read()).isEqualTo(noise);
        assertThat(written).isEqualTo(10 + length + 5 * ((length + 65_534) / 65_535));
    }

    @Test
    void emptyStreamIsOneToo() throws IOException {
        writer.end();

        assertThat(read()).isEmpty();
    }

    @Test
    void allowanceEndsWithTheBlockThatExceedsIt() throws IOException {
        byte[] plain = events(10, 4);
        var allowance = new Allowance(deflater, plain.length + 1L);
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lengths.add(allowance.block(plain).writeTo(new ByteArrayOutputStream()));
        }

        assertThat(lengths.get(0)).isLessThan(plain.length / 2).isEqualTo(lengths.get(1));
        assertThat(lengths.get(2)).isEqualTo(plain.length + 5).isEqualTo(lengths.get(3));
    }
}
