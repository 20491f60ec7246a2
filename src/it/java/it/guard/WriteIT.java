package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.Instruments;
import it.Measures;
import it.OnArquillian;
import it.Packaged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every write is checked, although the resource, which comes in a jar, does nothing for it.
@OnArquillian
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WriteIT {

    private static final String NOTE = "{\"stars\":5,\"text\":\"hello\"}";
    private static final String FRAGMENT =
            "paths: {/api/notes: {post: {operationId: note, responses: {'201': {description: Done.}}}}}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ArquillianResource
    URI root;

    @Deployment(testable = false)
    static WebArchive application() {
        JavaArchive notes = ShrinkWrap.create(JavaArchive.class, "notes.jar")
                .addClasses(NotesResource.class, NotesResource.Note.class)
                .addAsResource(new StringAsset("notes/openapi.yaml\n"), "META-INF/tickertape/contract/index")
                .addAsResource(new StringAsset(FRAGMENT), "META-INF/tickertape/contract/notes/openapi.yaml")
                .addAsResource(new StringAsset("export const notes = 1;\n"), "META-INF/resources/notes/feature.js");
        return Packaged.application().addAsLibrary(notes);
    }

    @Test
    void jsonIsWritten() {
        HttpResponse<String> response = post(NOTE);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo(NOTE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text":                                | not valid JSON: line 1
                    []                                      | not a JSON object
                    {"text":"hello"}                        | the field 'stars' is missing
                    {"text":"hello","stars":"many"}         | the field 'stars' cannot be "many"
                    {"text":"hello","stars":1,"colour":"x"} | unknown field 'colour'
                    {"text":"hello","stars":-1}             | the stars must not be negative
                    """)
    void bodyThatIsWrongIsRefusedWithItsReason(String body, String detail) {
        assertProblem(post(body), 400, detail);
    }

    @Test
    void otherTypesAreRefused() {
        HttpResponse<String> form = send(
                "POST", BodyPublishers.ofString("text=hello"), "Content-Type", "application/x-www-form-urlencoded");

        assertProblem(form, 415, "application/json");
    }

    @Test
    void longBodyIsRefusedWhetherAnnouncedOrNot() {
        String padded = NOTE + " ".repeat(64 * 1024);

        assertProblem(post(padded), 413, "65536 bytes");
        assertProblem(
                send(
                        "POST",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(padded.getBytes(StandardCharsets.UTF_8))),
                        "Content-Type",
                        "application/json"),
                413,
                "65536 bytes");
    }

    @Test
    void pagesOfOtherOriginsAreRefused() {
        double before = refused("origin");

        assertProblem(post(NOTE, "Origin", "https://evil.example"), 403, "another origin");
        assertProblem(post(NOTE, "Sec-Fetch-Site", "cross-site"), 403, "another origin");
        assertProblem(send("DELETE", BodyPublishers.noBody(), "Sec-Fetch-Site", "same-site"), 403, "another origin");
        assertThat(refused("origin")).isEqualTo(before + 3);
    }

    @Test
    void ownPagesMayWrite() {
        String own = root.getScheme() + "://" + root.getAuthority();

        assertThat(post(NOTE, "Origin", own).statusCode()).isEqualTo(201);
        assertThat(post(NOTE, "Origin", own, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(201);
    }

    @Test
    void repeatedWriteTakesEffectOnce() {
        String key = "\"" + UUID.randomUUID() + "\"";

        HttpResponse<String> first = post(NOTE, "Idempotency-Key", key);
        String written = Http.get(notes()).body();
        HttpResponse<String> again = post(NOTE, "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(NOTE);
        assertThat(again.headers().firstValue("Written"))
                .isEqualTo(first.headers().firstValue("Written"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(Http.get(notes()).body()).isEqualTo(written);
        assertProblem(post("{\"stars\":1,\"text\":\"other\"}", "Idempotency-Key", key), 422, "another body");
    }

    // The last one, because then this address may write no more.
    @Test
    @Order(Integer.MAX_VALUE)
    void addressThatWritesTooOftenHasToWait() {
        HttpResponse<String> response = send("DELETE", BodyPublishers.noBody());
        for (int i = 0; i < 3_000 && response.statusCode() != 429; i++) {
            response = send("DELETE", BodyPublishers.noBody());
        }

        assertProblem(response, 429, "too many writes");
        assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(refused("rate")).isPositive();
    }

    @Test
    void writesAreMeasuredByRoute() {
        post(NOTE);

        assertThat(Measures.of(root)
                        .count(
                                "tickertape_request_duration_seconds_count",
                                "method",
                                "POST",
                                "route",
                                "/api/notes",
                                "status",
                                "201"))
                .isPositive();
    }

    @Test
    void jarBringsItsPartOfThePage() {
        assertThat(Instruments.array(Http.get(root.resolve("api/features")).body())
                        .toString())
                .contains("{\"module\":\"notes/feature.js\"}");
        HttpResponse<String> module = Http.get(root.resolve("notes/feature.js"));
        assertThat(module.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(module.headers().firstValue("ETag")).isPresent();
    }

    private double refused(String reason) {
        return Measures.of(root).count("tickertape_requests_refused_total", "reason", reason);
    }

    private URI notes() {
        return root.resolve("api/notes");
    }

    private HttpResponse<String> post(String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return send("POST", BodyPublishers.ofString(body), all);
    }

    private HttpResponse<String> send(String method, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(notes()).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Instruments.object(response.body()).getString("detail")).contains(detail);
    }
}
