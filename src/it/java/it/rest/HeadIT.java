package it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.OnArquillian;
import it.Packaged;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD returns the same headers as GET.
@OnArquillian
class HeadIT {

    @ArquillianResource
    URI root;

    @Deployment(testable = false)
    static WebArchive application() {
        return Packaged.application();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/instruments",
                "api/instruments?limit=3",
                "api/instruments/NOPE",
                "api/contract/asyncapi.yaml",
                "api/contract/schema/quote.json",
                "api/quotes/NOPE",
                "api/quotes?symbol=NOPE"
            })
    void headHasTheHeadersOfGetAndNoBody(String path) {
        for (String accept : List.of("*/*", "text/csv", "application/xml")) {
            HttpResponse<String> head = Http.send("HEAD", root.resolve(path), "Accept", accept);

            assertThat(head.statusCode())
                    .isEqualTo(Http.get(root.resolve(path), "Accept", accept).statusCode());
            assertThat(headers(head)).isEqualTo(headers(Http.get(root.resolve(path), "Accept", accept)));
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
