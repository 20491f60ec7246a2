package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Checks that HEAD returns the headers of GET and no body.
public final class HeadHeaders {

    private HeadHeaders() {}

    /// Checks it in each format.
    public static void check(URI uri) {
        for (String accept : List.of("*/*", "text/csv", "application/xml")) {
            HttpResponse<String> head = Http.send("HEAD", uri, "Accept", accept);

            assertThat(head.statusCode())
                    .isEqualTo(Http.get(uri, "Accept", accept).statusCode());
            assertThat(headers(head)).isEqualTo(headers(Http.get(uri, "Accept", accept)));
            assertThat(head.body()).isEmpty();
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        if (answer.statusCode() >= 400) {
            headers.remove("content-length");
        }
        return headers;
    }
}
