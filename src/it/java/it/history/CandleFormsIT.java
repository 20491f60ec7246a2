package it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.LivelyServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bars over HTTP: as CSV, page by page, by tag, and what is refused.
class CandleFormsIT {

    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    private final URI candles = LivelyServer.uri().resolve("api/candles/");

    @BeforeEach
    void awaitThePast() {
        await().until(() -> get("AAPL?interval=P1D").statusCode() == 200);
    }

    @Test
    void csvSaysTheSameAsJson() {
        JsonObject bar = bars(get("AAPL?interval=P1D")).getFirst();
        String query = "AAPL?interval=P1D&limit=1&from=" + bar.getString("start");

        String[] lines = get(query, "Accept", "text/csv").body().split("\r\n", -1);

        List<String> names = List.of(lines[0].split(",", -1));
        assertThat(names)
                .contains("symbol", "interval", "start", "open", "high", "low", "close", "volume", "vwap", "trades");
        List<String> values = List.of(lines[1].split(",", -1));
        assertThat(values.get(names.indexOf("start"))).isEqualTo(bar.getString("start"));
        for (String name : List.of("open", "high", "low", "close", "volume", "vwap", "trades")) {
            assertThat(values.get(names.indexOf(name)))
                    .as(name)
                    .isEqualTo(bar.getJsonNumber(name).toString());
        }
    }

    @Test
    void linksLeadThroughAllBarsBothWays() {
        List<String> all = starts(get("AAPL?interval=P1D&limit=5000"));

        List<String> back = new ArrayList<>();
        Optional<URI> page = Optional.of(candles.resolve("AAPL?interval=P1D&limit=50"));
        URI first = page.orElseThrow();
        while (page.isPresent()) {
            first = page.orElseThrow();
            HttpResponse<String> response = Http.get(first);
            back.addAll(0, starts(response));
            page = link(response, first, "prev");
        }
        assertThat(back).isEqualTo(all);

        List<String> forth = new ArrayList<>(starts(Http.get(first)));
        while (forth.size() < all.size()) {
            HttpResponse<String> response = Http.get(first);
            first = link(response, first, "next").orElseThrow();
            forth.addAll(starts(Http.get(first)));
        }
        assertThat(forth).isEqualTo(all);
    }

    @Test
    void openRangeIsNotSentAgainUntilItHasChanged() {
        String query = "AAPL?interval=PT1M&limit=3";

        HttpResponse<String> again =
                await().until(() -> get(query, "If-None-Match", tag(get(query))), answer -> answer.statusCode() == 304);

        assertThat(again.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        await().until(() -> get(query, "If-None-Match", tag(again)).statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AAPL?interval=PT2M                                           | 400 | interval is one of PT1S, PT1M
            AAPL?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z       | 400 | from is a time before to
            AAPL?from=1990-01-02T00:00:00Z&to=2026-01-01T00:00:00Z       | 400 | ask for longer bars, or for a shorter range
            AAPL?from=yesterday                                          | 400 | from is a time such as 2026-11-23T14:30:00Z
            AAPL?limit=5001                                              | 400 | 5000
            NONE                                                         | 404 | api/instruments""")
    void whatMakesNoSenseIsAProblemThatSaysWhatWouldBeRight(String query, int status, String detail) {
        HttpResponse<String> response = get(query);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Instruments.object(response.body()).getString("detail")).contains(detail);
    }

    private HttpResponse<String> get(String query, String... headers) {
        return Http.get(candles.resolve(query), headers);
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static Optional<URI> link(HttpResponse<String> response, URI page, String rel) {
        return response.headers().allValues("Link").stream()
                .flatMap(link -> LINK.matcher(link).results())
                .filter(link -> link.group(2).equals(rel))
                .map(link -> page.resolve(link.group(1)))
                .findFirst();
    }

    private static List<JsonObject> bars(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Instruments.array(response.body()).getValuesAs(JsonObject.class);
    }

    private static List<String> starts(HttpResponse<String> response) {
        return bars(response).stream()
                .map(bar -> Instant.parse(bar.getString("start")).toString())
                .toList();
    }
}
