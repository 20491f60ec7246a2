package tickertape.quotes;

import jakarta.servlet.http.HttpServletRequest;
import tickertape.identity.Callers;
import tickertape.identity.QuoteDelay;

/// The latest quotes and trades that a caller may see. Safe for any thread.
record CallerPrices(
        LatestQuotes latestQuotes, LatestTrades latestTrades, DelayedPrices late, QuoteDelay delay, Callers callers) {

    LatestQuotes quotes(HttpServletRequest request) {
        return delay.appliesTo(request, callers) ? late.quotes() : latestQuotes;
    }

    LatestTrades trades(HttpServletRequest request) {
        return delay.appliesTo(request, callers) ? late.trades() : latestTrades;
    }
}
