package consumer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import tickertape.wire.Quote;

/// The value of a basket.
///
/// @param epoch the epoch of the quotes
/// @param live whether they are known to be the latest
/// @param points the mean of the members' last prices, each in percent of its previous close, with four decimals;
/// zero for an empty basket
/// @param turnover the value of all trades of the members in this epoch that the service has read
public record Valuation(String epoch, boolean live, BigDecimal points, BigDecimal turnover, List<Quote> members) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Valuation of(String epoch, boolean live, BigDecimal turnover, List<Quote> members) {
        BigDecimal sum = members.stream().map(Valuation::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean =
                members.isEmpty() ? sum : sum.divide(BigDecimal.valueOf(members.size()), MathContext.DECIMAL64);
        return new Valuation(epoch, live, mean.setScale(4, RoundingMode.HALF_EVEN), turnover, members);
    }

    private static BigDecimal percent(Quote quote) {
        return quote.last().multiply(HUNDRED).divide(quote.previousClose(), MathContext.DECIMAL64);
    }
}
