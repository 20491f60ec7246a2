package it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.Http;
import it.LivelyServer;
import it.Quotes;
import it.openapi.Documented;
import it.openapi.OpenApi;
import it.openapi.Operation;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server behaves as `/openapi` says, and its responses match the schemas.
class OpenApiIT {

    /// Only many clients at once get this status; `LoadSheddingIT` has them.
    private static final int BUSY = 503;

    private static final int UNAUTHORIZED = 401;

    private final URI root = LivelyServer.uri();

    @BeforeEach
    void awaitTheMarket() {
        Quotes.awaitOneOfEach(root);
        await("a text")
                .until(() -> Http.get(root.resolve("api/commentary")).body().length() > 2);
    }

    @Test
    void everyDocumentedAnswerIsGivenAsDocumented() throws IOException {
        OpenApi openApi = OpenApi.of(root);
        for (Operation operation : reads(openApi)) {
            for (Map.Entry<Integer, JsonObject> response : operation.responses().entrySet()) {
                if (response.getKey() == BUSY) {
                    assertThat(operation.isStream()).isFalse();
                } else if (response.getKey() != UNAUTHORIZED && !operation.isOpen()) {
                    assertThat(Http.get(root.resolve(operation.path(""))).statusCode())
                            .as("%s by nobody", operation)
                            .isEqualTo(UNAUTHORIZED);
                } else if (response.getKey() == 200 && operation.isStream()) {
                    assertStreamBegins(new Documented(openApi, response.getValue()));
                } else {
                    HttpResponse<String> answer = Provocation.of(response.getKey(), operation, root);
                    assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(response.getKey());
                    new Documented(openApi, response.getValue()).assertHolds(operation, answer);
                }
            }
        }
    }

    @Test
    void everyFormIsGivenAsDocumented() {
        for (Operation operation : openReads(OpenApi.of(root))) {
            Documented documented = operation.good();
            if (!operation.isStream()) {
                for (String type : documented.types()) {
                    HttpResponse<String> answer =
                            Provocation.send(operation, root, operation.example(), "Accept", type);
                    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                            .as(operation.toString())
                            .startsWith(type);
                    documented.assertHolds(operation, answer);
                }
            }
        }
    }

    @Test
    void examplesOfParametersAreUnderstood() throws IOException {
        for (Operation operation : openReads(OpenApi.of(root))) {
            try (var answer = Connection.send(operation.method(), root, root.getPath() + operation.example())) {
                assertThat(answer.status()).as(operation.example()).isEqualTo(200);
            }
        }
    }

    @Test
    void examplesOfAnswersKeepToTheirSchemas() {
        OpenApi openApi = OpenApi.of(root);
        for (Operation operation : openApi.operations()) {
            operation.responses().values().forEach(response -> new Documented(openApi, response).assertExamplesHold());
        }
    }

    // Writes are tried by the tests of their features, and what takes a session by `AccountsIT`.
    private static List<Operation> reads(OpenApi openApi) {
        return openApi.operations().stream().filter(Operation::isRead).toList();
    }

    private static List<Operation> openReads(OpenApi openApi) {
        return reads(openApi).stream().filter(Operation::isOpen).toList();
    }

    private void assertStreamBegins(Documented documented) throws IOException {
        try (var stream = Connection.get(root.resolve("api/stream"))) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(documented.types())
                    .contains(stream.header("Content-Type").orElseThrow());
            documented.assertHeaders(stream::header);
        }
    }
}
