package tickertape.commentary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Language;
import tickertape.commentary.author.Occasion;
import tickertape.commentary.facts.SampleFacts;
import tickertape.testing.LogRecords;
import tickertape.wire.MarketPhase;

/// Whatever a provider does, the text ends with the right reason, and has all whole words that came.
@Timeout(60)
class ModelAuthorTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    static final String KEY = "sk-0123456789";
    private static final String TYPE = "application/json";

    private final StringBuilder text = new StringBuilder();

    static Assignment assignment(String caller) {
        return new Assignment(
                Occasion.QUESTION,
                Language.EN,
                new SampleFacts(1, 1, MarketPhase.OPEN).market(),
                Optional.of("How is it?"),
                Optional.of(caller));
    }

    private static Author author(ModelSettings settings) {
        return ModelAuthor.of(settings, Executors.defaultThreadFactory(), System::nanoTime)
                .orElseThrow();
    }

    private Author author(RawProvider provider) {
        ModelSettings settings = ModelSettingsTest.at(provider.url());
        settings.key = Optional.of(KEY);
        return author(settings);
    }

    private EndReason end(Author author) {
        var fault = catchThrowableOfType(AuthorException.class, () -> author.write(assignment("ann"), text::append));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        if (fault != null) {
            assertThat(fault.getMessage()).doesNotContain(KEY).hasSizeLessThan(300);
        }
        return fault == null ? EndReason.COMPLETE : fault.reason();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tickertape.commentary.model.ProviderAnswers#all")
    void everyAnswerEndsWithAReason(String what, RawProvider.Script script, String expected, EndReason reason) {
        try (var log = new LogRecords(FaultLog.class);
                var provider = new RawProvider(script);
                var author = author(provider)) {
            log.listen();

            assertThat(end(author)).as(what).isEqualTo(reason);

            if (what.startsWith(ProviderAnswers.CUT)) {
                // Java's client drops what it has received and nobody has read when a connection breaks.
                assertThat(expected).startsWith(text.toString());
            } else {
                assertThat(text.toString()).isEqualTo(expected);
            }
            await().atMost(SOON).until(() -> provider.open() == 0);
            assertThat(log.lines()).hasSize(reason == EndReason.COMPLETE ? 0 : 1);
            assertThat(log.lines().toString()).doesNotContain(KEY);
        }
    }

    @Test
    void providerThatIsNotThereHasFailed() {
        String url;
        try (var provider = new RawProvider(_ -> {})) {
            url = provider.url();
        }
        try (var author = author(ModelSettingsTest.at(url))) {
            assertThat(end(author)).isEqualTo(EndReason.FAILED);
        }
    }

    @Test
    void requestHasRulesAndDataAndTheKey() throws Exception {
        try (var provider = new RawProvider(exchange -> exchange.refuse(500, TYPE, "{}"));
                var author = author(provider)) {
            end(author);

            var asked = provider.exchanges().getFirst();
            assertThat(asked.head())
                    .startsWith("POST /v1/chat/completions HTTP/1.1")
                    .contains("Authorization: Bearer " + KEY);
            assertThat(asked.body().getString("model")).isEqualTo("small:1b");
            assertThat(asked.body().getBoolean("stream")).isTrue();
            assertThat(asked.body().getInt("max_tokens")).isEqualTo(800);
            assertThat(asked.body()).doesNotContainKeys("max_completion_tokens", "user", "temperature");
            assertThat(asked.message(0)).startsWith("You are a reporter").doesNotContain("How is it?");
            assertThat(asked.message(1)).startsWith("{").contains("\"question\":\"How is it?\"");
        }
    }

    @Test
    void newerModelsAreToldTheirTokensInAnotherWay() {
        try (var provider = new RawProvider(exchange -> exchange.refuse(500, TYPE, "{}"))) {
            ModelSettings settings = ModelSettingsTest.at(provider.url());
            settings.tokenParameter = "max_completion_tokens";
            try (var author = author(settings)) {
                end(author);
            }
            var asked = provider.exchanges().getFirst();
            assertThat(asked.head()).doesNotContain("Authorization");
            assertThat(asked.body().getInt("max_completion_tokens")).isEqualTo(800);
            assertThat(asked.body()).doesNotContainKey("max_tokens");
        }
    }

    @Test
    void whoHasUsedItsTokensGetsNoMoreAndTheProviderIsNotAsked() {
        try (var provider = new RawProvider(exchange -> {
            exchange.begin();
            exchange.finish("stop");
        })) {
            ModelSettings settings = ModelSettingsTest.at(provider.url());
            settings.callerTokens = 1_500;
            settings.textTokens = 800;
            try (var author = author(settings)) {
                int texts = 0;
                while (end(author) == EndReason.COMPLETE) {
                    texts++;
                }
                assertThat(texts).as("42 tokens each").isBetween(5, 30);
                assertThat(provider.exchanges()).hasSize(texts);
                assertThat(end(author)).isEqualTo(EndReason.BUDGET);
            }
        }
    }

    @Test
    void textsWaitForTheirTurnButNotForLong() throws Exception {
        var written = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var provider = new RawProvider(exchange -> {
                    exchange.begin();
                    exchange.say("a ");
                    exchange.awaitEnd();
                })) {
            ModelSettings settings = ModelSettingsTest.at(provider.url());
            settings.atOnce = 1;
            settings.timeout = Duration.ofSeconds(4);
            try (var author = author(settings)) {
                Future<?> first = threads.submit(() -> {
                    author.write(assignment("bob"), word -> {
                        if (!word.isEmpty()) {
                            written.countDown();
                        }
                    });
                    return "";
                });
                assertThat(written.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

                assertThat(end(author)).isEqualTo(EndReason.BUSY);

                first.cancel(true);
                await().atMost(SOON).until(() -> provider.open() == 0);
                assertThat(provider.exchanges()).hasSize(1);
            }
        }
    }
}
