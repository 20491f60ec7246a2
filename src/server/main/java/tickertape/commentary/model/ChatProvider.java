package tickertape.commentary.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/// A server that speaks the OpenAI chat API, and one of its models. Safe for any thread.
final class ChatProvider implements AutoCloseable {

    private final String name;
    private final StreamingChatModel model;
    private final BlockingHttpClient client;
    private final ErrorMessages messages;

    private ChatProvider(String name, StreamingChatModel model, BlockingHttpClient client, ErrorMessages messages) {
        this.name = name;
        this.model = model;
        this.client = client;
        this.messages = messages;
    }

    /// Hands out one client, whatever timeouts it is told.
    private record GivenClient(HttpClient build, Duration timeout) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration another) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration another) {
            return this;
        }
    }

    /// @param threads platform threads
    /// @param tls says whom it trusts
    static ChatProvider of(ModelSettings settings, ThreadFactory threads, SSLContext tls) {
        String name = settings.name.orElseThrow();
        var messages = new ErrorMessages(settings.key);
        var client = new BlockingHttpClient(settings.timeout, threads, tls, messages);
        var builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new GivenClient(client, settings.timeout))
                .baseUrl(settings.url.orElseThrow())
                .modelName(name);
        settings.key.ifPresent(builder::apiKey);
        if (settings.asksForCompletionTokens()) {
            builder.maxCompletionTokens(settings.textTokens);
        } else {
            builder.maxTokens(settings.textTokens);
        }
        return new ChatProvider(name, builder.build(), client, messages);
    }

    /// The name of the model.
    String name() {
        return name;
    }

    ErrorMessages messages() {
        return messages;
    }

    /// Has one text dictated; returns at its end.
    void ask(Briefing briefing, Transcript transcript) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(briefing.rules()), UserMessage.from(briefing.data()))
                .build();
        try {
            model.chat(request, transcript);
        } catch (RuntimeException failure) {
            transcript.onError(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
