package tickertape.commentary;

import jakarta.ws.rs.core.Response.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.Language;
import tickertape.commentary.store.TextQuery;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.TextHead;
import tickertape.web.ProblemException;
import tickertape.web.rest.PageLink;
import tickertape.web.rest.PageRequest;
import tickertape.wire.Symbol;

/// Which texts of the past a request asks for.
///
/// @param answers whether it is those to the caller
/// @param before they ended earlier
record PastRequest(
        boolean answers, Optional<Symbol> symbol, Optional<String> language, Optional<Instant> before, int limit) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 200;

    // Later than any text, and a number of microseconds yet.
    private static final Instant ALL = Instant.parse("9999-12-31T00:00:00Z");

    /// Reads the parameters; throws `ProblemException` 400 that says what would be right.
    static PastRequest of(
            @Nullable String topic,
            @Nullable String symbol,
            @Nullable String language,
            @Nullable String limit,
            @Nullable String before) {
        return new PastRequest(
                isOfAnswers(topic),
                Optional.ofNullable(symbol).map(PastRequest::symbol),
                Optional.ofNullable(language).map(PastRequest::language),
                Optional.ofNullable(before).map(PastRequest::time),
                PageRequest.limit(limit, DEFAULT_LIMIT, MOST));
    }

    private static boolean isOfAnswers(@Nullable String topic) {
        if (topic == null || topic.equals(TextHead.COMMENTARY)) {
            return false;
        }
        if (topic.equals(TextHead.ANSWER)) {
            return true;
        }
        throw bad("topic is one of %s, %s, not '%s'".formatted(TextHead.ANSWER, TextHead.COMMENTARY, topic));
    }

    private static Symbol symbol(String text) {
        try {
            return new Symbol(text);
        } catch (IllegalArgumentException invalid) {
            throw bad(String.valueOf(invalid.getMessage()));
        }
    }

    private static String language(String text) {
        return Language.of(text)
                .map(Language::text)
                .orElseThrow(() ->
                        bad("language is one of %s, not '%s'".formatted(String.join(", ", Language.texts()), text)));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw bad("before is a time such as 2026-11-23T14:30:00Z, not '%s'".formatted(text));
        }
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }

    /// What it asks of the archive.
    ///
    /// @param caller says who asks; throws if nobody does
    TextQuery query(Supplier<String> caller) {
        Optional<String> owner = answers ? Optional.of(caller.get()) : Optional.empty();
        Instant bound = before.filter(time -> time.isBefore(ALL)).orElse(ALL);
        return new TextQuery(owner, symbol, language, bound, limit);
    }

    /// Identifies what it found.
    String state(List<CommentaryText> found) {
        return found.stream().map(CommentaryText::id).toList().hashCode() + "-" + hashCode();
    }

    /// Leads to older texts, if there may be some.
    List<PageLink> links(List<CommentaryText> found) {
        Instant end = found.size() < limit ? null : found.getLast().ended();
        if (end == null) {
            return List.of();
        }
        var parameters = new ArrayList<String>();
        if (answers) {
            parameters.add("topic=" + TextHead.ANSWER);
        }
        symbol.ifPresent(its -> parameters.add("symbol=" + URLEncoder.encode(its.text(), StandardCharsets.UTF_8)));
        language.ifPresent(its -> parameters.add("language=" + its));
        parameters.add("limit=" + limit);
        parameters.add("before=" + end);
        return List.of(new PageLink("next", String.join("&", parameters)));
    }
}
