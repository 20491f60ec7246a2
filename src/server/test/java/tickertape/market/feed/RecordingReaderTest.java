package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.testing.LogRecords;

/// Recordings are read in all their forms, and a fault is reported with its line.
class RecordingReaderTest {

    private static final RecordingFormat FORMAT = new RecordingFormat("GOLD", "USD", false, Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000,9.5,1\n1001,9.6,2\n",
                "1000,9.5,1\n1001,9.6,2",
                "1000,9.5,1\r\n1001,9.6,2\r\n",
                "1000,9.5,1\n1001,9.6,2\n\n\n",
                "\uFEFF1000,9.5,1\n1001,9.6,2\n",
                "timestamp,price,amount\n1000,9.5,1\n1001,9.6,2\n",
                "\uFEFFtime,price,size,symbol\r\n1000,9.5,1,A\r\n1001,9.6,2,B\r\n",
                "1970-01-01T00:16:40Z,9.5,1\n1970-01-01T02:16:41+02:00,9.6,2\n",
                "\"1000\",\"9.5\",\"1\"\n1000.000000001,9.6,2\n",
                "1E3,9.5,1\n1.001e+03,.96e1,2.0E0\n",
                "+1000,95e-01,1.\n1001,9.6,20e-1\n"
            })
    void twoTradesAreTwoTradesHoweverWritten(String text) throws IOException {
        Recording recording = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(recording.size()).isEqualTo(2);
        assertThat(recording.nanos(0)).isEqualTo(1_000_000_000_000L);
        assertThat(recording.price(1)).hasToString("9.6");
        assertThat(recording.size(1)).hasToString("2");
    }

    @ParameterizedTest
    @CsvSource({
        "150.1999969482422, 150.20999694824218, 150.20, 150.21, 0.01",
        "0.30000000000000004, 99.99999999999999, 0.3, 100.0, 0.1",
        "67920.10999999999, 67920.13, 67920.11, 67920.13, 0.01",
        "67920.0078125, 67920.1328125, 67920.01, 67920.13, 0.01",
        "29374.152344, 29374.199219, 29374.152, 29374.199, 0.001",
        "110.015625, 110.00390625, 110.01562500, 110.00390625, 0.00000001",
        "123456.789, 123456.797, 123456.789, 123456.797, 0.001",
        "67920.00123456, 67920.00123457, 67920.00123456, 67920.00123457, 0.00000001",
        "0.00000012, 0.0000001234567, 0.0000001200000, 0.0000001234567, 1E-13",
    })
    void whatABinaryFloatHasAddedToPricesIsLeftOut(String one, String other, String first, String second, String tick)
            throws IOException {
        Recording recording =
                read("1000,%s,1\n1001,%s,1\n".formatted(one, other).getBytes(StandardCharsets.UTF_8));

        assertThat(recording.price(0)).isEqualTo(new BigDecimal(first));
        assertThat(recording.price(1)).isEqualTo(new BigDecimal(second));
        assertThat(recording.instruments().getFirst().tickSize()).isEqualByComparingTo(tick);
        assertThat(recording.instruments().getFirst().referencePrice()).isEqualByComparingTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "'x,9,1',                  'line 3: time ''x'' is no number'",
        "'2026-13-01T00:00:00Z,9,1', 'line 3: time ''2026-13-01T00:00:00Z'' is neither'",
        "'99999999999,9,1',        'line 3: time ''99999999999'' is neither'",
        "'1001,1e,1',              'line 3: price ''1e'' is no number'",
        "'1001,1e99,1',            'line 3: price ''1e99'' has more than 18 digits on one side of the point'",
        "'1001,1e-19,1',           'line 3: price ''1e-19'' has more than 18 digits on one side of the point'",
        "'1001,NaN,1',             'line 3: price ''NaN'' is no number'",
        "'1001,,1',                'line 3: price '''' is no number'",
        "'1001,0,1',               'line 3: price 0 is not positive, and replay.negative is not set'",
        "'1001,-9.5,1',            'line 3: price -9.5 is not positive, and replay.negative is not set'",
        "'1001,9,-1',              'line 3: size -1 is negative'",
        "'1001,9,1x',              'line 3: size ''1x'' is no number'",
        "'1001,9.1234567890123456789,1', 'line 3: price ''9.1234567890123456789'' has more than 18 digits'",
        "'1001,12345678.12345678901,1',  'line 3: price 12345678.12345678901 has more than 18 digits'",
        "'999.9,9,1',              'line 3: time goes back from 1970-01-01T00:16:41Z to 1970-01-01T00:16:39.900Z, by more than replay.disorder allows (PT1S)'",
        "'1001,9',                 'line 3: 2 columns after lines with 3'",
        "'1001,9,1,A',             'line 3: 4 columns after lines with 3'",
        "'time,price,size',        'line 3: time ''time'' is neither'",
    })
    void faultIsReportedWithItsLine(String line, String fault) {
        assertBad("1000,9.5,1\n1001,9.5,1\n" + line + "\n1002,9.5,1\n", fault);
    }

    @Test
    void faultsOfTheWholeFileAreReported() {
        assertBad("", ": is empty");
        assertBad("\n\n", ": is empty");
        assertBad("time,price,size\n", ": has no trades");
        assertBad("1000,9\n", "line 1: 2 columns instead of 3 or 4");
        assertBad("1000,9,1\n\n1001,9,1\n", "line 2: is blank");
        assertBad("1000,9,1,A B\n", "line 1: symbol 'A B'");
    }

    @Test
    void bytesThatAreNotUtf8AreReported() {
        byte[] latin = "1000,9,1,A\n1001,9,1,\u00E4\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(latin))
                .withMessageContaining("trades.csv: is neither UTF-8 nor gzip");
    }

    @Test
    void unreadableFileIsReported() {
        Path missing = folder.resolve("missing.csv");

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> RecordingReader.read(missing, FORMAT))
                .withMessageContaining("missing.csv: cannot be read: java.nio.file.NoSuchFileException");
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> RecordingReader.read(folder, FORMAT))
                .withMessageEndingWith("is not a regular file");
    }

    @Test
    void gzipIsReadUnderAnyName() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write("1000,9.5,1\n1001,9.6,2\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(zipped.toByteArray()).size()).isEqualTo(2);
        assertThatExceptionOfType(BadFileException.class)
                .as("half of it")
                .isThrownBy(() -> read(Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2)))
                .withMessageContaining("trades.csv");
    }

    @Test
    void tradesThatAreAlittleOutOfOrderAreSortedAndCounted() throws IOException {
        Recording recording;
        try (var log = new LogRecords(RecordingReader.class)) {
            log.listen();
            recording = read("1001.001,100,1,A\n1001.000,101,1,A\n1001.001,102,1,A\n1003,103,1,B\n1002,104,1,A\n"
                    .getBytes(StandardCharsets.UTF_8));

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .endsWith("trades.csv: 2 of 5 trades were out of order, by up to PT1S; they were sorted");
        }

        assertThat(IntStream.range(0, 5).mapToObj(recording::price))
                .extracting(BigDecimal::toString)
                .containsExactly("101", "100", "102", "104", "103");
        assertThat(recording.instruments().getFirst().referencePrice())
                .as("the first price in time")
                .isEqualByComparingTo("101");
    }

    @Test
    void negativePricesAreReadWhereTheyAreAllowed() throws IOException {
        Path file = Files.writeString(folder.resolve("oil.csv"), "1000,37.63,1\n1001,-37.63,1\n1002,0,1\n");

        Recording recording = RecordingReader.read(file, new RecordingFormat("CL", "USD", true, Duration.ofSeconds(1)));

        assertThat(IntStream.range(0, 3).mapToObj(recording::price))
                .extracting(BigDecimal::toString)
                .containsExactly("37.63", "-37.63", "0.00");
    }

    @Test
    void faultsShowNoMoreThanAGlimpseOfTheFile() {
        String huge = "x".repeat(50_000);

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(("1000," + huge + ",1\n").getBytes(StandardCharsets.UTF_8)))
                .satisfies(fault ->
                        assertThat(fault.getMessage()).hasSizeLessThan(500).endsWith("xxx' is no number"))
                .withNoCause();
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(("1000," + "x".repeat(10_000_000) + ",1\n").getBytes(StandardCharsets.UTF_8)))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(500));
        assertBad("1000,\"9\n\u001B[31m\",1\n", "line 1: price '9??[31m' is no number");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void pipeIsRefusedWithoutWaitingForItsWriter() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> RecordingReader.read(pipe, FORMAT))
                .withMessageEndingWith("pipe.csv: is not a regular file");
    }

    private void assertBad(String text, String fault) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("trades.csv")
                .withMessageContaining(fault);
    }

    private Recording read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("trades.csv"), bytes);
        return RecordingReader.read(file, FORMAT);
    }
}
