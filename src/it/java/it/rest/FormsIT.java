package it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.LivelyServer;
import it.Quotes;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists in the format that a client accepts, with the items that it selects.
class FormsIT {

    private final URI root = LivelyServer.uri();

    @BeforeEach
    void awaitTheMarket() {
        Quotes.awaitOneOfEach(root);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                         | application/json
                    application/json                            | application/json
                    text/html,application/xml;q=0.9,*/*;q=0.8   | application/json
                    text/csv;q=0.5, application/json            | application/json
                    text/csv                                    | text/csv;charset=utf-8;header=present
                    application/json;q=0, */*                   | text/csv;charset=utf-8;header=present
                    """)
    void clientGetsTheFormItLikesBest(String accept, String type) {
        for (String path : List.of("api/quotes", "api/instruments")) {
            HttpResponse<String> answer = get(path, "Accept", accept);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase(type);
            assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
        }
    }

    @Test
    void whoDoesNotSayGetsJson() {
        assertThat(get("api/quotes").headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void tableOfInstrumentsSaysWhatTheJsonSays() {
        String csv = get("api/instruments", "Accept", "text/csv").body();

        assertThat(csv).startsWith("symbol,name,").endsWith("\r\n");
        assertThat(Table.ofCsv(csv))
                .isNotEmpty()
                .isEqualTo(Table.ofJson(Instruments.of(root).all()));
    }

    @Test
    void tableOfQuotesSaysWhatTheJsonOfTheSameMomentSays() {
        Both both = await().until(this::both, Both::areOfOneMoment);

        assertThat(Table.ofCsv(both.csv().body()))
                .hasSize(20)
                .isEqualTo(Table.ofJson(Instruments.array(both.json().body()).getValuesAs(JsonObject.class)));
    }

    private Both both() {
        return new Both(get("api/quotes"), get("api/quotes", "Accept", "text/csv"));
    }

    @Test
    void onlyTheChosenSymbolsAreShownOnceEachInOrderOfTheInstruments() {
        List<String> all = Instruments.of(root).symbols();

        assertThat(symbols("api/quotes?symbol=%s,%s&symbol=%s".formatted(all.get(7), all.get(2), all.get(7))))
                .containsExactly(all.get(2), all.get(7));
    }

    private List<String> symbols(String path) {
        return Instruments.array(get(path).body()).getValuesAs(JsonObject.class).stream()
                .map(quote -> quote.getString("symbol"))
                .toList();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return Http.get(root.resolve(path), headers);
    }

    /// All quotes in both formats.
    private record Both(HttpResponse<String> json, HttpResponse<String> csv) {

        boolean areOfOneMoment() {
            return tag(json).replace("-json", "-csv").equals(tag(csv));
        }

        private static String tag(HttpResponse<String> answer) {
            return answer.headers().firstValue("ETag").orElseThrow();
        }
    }
}
