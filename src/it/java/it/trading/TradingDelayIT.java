package it.trading;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.identity.DelayedServer;
import it.identity.Member;
import it.identity.RisingMarket;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Who sees prices late may neither trade nor look at what a portfolio is worth, and sees the board late.
class TradingDelayIT {

    private static final Duration DELAY = Duration.ofSeconds(4);

    @AutoClose
    private static final DelayedServer SERVER = DelayedServer.start(DELAY);

    private static HttpResponse<String> buy(Member member) {
        return member.post(
                "api/orders",
                Json.createObjectBuilder()
                        .add("clOrdId", "a")
                        .add("symbol", RisingMarket.SYMBOL)
                        .add("side", "buy")
                        .add("ordType", "market")
                        .add("orderQty", 1)
                        .build());
    }

    @Test
    void whoSeesPricesLateMayNotTrade() {
        Member late = Member.signUp(SERVER.root(), Member.name());

        assertThat(buy(late).statusCode()).isEqualTo(403);
        assertThat(Member.json(buy(late)).getString("reason")).isEqualTo("delayed");
        for (String path : List.of("orders", "portfolio", "portfolio/fills", "portfolio/equity")) {
            HttpResponse<String> answer = late.get("api/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(SERVER.market().tells(answer.body())).isFalse();
        }
        assertThat(late.delete("api/orders/000000000000001").statusCode()).isEqualTo(403);
    }

    @Test
    void whoSeesThemAtOnceTradesAndOthersSeeTheBoardLater() {
        Member trader = SERVER.robot("realtime");

        assertThat(buy(trader).statusCode()).as("as it is").isIn(200, 201);

        assertThat(trader.get("api/leaderboard").body()).contains("\"place\":1");
        HttpResponse<String> late = Http.get(SERVER.root().resolve("api/leaderboard"));
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(SERVER.market().isNew(late.body(), DELAY)).isFalse();
    }
}
