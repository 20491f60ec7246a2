package tickertape.market.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.Instrument;
import tickertape.market.Samples;
import tickertape.market.TradingHours;
import tickertape.wire.Symbol;

/// Files of instruments are read in all their forms, and a fault is reported with its line.
class ReferenceFilesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private Path file;
    private Path calendars;

    @BeforeEach
    void name() {
        file = folder.resolve("instruments.csv");
        calendars = folder.resolve("calendars.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M&M.NS", "^GSPC", "EURUSD=X", "BTC/USD", "0700.HK", "币安人生USDT", "CL=F"})
    void symbolsAreThoseOfTheWorld(String symbol) throws IOException {
        assertThat(read("symbol,name\n%s,Some\n".formatted(symbol))).containsOnlyKeys(new Symbol(symbol));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol,name,sector\nA,\"Mahindra & Mahindra, \"\"M&M\"\"\",Cars\n",
                "\uFEFFsymbol,name,sector\r\nA,\"Mahindra & Mahindra, \"\"M&M\"\"\",Cars\r\n",
                "sector,symbol,name\nCars,A,\"Mahindra & Mahindra, \"\"M&M\"\"\"",
                "\"symbol\", name ,sector\n A ,\"Mahindra & Mahindra, \"\"M&M\"\"\", Cars \n\n\n"
            })
    void cellsAreTheSameHoweverWritten(String text) throws IOException {
        InstrumentRow row = requireNonNull(read(text).get(new Symbol("A")));

        assertThat(row.name()).contains("Mahindra & Mahindra, \"M&M\"");
        assertThat(row.sector()).contains("Cars");
    }

    @Test
    void zippedFileIsReadToo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("symbol\nA\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());

        assertThat(files().read()).containsOnlyKeys(new Symbol("A"));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, 0.000000000001",
        "0.000000000001, 0.000000000001",
        "0.05, 0.05",
        "0.250, 0.250",
        "1, 1",
        "1e12, 1000000000000",
        "1000000000000, 1000000000000"
    })
    void tickSizesAreOfAnyScale(String written, String meant) throws IOException {
        InstrumentRow row = requireNonNull(
                read("symbol,tickSize\nA,%s\n".formatted(written)).get(new Symbol("A")));

        assertThat(row.tickSize()).contains(new BigDecimal(meant));
    }

    @Test
    void whatIsLeftOpenStaysAsItWas() throws IOException {
        Instrument known = Samples.instrument("ACME");
        Map<Symbol, InstrumentRow> rows = read(
                "symbol,name,sector,mic,currency,tickSize,negative\nACME,,,,,,\nOIL,Oil,Energy,XNYM,EUR,0.05,TRUE\n");

        InstrumentRow empty = requireNonNull(rows.get(known.symbol()));
        InstrumentRow full = requireNonNull(rows.get(new Symbol("OIL")));

        assertThat(empty.describe(known)).isEqualTo(known);
        assertThat(full.negative()).contains(true);
        assertThat(full.describe(known)).satisfies(described -> {
            assertThat(described.name()).isEqualTo("Oil");
            assertThat(described.sector()).isEqualTo("Energy");
            assertThat(described.mic()).isEqualTo("XNYM");
            assertThat(described.currency()).isEqualTo("EUR");
            assertThat(described.tickSize()).as("that is for the feed to take").isEqualTo(known.tickSize());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        name\\nA                           | line 1: the header has no column symbol
        symbol,tick_size\\nA,1             | line 1: unknown column 'tick_size'; there may be symbol,name,sector,
        symbol,name,name\\nA,A,A           | line 1: the header has a column twice: symbol,name,name
        symbol,name\\nA                    | line 2: 1 columns instead of the 2 of the header
        symbol,name\\nA,B\\n,C             | line 3: symbol is empty
        symbol\\nA\\n\\nB                  | line 3: is blank
        symbol\\nA B                       | line 2: symbol 'A B' is not 1 to 64 letters, digits and
        symbol\\nA\\nB\\nA                 | line 4: A is listed twice, first in line 2
        symbol,mic\\nA,NYSE!               | line 2: A: mic 'NYSE!' is no ISO 10383 code such as XNAS
        symbol,currency\\nA,dollar         | line 2: A: currency 'dollar' is no ISO 4217 code such as USD
        symbol,tickSize\\nA,0              | line 2: A: tickSize '0' is not positive
        symbol,tickSize\\nA,-0.01          | line 2: A: tickSize '-0.01' is not positive
        symbol,tickSize\\nA,a penny        | line 2: tickSize 'a penny' is no number
        symbol,tickSize\\nA,1e-19          | line 2: tickSize '1e-19' has more than 18 digits on one side of the point
        symbol,negative\\nA,yes            | line 2: negative 'yes' is neither true nor false
        symbol,name\\nA,"a\\nb"            | line 2: name has a control character or more than 200 characters
        symbol,calendar\\nA,HK             | line 2: calendar 'HK' needs a file of calendars (instruments.calendars)
        """)
    void faultIsReportedWithItsLine(String text, String fault) throws IOException {
        Files.writeString(file, text.replace("\\n", "\n"));

        assertBad(file + ", " + fault);
    }

    @Test
    void fileThatIsNoneIsReported() throws IOException {
        assertBad(file + ": is not there");
        Files.writeString(file, "");
        assertBad(file + ": is empty");
        Files.write(file, new byte[] {'s', (byte) 0xff, '\n'});
        assertBad(file + ": is neither UTF-8 nor gzip");
        Files.delete(file);
        Files.createDirectory(file);
        assertBad(file + ": is not a regular file");
    }

    @Test
    void moreLinesThanASensibleFileHasAreRefused() throws IOException {
        var text = new StringBuilder("symbol\n");
        for (int i = 0; i <= CsvTable.MOST_LINES; i++) {
            text.append('S').append(i).append('\n');
        }
        Files.writeString(file, text);

        assertBad(file + ", line 100002: there are more than 100000 lines");
    }

    @Test
    void hoursAreThoseOfTheCalendar() throws IOException {
        Files.writeString(calendars, """
            calendar,zone,hours,days,holidays
            HK,Asia/Hong_Kong,09:30-12:00; 13:00-16:00,,2027-01-01;2026-12-25
            ALWAYS,UTC,00:00-00:00,sat;SUN,
            """);
        Files.writeString(file, "symbol,calendar\n0700.HK,HK\nBTC,ALWAYS\nA,\n");

        Map<Symbol, InstrumentRow> rows = new ReferenceFiles(file, Optional.of(calendars)).read();

        InstrumentRow tencent = requireNonNull(rows.get(new Symbol("0700.HK")));
        Instrument described = tencent.describe(Samples.instrument("0700.HK"));
        assertThat(described.zone()).isEqualTo("Asia/Hong_Kong");
        assertThat(described.hours()).containsExactly("09:30-12:00", "13:00-16:00");
        assertThat(described.holidays()).containsExactly("2026-12-25", "2027-01-01");
        TradingHours always = rows.values().stream()
                .filter(row -> row.symbol().equals(new Symbol("BTC")))
                .flatMap(row -> row.hours().stream())
                .findFirst()
                .orElseThrow();
        assertThat(always.isOpen(Instant.parse("2026-11-22T23:59:59Z"))).isTrue();
        assertThat(always.isOpen(Instant.parse("2026-11-23T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        HK,Asia/HongKong,09:30-16:00,,     | zone 'Asia/HongKong' is not like Asia/Hong_Kong
        HK,,09:30-16:00,,                  | zone is missing
        HK,UTC,,,                          | hours is missing
        HK,UTC,09:30,,                     | hours '09:30' is not like 09:30-16:00
        HK,UTC,09:30-24:00,,               | hours '09:30-24:00' is not like 09:30-16:00
        HK,UTC,09:30-16:00,MONDAY,         | days 'MONDAY' is not like MON
        HK,UTC,09:30-16:00,,25.12.2026     | holidays '25.12.2026' is not like 2026-12-25
        """)
    void faultOfACalendarIsReportedWithItsLine(String line, String fault) throws IOException {
        Files.writeString(calendars, "calendar,zone,hours,days,holidays\n" + line + "\n");
        Files.writeString(file, "symbol,calendar\nA,HK\n");

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> new ReferenceFiles(file, Optional.of(calendars)).read())
                .withMessage("%s, line 2: %s", calendars, fault);
    }

    @Test
    void examplesOfThePageAreGood() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("src/docs/instruments.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        Files.writeString(file, examples.get(0));
        Files.writeString(calendars, examples.get(1));

        assertThat(examples).hasSize(2);
        assertThat(new ReferenceFiles(file, Optional.of(calendars)).read()).hasSize(7);
    }

    private Map<Symbol, InstrumentRow> read(String text) throws IOException {
        Files.writeString(file, text);
        return files().read();
    }

    private ReferenceFiles files() {
        return new ReferenceFiles(file, Optional.empty());
    }

    private void assertBad(String fault) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> files().read())
                .withMessageStartingWith(fault);
    }
}
