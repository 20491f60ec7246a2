package it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LivelyServer;
import it.Quotes;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A response that the client already has is not sent again (ETags).
class TagIT {

    private final URI root = LivelyServer.uri();

    @BeforeEach
    void awaitTheMarket() {
        Quotes.awaitOneOfEach(root);
    }

    // A quote may change in between; this repeats until none does.
    @ParameterizedTest
    @CsvSource({
        "GET,application/json,identity",
        "GET,text/csv,gzip",
        "HEAD,application/json,gzip",
        "HEAD,text/csv,identity"
    })
    void unchangedQuoteIsNotSentAgain(String method, String accept, String coding) {
        String path = "api/quotes/" + symbols().getFirst();
        HttpResponse<String> again = await().until(
                        () -> {
                            String tag = tag(get(path, "Accept", accept, "Accept-Encoding", coding));
                            return Http.send(
                                    method, root.resolve(path), "Accept", accept, "If-None-Match", "\"x\", " + tag);
                        },
                        answer -> answer.statusCode() == 304);

        assertThat(again.body()).isEmpty();
        assertThat(tag(again)).startsWith("W/\"");
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(again.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
    }

    @Test
    void changedQuoteIsSentAgainUnderAnotherTag() {
        String path = "api/quotes?symbol=" + symbols().getFirst();
        HttpResponse<String> before = get(path);

        HttpResponse<String> after =
                await().until(() -> get(path, "If-None-Match", tag(before)), answer -> answer.statusCode() == 200);

        assertThat(tag(after)).isNotEqualTo(tag(before));
        assertThat(after.body()).isNotEqualTo(before.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *            | 304
                    "x"          | 200
                    W/           | 200
                    "            | 200
                    "unclosed    | 200
                    , ,          | 200
                    """)
    void anyIsKnownAndWhatIsNoTagIsNot(String known, int status) {
        assertThat(get("api/quotes", "If-None-Match", known).statusCode()).isEqualTo(status);
    }

    @Test
    void formsAndChoicesHaveTagsOfTheirOwn() {
        List<String> symbols = symbols();
        List<String> tags = List.of(
                tag(get("api/instruments")),
                tag(get("api/instruments", "Accept", "text/csv")),
                tag(get("api/instruments?limit=3")),
                tag(get("api/instruments?limit=3&offset=3")),
                tag(get("api/instruments/" + symbols.get(0))),
                tag(get("api/instruments/" + symbols.get(1))),
                tag(get("api/quotes?symbol=" + symbols.get(0))),
                tag(get("api/quotes?symbol=" + symbols.get(0), "Accept", "text/csv")),
                tag(get("api/quotes?symbol=" + symbols.get(1))),
                tag(get("api/quotes?symbol=%s,%s".formatted(symbols.get(0), symbols.get(1)))),
                tag(get("api/quotes")));

        assertThat(tags).doesNotHaveDuplicates();
    }

    @Test
    void orderInWhichSymbolsAreNamedMakesNoDifference() {
        String one = symbols().get(0);
        String two = symbols().get(1);

        await().until(() -> tag(get("api/quotes?symbol=%s,%s".formatted(one, two)))
                .equals(tag(get("api/quotes?symbol=%s&symbol=%s".formatted(two, one)))));
    }

    @Test
    void streamGoesOnFromThePositionThatTheTagBeginsWith() {
        String symbol = symbols().getFirst();
        HttpResponse<String> quote = get("api/quotes/" + symbol);
        String position = tag(quote).replaceFirst("W/\"(\\w+-\\d+)-.*", "$1");
        long seq = Instruments.object(quote.body()).getJsonNumber("seq").longValueExact();

        try (var stream = EventStream.open(
                root.resolve("api/stream?topic=quote&symbol=%s&lastEventId=%s".formatted(symbol, position)))) {
            assertThat(stream.next().json().getString("resume")).isEqualTo("resumed");
            assertThat(Quotes.seq(stream.next("quote"))).isEqualTo(seq + 1);
        }
    }

    private List<String> symbols() {
        return Instruments.of(root).symbols();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return Http.get(root.resolve(path), headers);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
