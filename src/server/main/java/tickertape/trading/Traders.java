package tickertape.trading;

import jakarta.servlet.http.HttpServletRequest;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Scope;
import tickertape.trading.order.OrderReason;

/// Says who may trade: who has signed in and sees prices at once.
record Traders(Callers callers, QuoteDelay delay) {

    /// Throws `ProblemException`.
    Caller require(HttpServletRequest request, Scope scope) {
        Caller caller = callers.require(request, scope);
        if (delay.appliesTo(request, callers)) {
            throw Refusals.of(OrderReason.DELAYED, "you see prices late, and who trades has to see them at once");
        }
        return caller;
    }
}
