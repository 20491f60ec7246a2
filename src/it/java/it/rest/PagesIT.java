package it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.Instruments;
import it.LivelyServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Responses that stay the same as long as the server runs: the pages of instruments, and the server's identity.
class PagesIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private final URI root = LivelyServer.uri();

    @Test
    void nextLeadsThroughAllPages() {
        List<String> seen = new ArrayList<>();
        Optional<URI> next = Optional.of(root.resolve("api/instruments?limit=7"));
        while (next.isPresent()) {
            HttpResponse<String> page = Http.get(next.get());
            List<JsonObject> items = Instruments.array(page.body()).getValuesAs(JsonObject.class);
            items.forEach(item -> seen.add(item.getString("symbol")));
            assertThat(items).hasSizeBetween(1, 7);
            next = page.headers().allValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(link -> page.uri().resolve(link.group(1)));
        }

        assertThat(seen).isEqualTo(Instruments.of(root).symbols());
    }

    @Test
    void oneInstrumentIsTheOneOfTheList() {
        JsonObject inList = Instruments.of(root).all().get(3);

        assertThat(Instruments.object(Http.get(root.resolve("api/instruments/" + inList.getString("symbol")))
                        .body()))
                .isEqualTo(inList);
    }
}
