package it.about;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.OnArquillian;
import it.Packaged;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/// What the server says about itself.
@OnArquillian
class AboutIT {

    @ArquillianResource
    URI root;

    @Deployment(testable = false)
    static WebArchive application() {
        return Packaged.application();
    }

    @Test
    void aboutSaysTheVersionAndTheEpochThatTheStreamSays() {
        String text = Http.get(root.resolve("api/about")).body();

        JsonObject about = Instruments.object(text);
        try (var stream = EventStream.open(root.resolve("api/stream"))) {
            JsonObject hello = stream.next("hello").json();
            assertThat(about.getString("epoch")).isEqualTo(hello.getString("epoch"));
            assertThat(about.getString("version")).isEqualTo(hello.getString("version"));
            assertThat(about.getString("started")).isLessThan(hello.getString("time"));
        }
        assertThat(text).doesNotContainIgnoringCase("java").doesNotContainIgnoringCase("liberty");
    }

    @Test
    void unknownParameterIsRefused() {
        assertThat(Http.get(root.resolve("api/about?format=json")).statusCode()).isEqualTo(400);
    }

    @Test
    void tableHasOneRow() {
        HttpResponse<String> answer = Http.send("GET", root.resolve("api/about"), "Accept", "text/csv");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/csv;charset=utf-8;header=present");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("name,version,epoch,started");
        assertThat(lines.getLast()).startsWith("Tickertape,");
    }

    @Test
    void headHasTheTagOfGetAndNoBody() {
        HttpResponse<String> get = Http.get(root.resolve("api/about"));
        HttpResponse<String> head = Http.send("HEAD", root.resolve("api/about"));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(get.headers().firstValue("ETag"));
        assertThat(head.body()).isEmpty();
    }
}
