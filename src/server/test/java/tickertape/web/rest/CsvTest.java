package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Records as a table (RFC 4180).
class CsvTest {

    private static final Instant NOON = Instant.parse("2026-01-05T17:00:00Z");

    @Test
    void firstLineNamesTheColumnsAndEveryLineEndsInCrLf() {
        assertThat(Csv.of(Row.class, List.of(new Row("A", new BigDecimal("1.50"), NOON))))
                .isEqualTo("name,price,time\r\nA,1.50,2026-01-05T17:00:00.000000Z\r\n");
    }

    @Test
    void emptyListIsTheFirstLineOnly() {
        assertThat(Csv.of(Row.class, List.of())).isEqualTo("name,price,time\r\n");
    }

    @Test
    void valuesThatWouldBreakTheTableAreQuoted() {
        assertThat(Csv.of(Row.class, List.of(new Row("\"A\", B\r\nC", new BigDecimal("1"), NOON))))
                .contains("\r\n\"\"\"A\"\", B\r\nC\",1,");
    }

    @Test
    void absentValueIsEmptyAndNumbersArePlain() {
        assertThat(Csv.of(Row.class, List.of(new Row("A", null, NOON), new Row("B", new BigDecimal("1E+3"), NOON))))
                .contains("\r\nA,,2026", "\r\nB,1000,2026");
    }

    @Test
    void listIsOneCell() {
        assertThat(Csv.of(Tags.class, List.of(new Tags(List.of("a", "b")), new Tags(List.of()))))
                .isEqualTo("tags\r\na b\r\n\r\n");
    }

    /// A line with a list.
    public record Tags(List<String> tags) {}

    /// One line of the tables here.
    public record Row(String name, @Nullable BigDecimal price, Instant time) {}
}
