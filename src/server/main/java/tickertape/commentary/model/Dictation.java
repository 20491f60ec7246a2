package tickertape.commentary.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Sheet;

/// Takes down what a model says, and how it ends. One thread uses it.
final class Dictation implements StreamingChatResponseHandler {

    private static final int TOO_MANY_REQUESTS = 429;

    /// Tokens are about so many characters, if a provider does not count them.
    private static final int CHARACTERS = 2;

    private final Sheet sheet;
    private final int asked;
    private int length;
    private boolean stopped;
    private @Nullable ChatResponse complete;
    private @Nullable Throwable failure;

    /// @param asked how many tokens the question has, about
    Dictation(Sheet sheet, int asked) {
        this.sheet = sheet;
        this.asked = asked;
    }

    @Override
    public void onPartialResponse(String partialResponse) {
        if (stopped) {
            return;
        }
        length += partialResponse.length();
        try {
            sheet.add(partialResponse.replace("\uFFFD", ""));
        } catch (InterruptedException end) {
            stopped = true;
            // So that reading on ends, and with it the request.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse completeResponse) {
        complete = completeResponse;
    }

    @Override
    public void onError(Throwable error) {
        failure = failure == null ? error : failure;
    }

    /// How many tokens were used, as the provider counts them, or about.
    long tokens() {
        @Nullable TokenUsage usage = complete == null ? null : complete.tokenUsage();
        @Nullable Integer counted = usage == null ? null : usage.totalTokenCount();
        return counted == null || counted == 0 ? asked + length / CHARACTERS : counted;
    }

    /// Throws unless the text is whole.
    void finish() throws InterruptedException, AuthorException {
        if (stopped || Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
        if (failure != null) {
            throw new AuthorException(reason(failure), String.valueOf(failure));
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

    private EndReason reason(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitException) {
                return EndReason.BUSY;
            }
            if (cause instanceof HttpException http) {
                return http.statusCode() == TOO_MANY_REQUESTS ? EndReason.BUSY : EndReason.FAILED;
            }
            if (cause instanceof HttpTimeoutException || cause instanceof dev.langchain4j.exception.TimeoutException) {
                return EndReason.SLOW;
            }
            if (cause instanceof ConnectException) {
                return EndReason.FAILED;
            }
            if (cause instanceof IOException) {
                return EndReason.INTERRUPTED;
            }
        }
        return EndReason.FAILED;
    }
}
