package it.trading;

import static it.trading.Trader.reason;
import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Quotes;
import it.identity.Member;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused is not booked, and the problem says what would do.
class TradingRefusalsIT {

    @AutoClose
    private static final LibertyServer SERVER = LibertyServer.start(TradingOnServer.settings(Map.of()));

    @BeforeAll
    static void awaitQuotes() {
        Quotes.awaitOneOfEach(SERVER.uri());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'clOrdId':'a'} | 400 | | is missing",
                "{'clOrdId':'a b','symbol':'AAPL','side':'buy','ordType':'market','orderQty':1} | 400 | | clOrdId is of 1 to 64",
                "{'clOrdId':'a','symbol':'NOPE','side':'buy','ordType':'market','orderQty':1} | 400 | unknownSymbol | no instrument NOPE",
                "{'clOrdId':'a','symbol':'AAPL','side':'own','ordType':'market','orderQty':1} | 400 | | one of buy, sell",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':0} | 400 | | whole number",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':-5} | 400 | | whole number",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':1.5} | 400 | | whole number",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':1e99} | 400 | | whole number",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':1,'price':5} | 400 | | only a limit order",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'limit','orderQty':1} | 400 | | needs 'price'",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'limit','orderQty':1,'price':-1} | 400 | | above 0",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'limit','orderQty':1,'price':1e-300} | 400 | | above 0",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'limit','orderQty':1,'price':1.001} | 400 | offGrid | multiple of",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'stop','orderQty':1,'stopPx':1.001} | 400 | offGrid | multiple of",
                "{'clOrdId':'a','symbol':'AAPL','side':'sell','ordType':'market','orderQty':1} | 422 | notEnoughShares | not enough shares",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':1000000} | 422 | notEnoughCash | not enough cash",
                "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market','orderQty':1,'avgPx':1} | 400 | | unknown field"
            })
    void whatMakesNoSenseIsRefusedAndNothingIsBooked(String body, int status, String reason, String detail) {
        Trader trader = Trader.signUp(SERVER.uri());

        HttpResponse<String> response = trader.post(Instruments.object(body.replace('\'', '"')));

        assertThat(reason(response, status)).isEqualTo(reason == null ? "" : reason);
        assertThat(Member.json(response).getString("detail")).contains(detail);
        assertThat(trader.list("api/orders", "order")).isEmpty();
        assertThat(trader.amount("buyingPower")).isEqualByComparingTo("100000");
    }

    @Test
    void whoHasNotSignedInReadsTheBoardOnly() {
        Stream.of("api/orders", "api/portfolio", "api/portfolio/fills", "api/portfolio/equity")
                .forEach(path ->
                        assertThat(Http.get(SERVER.uri(path)).statusCode()).isEqualTo(401));
        assertThat(Http.get(SERVER.uri("api/leaderboard")).statusCode()).isEqualTo(200);
        Trader trader = Trader.signUp(SERVER.uri());
        assertThat(trader.member().get("api/orders?state=mine").statusCode()).isEqualTo(400);
        assertThat(trader.member().get("api/orders?before=1").statusCode()).isEqualTo(400);
        assertThat(trader.member().get("api/orders?limit=0").statusCode()).isEqualTo(400);
        assertThat(trader.member().get("api/orders?symbol=%20").statusCode()).isEqualTo(400);
    }
}
