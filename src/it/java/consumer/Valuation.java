package consumer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import tickertape.wire.Quote;

/// What a basket is worth.
///
/// @param epoch of the server that the quotes are from
/// @param live whether they are known to be the latest
/// @param points the mean of the members' last prices, each in percent of its previous close, with four decimals;
/// zero for an empty basket
public record Valuation(String epoch, boolean live, BigDecimal points, List<Quote> members) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Valuation of(String epoch, boolean live, List<Quote> members) {
        BigDecimal sum = members.stream().map(Valuation::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean =
                members.isEmpty() ? sum : sum.divide(BigDecimal.valueOf(members.size()), MathContext.DECIMAL64);
        return new Valuation(epoch, live, mean.setScale(4, RoundingMode.HALF_EVEN), members);
    }

    private static BigDecimal percent(Quote quote) {
        return quote.last().multiply(HUNDRED).divide(quote.previousClose(), MathContext.DECIMAL64);
    }
}
