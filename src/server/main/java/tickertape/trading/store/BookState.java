package tickertape.trading.store;

import java.time.Instant;

/// Where the books are.
///
/// @param revision of the last transaction
/// @param order the number of the last order; `posting` and `player` the same
/// @param season the name of the season that is played; empty before the first
/// @param matcher which run of a server matches orders
/// @param matcherUntil how long nobody else may
record BookState(
        long revision,
        long order,
        long posting,
        long player,
        String season,
        Instant seasonBegin,
        String matcher,
        Instant matcherUntil) {

    BookState in(String newSeason, Instant begin) {
        return new BookState(revision, order, posting, player, newSeason, begin, matcher, matcherUntil);
    }

    BookState matchedBy(String run, Instant until) {
        return new BookState(revision, order, posting, player, season, seasonBegin, run, until);
    }

    BookState counting(long newOrder, long newPosting, long newPlayer) {
        return new BookState(revision + 1, newOrder, newPosting, newPlayer, season, seasonBegin, matcher, matcherUntil);
    }
}
