package tickertape.commentary.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Sheet;

/// Has a language model write. Safe for any thread; each text is written on its own.
public final class ModelAuthor implements Author {

    /// What comes before the name of the model.
    public static final String PREFIX = "model ";

    private final StreamingChatModel model;
    private final String name;
    private final TokenBudget budget;
    private final Semaphore permits;
    private final int textTokens;
    private final Duration patience;

    /// @param name of the model
    /// @param atOnce how many texts it writes at once
    /// @param textTokens how many tokens a text has at most
    /// @param patience how long a text waits for its turn
    ModelAuthor(
            StreamingChatModel model,
            String name,
            TokenBudget budget,
            int atOnce,
            int textTokens,
            Duration patience) {
        this.model = model;
        this.name = name;
        this.budget = budget;
        this.permits = new Semaphore(atOnce, true);
        this.textTokens = textTokens;
        this.patience = patience;
    }

    @Override
    public String name() {
        return PREFIX + name;
    }

    @Override
    public void write(Assignment assignment, Sheet sheet) throws InterruptedException, AuthorException {
        Briefing briefing = Briefing.of(assignment);
        long most = (long) briefing.tokens() + textTokens;
        long reserved = budget.reserve(assignment.caller().orElse(""), most);
        if (reserved < 0) {
            throw new AuthorException(EndReason.BUDGET, "%s tokens are not left".formatted(most));
        }
        long used = 0;
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuthorException(EndReason.BUSY, "others are being written");
            }
            try {
                var dictation = new Dictation(sheet, briefing.tokens());
                ask(briefing, dictation);
                used = dictation.tokens();
                dictation.finish();
            } finally {
                permits.release();
            }
        } finally {
            budget.settle(reserved, used);
        }
    }

    private void ask(Briefing briefing, Dictation dictation) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(briefing.rules()), UserMessage.from(briefing.data()))
                .build();
        try {
            model.chat(request, dictation);
        } catch (RuntimeException failure) {
            dictation.onError(failure);
        }
    }

    /// How many tokens all texts have used in the last hour.
    long tokens() {
        return budget.used();
    }
}
