package it.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.FreePorts;
import it.Http;
import it.Issuer;
import it.LibertyServer;
import it.NpmFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// A provider that others have written, which comes by npm: its words grow on the stream, too.
@EnabledIf("required")
class MockModelIT {

    private static final NpmFolder FOLDER = new NpmFolder("models");
    private static final Issuer ISSUER = Issuer.start();

    private static Process provider;
    private static LibertyServer server;

    static boolean required() {
        return NpmFolder.allowed("MockModelIT");
    }

    @BeforeAll
    static void start() throws IOException {
        FOLDER.install();
        int port = FreePorts.find().http();
        ProcessBuilder builder =
                FOLDER.program(List.of("mock-llm", "--config", "models.json")).redirectOutput(Redirect.DISCARD);
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", Integer.toString(port));
        provider = builder.start();
        URI root = URI.create("http://127.0.0.1:%s/".formatted(port));
        await().until(() -> Http.answers(200, root.resolve("ready")));
        server = LibertyServer.start(ModelProvider.settings(root.resolve("v1").toString(), ISSUER));
    }

    @AfterAll
    static void end() {
        server.close();
        provider.destroy();
    }

    private static String text(Reader reader, Asker asker, String question, String reason) {
        String id = asker.begun("AAPL", question, "en").getString("id");
        assertThat(reader.end(id).getString("reason")).isEqualTo(reason);
        return reader.text(id);
    }

    @Test
    void wordsOfAnotherProviderGrowOnTheStream() {
        var ann = new Asker(server.uri(), ISSUER.token("ann", "read trade"));
        try (var reader = Reader.open(server.uri(), "topic=answer", ann.credential())) {
            assertThat(text(reader, ann, "How is it?", "complete"))
                    .isEqualTo("Apple is **up** 😀, and so is everything.\n\n- 苹果上涨");
            // This provider tells of it in the stream.
            assertThat(text(reader, ann, "Am I limited?", "failed")).isEmpty();
        }
    }
}
