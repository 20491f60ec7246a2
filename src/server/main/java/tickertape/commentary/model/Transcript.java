package tickertape.commentary.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Sheet;

/// Takes down what a model says, and how it ends. One thread uses it.
final class Transcript implements StreamingChatResponseHandler {

    /// Stands for bytes that are no character, as where a provider has cut one.
    private static final String HALF_CHARACTER = "\uFFFD";

    /// An event that has an error in the place of words.
    private static final Pattern ERROR = Pattern.compile("\\s*\\{\\s*\"error\"\\s*:\\s*[{\"]");

    private final Sheet sheet;
    private final long asked;
    private final ErrorMessages messages;
    private long said;
    private boolean stopped;
    private @Nullable ChatResponse complete;
    private @Nullable Throwable failure;

    /// @param asked how many tokens the question has, about
    Transcript(Sheet sheet, long asked, ErrorMessages messages) {
        this.sheet = sheet;
        this.asked = asked;
        this.messages = messages;
    }

    @Override
    public void onPartialResponse(String partialResponse) {
        if (stopped || failure != null) {
            return;
        }
        said += TokenBudget.about(partialResponse);
        try {
            sheet.add(partialResponse.replace(HALF_CHARACTER, ""));
        } catch (InterruptedException end) {
            stopped = true;
            endReading();
        }
    }

    // So that nothing more is read, and the request is closed.
    private static void endReading() {
        Thread.currentThread().interrupt();
    }

    @Override
    public void onUnmappedRawEvent(Object event) {
        if (event instanceof ServerSentEvent told && ERROR.matcher(told.data()).lookingAt()) {
            onError(new ProviderException(messages.of(told.data())));
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse completeResponse) {
        complete = completeResponse;
    }

    @Override
    public void onError(Throwable error) {
        if (Thread.currentThread().isInterrupted()) {
            // Whoever stops the text makes reading fail.
            stopped |= failure == null;
        } else if (!stopped && failure == null) {
            failure = error;
            endReading();
        }
    }

    /// How many tokens were used, as the provider counts them, or about; none if it has refused to say anything.
    long tokens() {
        @Nullable TokenUsage usage = complete == null ? null : complete.tokenUsage();
        @Nullable Integer counted = usage == null ? null : usage.totalTokenCount();
        if (counted != null && counted > 0) {
            return counted;
        }
        return said == 0 && failure != null ? 0 : asked + said;
    }

    /// Throws unless the text is whole.
    void finish() throws InterruptedException, AuthorException {
        // Clears what has ended the reading, too.
        boolean interrupted = Thread.interrupted();
        if (stopped || (interrupted && failure == null)) {
            throw new InterruptedException("the text has ended");
        }
        if (failure != null) {
            Throwable cause = telling(failure);
            String words = "%s, %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
            throw new AuthorException(reason(cause), messages.plain(words));
        }
        @Nullable FinishReason end = complete == null ? null : complete.finishReason();
        if (end == null) {
            throw new AuthorException(EndReason.INTERRUPTED, "the provider broke off");
        }
        switch (end) {
            case STOP -> {}
            case LENGTH -> throw new AuthorException(EndReason.LIMIT, "as many tokens as may be");
            case TOOL_EXECUTION, CONTENT_FILTER, OTHER ->
                throw new AuthorException(EndReason.FAILED, "the provider ended by " + end);
        }
    }

    /// The cause that tells most.
    private static Throwable telling(Throwable error) {
        Throwable cause = error;
        for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
            cause = next;
            if (cause instanceof HttpException || cause instanceof TimeoutException || cause instanceof IOException) {
                return cause;
            }
        }
        return cause;
    }

    private EndReason reason(Throwable cause) {
        return switch (cause) {
            case HttpException http -> reason(http.statusCode());
            case TimeoutException _ -> EndReason.SLOW;
            case HttpTimeoutException _ -> EndReason.SLOW;
            case ConnectException _ -> EndReason.FAILED;
            // An event that was cut.
            case JsonEOFException _ -> EndReason.INTERRUPTED;
            // Before a word, it is somebody who can't be trusted.
            case SSLException _ when said == 0 -> EndReason.FAILED;
            // What is no JSON, which this library counts among what can't be read.
            case JacksonException _ -> EndReason.FAILED;
            case IOException _ -> EndReason.INTERRUPTED;
            default -> EndReason.FAILED;
        };
    }

    private static EndReason reason(int status) {
        return switch (status) {
            case 429, 503 -> EndReason.BUSY;
            case 408, 504 -> EndReason.SLOW;
            default -> EndReason.FAILED;
        };
    }
}
