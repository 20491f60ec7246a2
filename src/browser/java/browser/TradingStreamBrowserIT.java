package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the page shows of the visitor's trading is the newest, whatever clocks say, and whatever the stream has lost.
class TradingStreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedTrading trading = new ScriptedTrading();

    @Test
    void aClockThatIsSetBackStopsNoPortfolio() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        trading.place(16);
        assertThat(desk.view().locator(".place dd")).hasText("16 of 10,023");

        trading.clock("2026-11-22T08:30:00.000000Z");
        trading.place(15);
        trading.place(14);

        assertThat(desk.view().locator(".place dd")).hasText("14 of 10,023");
        trading.clock("2026-11-22T08:30:01.000000Z");
        trading.place(13);
        assertThat(desk.view().locator(".place dd")).hasText("13 of 10,023");
    }

    @Test
    void anAnswerThatComesLateDoesNotHideWhatTheStreamHasBrought() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        var asked = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        String old = trading.portfolio();
        trading.server.serve("/api/portfolio", exchange -> {
            asked.countDown();
            await(held);
            ScriptedServer.answer(exchange, 200, old);
        });
        trading.server.send(ScriptedEvents.gap("order"));
        desk.page().waitForCondition(() -> asked.getCount() == 0);

        trading.clock("2026-11-22T09:30:01.000000Z");
        trading.place(5);
        assertThat(desk.view().locator(".place dd")).hasText("5 of 10,023");
        desk.page().waitForResponse("**/api/portfolio", held::countDown);

        trading.server.send(ScriptedEvents.quote("e1-9999", "AAPL", 9999, "190.5"));
        desk.page()
                .waitForFunction(
                        "async () => (await import('/quotes/quote-store.js')).quotes.quote('AAPL').last === 190.5");
        assertThat(desk.view().locator(".place dd")).hasText("5 of 10,023");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCurveThatComesLateIsNotShownToTheNextVisitor() {
        var asked = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        trading.server.serve("/api/portfolio/equity", exchange -> {
            boolean isOfAnn = asked.getCount() > 0;
            asked.countDown();
            if (isOfAnn) {
                await(held);
            }
            ScriptedServer.answer(exchange, 200, """
                    [{"time":"2026-11-22T09:00:00.000000Z","equity":%s},{"time":"2026-11-22T09:10:00.000000Z","equity":100000}]""".formatted(isOfAnn ? 170_000 : 123_456));
        });
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        Page page = desk.page();
        page.waitForCondition(() -> asked.getCount() == 0);

        page.evaluate("async () => (await import('/core/stream.js')).stream.identify('ben')");
        Chromium.await(
                page, "async () => (await import('/trading/desk/trading-store.js')).trading.portfolio !== undefined");
        page.waitForResponse("**/api/portfolio/equity", held::countDown);

        assertThat(desk.view().locator(".curve .high")).hasText("123,456.00");
    }

    @Test
    void earlierOrdersComeWithoutAHoleThoughAnOldOneHasJustEnded() {
        trading.withCancelled(120);
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading&tab=orders");
        Locator ended = desk.view().locator(".orders [aria-labelledby] li");
        Locator earlier = desk.view().getByText("Earlier orders");
        assertThat(ended).hasCount(50);
        desk.view().locator(".orders [aria-label='Open orders'] button").click();
        assertThat(ended).hasCount(51);

        earlier.click();
        assertThat(ended).hasCount(101);
        earlier.click();
        assertThat(ended).hasCount(121);
        assertThat(earlier).isHidden();
        trading.server.send(ScriptedEvents.gap("order"));
        earlier.click();

        assertThat(earlier).isHidden();
        assertThat(ended).hasCount(121);
    }

    @Test
    void whatCouldNotBeFetchedIsOwedThoughTheStreamGoesOnWhereItWas() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?view=trading&tab=orders");
        List<Route> held = new ArrayList<>();
        page.route("**/api/orders?state=open*", route -> Chromium.holdFirst(held, route));
        trading.withCancelled(0);
        trading.server.send(ScriptedEvents.gap("order"));
        page.waitForCondition(() -> !held.isEmpty());
        trading.server.answerStreamsWith(503);
        trading.server.endStreams();
        assertThat(desk.view().locator(".summary .notice")).containsText("No connection");
        held.getFirst().fulfill(new Route.FulfillOptions().setStatus(503));

        String hello = ScriptedEvents.helloWithTopics("e1", ScriptedTopics.TRADING);
        trading.server.restartWith(
                ScriptedEvents.instruments("AAPL", "MSFT"), hello.replace("\"snapshot\"", "\"resumed\""));
        trading.server.answerStreamsWith(200);
        new Dashboard(page).retryNow();

        assertThat(desk.view().locator(".orders li")).containsText("waits for 180.00 or less");
    }

    @Test
    void whatTheServerHasKeptForNewStreamsDoesNotHideANewerAnswer() {
        trading.place(20);
        trading.clock("2026-11-22T09:45:00.000000Z");
        trading.server.serve(
                "/api/portfolio",
                exchange -> ScriptedServer.answer(
                        exchange, 200, trading.portfolio().replace("\"place\":20", "\"place\":19")));

        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");

        assertThat(desk.view().locator(".place dd")).hasText("19 of 10,023");
    }

    @Test
    void ordersOfAGapAreAskedFor() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL");
        desk.buy(10, "180");
        assertThat(desk.sent()).containsText("waits for 180.00");
        JsonObject order = trading.orders().getLast();
        order.addProperty("ordStatus", "filled");
        order.addProperty("cumQty", 10);
        order.addProperty("leavesQty", 0);
        order.addProperty("avgPx", 179.5);
        order.addProperty("revision", 1000);

        trading.server.send(ScriptedEvents.gap("order"));

        assertThat(desk.sent()).containsText("Filled: 10 bought at 179.50");
    }
}
