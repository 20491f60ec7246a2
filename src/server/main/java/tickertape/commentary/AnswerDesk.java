package tickertape.commentary;

import jakarta.ws.rs.core.Response.Status;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Occasion;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.TextHead;
import tickertape.commentary.writing.Texts;
import tickertape.market.Instrument;
import tickertape.web.ProblemException;
import tickertape.web.RateLimiter;
import tickertape.wire.Symbol;

/// Has questions answered, as many at once as may be. Safe for any thread.
final class AnswerDesk {

    private static final int RETRY_SECONDS = 2;

    private final FactBook book;
    private final DayMemory days;
    private final Texts texts;
    private final String author;
    private final Limits limits;
    private final RateLimiter rate;
    private final Supplier<String> ids;
    private final Map<String, Integer> writing = new HashMap<>();
    private int all;

    /// How much may be asked.
    ///
    /// @param answers how many are written at once
    /// @param perCaller how many of them to one caller
    /// @param length how many characters a question has
    record Limits(int answers, int perCaller, int length) {}

    /// @param author as it is named
    /// @param rate how often each caller may ask
    /// @param ids makes names for texts
    AnswerDesk(
            FactBook book,
            DayMemory days,
            Texts texts,
            String author,
            Limits limits,
            RateLimiter rate,
            Supplier<String> ids) {
        this.book = book;
        this.days = days;
        this.texts = texts;
        this.author = author;
        this.limits = limits;
        this.rate = rate;
        this.ids = ids;
    }

    /// Begins an answer. Throws `ProblemException`: 400 for a question that makes no sense, 429 if the caller asks too
    /// much, 503 if all do.
    ///
    /// @param caller the account that asks
    /// @return the answer so far
    CommentaryText ask(NewQuestion question, String caller) {
        if (question.length() > limits.length()) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "the question has %s characters; the limit is %s".formatted(question.length(), limits.length()));
        }
        Optional<Symbol> subject = subject(question);
        OptionalLong wait = rate.secondsToWait(caller);
        if (wait.isPresent()) {
            throw ProblemException.tooMany("too many questions", wait.getAsLong());
        }
        reserve(caller);
        boolean begun = false;
        try {
            CommentaryText text = begin(question, caller, subject);
            begun = true;
            return text;
        } finally {
            if (!begun) {
                release(caller);
            }
        }
    }

    private CommentaryText begin(NewQuestion question, String caller, Optional<Symbol> subject) {
        var assignment = new Assignment(
                Occasion.QUESTION,
                question.answerLanguage(),
                book.about(subject, days),
                Optional.of(question.question()),
                Optional.of(caller));
        return texts.begin(TextHead.of(ids.get(), subject, author, assignment), assignment, () -> release(caller));
    }

    private Optional<Symbol> subject(NewQuestion question) {
        return question.symbol().map(this::known).or(() -> named(question.question()));
    }

    private Symbol known(String text) {
        return book.instruments().stream()
                .map(Instrument::symbol)
                .filter(symbol -> symbol.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(Status.BAD_REQUEST, "there is no instrument %s".formatted(text)));
    }

    // The name counts as people write it; symbols, which may be words, only as they are.
    private Optional<Symbol> named(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        return book.instruments().stream()
                .filter(instrument -> contains(text, instrument.name().toLowerCase(Locale.ROOT))
                        || (instrument.symbol().text().length() > 1
                                && contains(question, instrument.symbol().text())))
                .map(Instrument::symbol)
                .findFirst();
    }

    private static boolean contains(String text, String word) {
        int at = text.indexOf(word);
        return at >= 0 && !isLetter(text, at - 1) && !isLetter(text, at + word.length());
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0
                && at < text.length()
                && Character.isLetterOrDigit(text.charAt(at))
                && !Character.isIdeographic(text.charAt(at));
    }

    private synchronized void reserve(String caller) {
        int his = writing.getOrDefault(caller, 0);
        if (his >= limits.perCaller()) {
            throw ProblemException.tooMany(
                    "as many answers to you are being written as may be: %s".formatted(limits.perCaller()),
                    RETRY_SECONDS);
        }
        if (all >= limits.answers()) {
            throw ProblemException.unavailable("as many answers are being written as may be", RETRY_SECONDS);
        }
        writing.put(caller, his + 1);
        all++;
    }

    private synchronized void release(String caller) {
        all--;
        writing.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }
}
