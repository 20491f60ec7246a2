package tickertape.trading.store;

import java.time.Instant;

/// Where the books are.
///
/// @param revision of the last transaction
/// @param order the number of the last order; `posting` and `player` the same
/// @param season the name of the season that is played; empty before the first
/// @param next what comes after it, while it ends; empty otherwise
/// @param matcher which run of a server matches orders
/// @param matcherUntil how long nobody else may
record BookState(
        long revision,
        long order,
        long posting,
        long player,
        String season,
        Instant seasonBegin,
        Next next,
        String matcher,
        Instant matcherUntil) {

    /// A season that has not begun.
    record Next(String season, Instant begin) {

        static final Next NONE = new Next("", Instant.EPOCH);
    }

    /// Whether the season ends: nobody trades until the next one begins.
    boolean isEnding() {
        return !next.season().isEmpty();
    }

    BookState ending(Next coming) {
        return new BookState(revision, order, posting, player, season, seasonBegin, coming, matcher, matcherUntil);
    }

    BookState begin(Next begun) {
        return new BookState(
                revision, order, posting, player, begun.season(), begun.begin(), Next.NONE, matcher, matcherUntil);
    }

    BookState matchedBy(String run, Instant until) {
        return new BookState(revision, order, posting, player, season, seasonBegin, next, run, until);
    }

    BookState counting(long newOrder, long newPosting, long newPlayer) {
        return new BookState(
                revision + 1, newOrder, newPosting, newPlayer, season, seasonBegin, next, matcher, matcherUntil);
    }
}
