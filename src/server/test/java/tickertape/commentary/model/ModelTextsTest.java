package tickertape.commentary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.writing.EndedText;
import tickertape.commentary.writing.TestTexts;
import tickertape.commentary.writing.TextHead;
import tickertape.commentary.writing.TextTopics;
import tickertape.commentary.writing.Texts;

/// A text that ends before its model does closes the request.
class ModelTextsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<EndedText> kept = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Texts texts(RawProvider provider, Duration timeout) {
        ModelSettings settings = ModelSettingsTest.at(provider.url());
        settings.timeout = timeout;
        Author author = ModelAuthor.of(settings, Executors.defaultThreadFactory(), System::nanoTime)
                .orElseThrow();
        return TestTexts.start(author, _ -> {}, threads, kept::add);
    }

    private static void begin(Texts texts) {
        var assignment = ModelAuthorTest.assignment("ann");
        texts.begin(TextHead.of("a", Optional.empty(), "model small:1b", assignment), assignment, () -> {});
    }

    private String reason() {
        await().atMost(SOON).until(() -> !kept.isEmpty());
        return String.valueOf(kept.getFirst().text().reason());
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before the answer", "before the first word", "after a word"})
    void silenceEndsTheTextAsSlow(String when) {
        try (var provider = new RawProvider(exchange -> {
            if (!when.equals("before the answer")) {
                exchange.begin();
            }
            if (when.equals("after a word")) {
                exchange.say("Up ", "and");
            }
            exchange.awaitEnd();
        })) {
            begin(texts(provider, Duration.ofMillis(500)));

            assertThat(reason()).isEqualTo("slow");
            await().atMost(SOON).until(() -> provider.open() == 0);
        }
    }

    @Test
    void stoppedTextClosesTheRequest() {
        try (var provider = new RawProvider(exchange -> {
            exchange.begin();
            exchange.say("Up ", "and ", "up");
            exchange.awaitEnd();
        })) {
            Texts texts = texts(provider, Duration.ofMinutes(1));
            begin(texts);
            await().atMost(SOON).until(() -> provider.open() == 1);

            texts.stop("a", EndReason.STOPPED);

            assertThat(reason()).isEqualTo("stopped");
            await().atMost(SOON).until(() -> provider.open() == 0);
        }
    }

    @Test
    void modelThatNeverEndsIsEnded() {
        try (var provider = new RawProvider(exchange -> {
            exchange.begin();
            try {
                while (true) {
                    exchange.say("upandupandupandupandupandupandupandup ".repeat(5));
                }
            } catch (SocketException gone) {
                exchange.awaitEnd();
            }
        })) {
            begin(texts(provider, Duration.ofMinutes(1)));

            assertThat(reason()).isEqualTo("limit");
            assertThat(kept.getFirst().text().text()).hasSizeBetween(9_900, TextTopics.LONGEST);
            await().atMost(SOON).until(() -> provider.open() == 0);
        }
    }

    @Test
    void endOfTheServerEndsTheRequest() {
        try (var provider = new RawProvider(exchange -> {
            exchange.begin();
            exchange.awaitEnd();
        })) {
            Texts texts = texts(provider, Duration.ofMinutes(1));
            begin(texts);
            await().atMost(SOON).until(() -> provider.open() == 1);

            texts.close();

            assertThat(reason()).isEqualTo("shutdown");
            await().atMost(SOON).until(() -> provider.open() == 0);
        }
    }
}
