package tickertape.commentary.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Sheet;
import tickertape.web.PublicAuthorities;

/// Has a language model write. Safe for any thread; each text is written on its own.
public final class ModelAuthor implements Author {

    private static final String PREFIX = "model ";

    private final ChatProvider provider;
    private final TokenBudget budget;
    private final ModelLimits limits;
    private final FaultLog log;
    private final Semaphore permits;

    ModelAuthor(ChatProvider provider, TokenBudget budget, ModelLimits limits, FaultLog log) {
        this.provider = provider;
        this.budget = budget;
        this.limits = limits;
        this.log = log;
        permits = new Semaphore(limits.atOnce(), true);
    }

    /// The author that the settings ask for; empty if they ask for none.
    ///
    /// @param threads platform threads
    /// @param nanoTime a monotonic clock
    public static Optional<Author> of(ModelSettings settings, ThreadFactory threads, LongSupplier nanoTime) {
        return of(settings, threads, PublicAuthorities.context(), nanoTime);
    }

    /// @param tls says whom it trusts
    static Optional<Author> of(ModelSettings settings, ThreadFactory threads, SSLContext tls, LongSupplier nanoTime) {
        if (settings.checked().url.isEmpty()) {
            return Optional.empty();
        }
        var provider = ChatProvider.of(settings, threads, tls);
        return Optional.of(new ModelAuthor(
                provider,
                new TokenBudget(settings.callerTokens, settings.allTokens, nanoTime),
                new ModelLimits(settings.atOnce, settings.textTokens, settings.timeout),
                new FaultLog(provider.name(), nanoTime)));
    }

    @Override
    public String name() {
        return PREFIX + provider.name();
    }

    @Override
    public Duration patience() {
        return limits.patience();
    }

    @Override
    public void write(Assignment assignment, Sheet sheet) throws InterruptedException, AuthorException {
        Briefing briefing = Briefing.of(assignment);
        long most = briefing.tokens() + limits.textTokens();
        OptionalLong reserved = budget.reserve(assignment.caller().orElse(""), most);
        if (reserved.isEmpty()) {
            throw new AuthorException(EndReason.BUDGET, "%s tokens are not left".formatted(most));
        }
        var transcript = new Transcript(sheet, briefing.tokens(), provider.messages());
        long used = 0;
        try {
            if (!permits.tryAcquire(limits.turn().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AuthorException(EndReason.BUSY, "others are being written");
            }
            try {
                // It was no silence of the model until now.
                sheet.add("");
                provider.ask(briefing, transcript);
                used = transcript.tokens();
            } finally {
                permits.release();
            }
        } finally {
            budget.settle(reserved.getAsLong(), used);
        }
        finish(transcript);
    }

    private void finish(Transcript transcript) throws InterruptedException, AuthorException {
        try {
            transcript.finish();
        } catch (AuthorException fault) {
            log.add(fault);
            throw fault;
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
