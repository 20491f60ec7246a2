package consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tickertape.client.Report;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// An equal-weight basket of all symbols that the service reads; safe for any thread.
@ApplicationScoped
public class Basket {

    private final Map<Symbol, Quote> quotes = new TreeMap<>();
    private String epoch = "";
    private boolean live;
    private BigDecimal turnover = BigDecimal.ZERO;

    synchronized void connected(@Observes Report.Connected connected) {
        if (connected.startsAnew()) {
            quotes.clear();
            turnover = BigDecimal.ZERO;
        }
        epoch = connected.hello().epoch();
        live = true;
    }

    synchronized void offline(@Observes Report.Offline offline) {
        live = false;
    }

    synchronized void quoted(@Observes Quote quote) {
        quotes.put(quote.symbol(), quote);
    }

    synchronized void traded(@Observes Deal deal) {
        turnover = turnover.add(deal.value());
    }

    synchronized Valuation valuation() {
        return Valuation.of(epoch, live, turnover, List.copyOf(quotes.values()));
    }
}
