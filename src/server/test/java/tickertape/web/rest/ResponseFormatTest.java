package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which form a client gets for what it says it accepts.
class ResponseFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                            | JSON
                    application/json                               | JSON
                    application/json;charset=utf-8                 | JSON
                    application/*                                  | JSON
                    text/csv                                       | CSV
                    text/*                                         | CSV
                    TEXT/CSV                                       | CSV
                    text/csv;header=absent                         | CSV
                    text/csv, application/json                     | JSON
                    text/html, application/xml;q=0.9, */*;q=0.8    | JSON
                    text/csv, */*;q=0.1                            | CSV
                    text/csv;q=0.5, application/json;q=0.9         | JSON
                    text/csv;q=0.9, application/json;q=0.5         | CSV
                    text/csv;q=0.9, application/*;q=0.5            | CSV
                    application/json;q=0, */*                      | CSV
                    */*, application/json;q=0                      | CSV
                    text/*, text/csv;q=0, application/json;q=0.001 | JSON
                    application/json;q=0.2, text/*;q=0.3, */*      | CSV
                    """)
    void highestWeightWinsAndTheMostPreciseRangeGivesIt(String accept, ResponseFormat wanted) {
        assertThat(ResponseFormat.wanted(ranges(accept))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/plain",
                "*/*;q=0",
                "application/json;q=0, text/csv;q=0.0, */*",
                "application/json;q=0"
            })
    void whatIsNotToBeHadIsNotAcceptable(String accept) {
        assertThatThrownBy(() -> ResponseFormat.wanted(ranges(accept))).isInstanceOf(NotAcceptableException.class);
    }

    @Test
    void tableSaysThatItHasAHeaderLine() {
        assertThat(ResponseFormat.CSV.type().getParameters()).containsEntry("header", "present");
    }

    private static List<MediaType> ranges(String accept) {
        return Stream.of(accept.split(", ")).map(MediaType::valueOf).toList();
    }
}
