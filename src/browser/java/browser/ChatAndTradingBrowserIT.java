package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people, one in English and one in Chinese, talk and trade at the same market of a real server, through cuts of
/// their connections and a restart: nothing is lost, and nothing is there twice.
class ChatAndTradingBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String ANN = "Ann Trader";
    private static final String WANG = "王小明";

    @AutoClose
    private final LibertyServer server = LibertyServer.start(Map.of(
            "SIMULATOR_INSTRUMENTS", "10",
            "STREAM_HEARTBEAT", "PT2S",
            "STREAM_RETRY", "PT0.5S",
            "CHAT_RATE", "100",
            "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "6000"));

    @AutoClose
    private final FaultyProxy line = new FaultyProxy(server.uri());

    @Test
    void twoPeopleTalkAndTradeThroughCutsAndARestart() {
        Player ann = open("en-US", line.uri(), ANN);
        Player wang = open("zh-CN", server.uri(), WANG);

        ann.chat().write("Morning, I buy $AAPL");
        assertThat(wang.chat().message("Morning").locator("a")).hasText("$AAPL");
        wang.chat().write("@" + ANN + " 我也买");
        assertThat(ann.chat().message("我也买")).hasAttribute("data-mentions-you", "");
        ann.order("buy", "market", "");
        assertThat(ann.desk().sent()).containsText("Filled: 10 bought");
        wang.order("buy", "market", "");
        assertThat(wang.desk().sent()).containsText("全部成交");

        // The answer to an order is lost on its way, and the page sends the order again.
        line.suffer(new Fault.Cut("HTTP/1.1 201", 1));
        ann.order("buy", "limit", "1");
        assertThat(ann.desk().sent()).containsText("Accepted; waits for 1.00 or less.");
        line.suffer(new Fault.Refuse());
        new Dashboard(ann.page()).awaitStatus("Reconnecting");
        ann.chat().write("In a tunnel");
        assertThat(ann.chat().message("In a tunnel")).hasAttribute("data-state", "failed");
        wang.chat().write("你还在吗？");
        assertThat(wang.chat().message("你还在吗")).hasAttribute("data-state", "sent");
        wang.order("sell", "limit", "99999");
        assertThat(wang.desk().sent()).containsText("委托已受理");
        line.suffer(new Fault.None());
        new Dashboard(ann.page()).retryNow();
        assertThat(wang.chat().message("In a tunnel")).hasAttribute("data-state", "sent");
        assertThat(ann.chat().message("你还在吗")).hasAttribute("data-state", "sent");

        wang.page().context().setOffline(true);
        wang.chat().write("我这边断线了");
        assertThat(wang.chat().message("我这边断线了")).hasAttribute("data-state", "failed");
        wang.page().context().setOffline(false);
        assertThat(ann.chat().message("我这边断线了")).hasAttribute("data-state", "sent");

        server.kill();
        new Dashboard(wang.page()).awaitStatus("正在重连");
        ann.chat().write("Is it down?");
        wang.chat().write("服务器不见了");
        server.startAgain();
        for (Player player : List.of(ann, wang)) {
            new Dashboard(player.page()).retryNow();
            assertThat(player.chat().message("Is it down?")).hasAttribute("data-state", "sent");
            assertThat(player.chat().message("服务器不见了")).hasAttribute("data-state", "sent");
        }
        ann.order("sell", "market", "");
        assertThat(ann.desk().sent()).containsText("Filled: 10 sold");
        wang.order("buy", "market", "");
        assertThat(wang.desk().sent()).containsText("全部成交");

        List<String> texts = List.of("Morning", "我也买", "In a tunnel", "你还在吗", "我这边断线了", "Is it down?", "服务器不见了");
        for (Player player : List.of(ann, wang)) {
            player.assertHasEachOnce(texts);
            player.assertOrders(3);
            player.assertIsWhatTheServerSays();
            player.assertSees(ANN, WANG);
            player.page().reload();
            player.assertHasEachOnce(texts);
            player.assertOrders(3);
            player.assertIsWhatTheServerSays();
        }
        assertThat(ann.heard()).isEqualTo(wang.heard());
    }

    private static Player open(String locale, URI server, String name) {
        Page page = CHROMIUM.page(options -> options.setLocale(locale).setViewportSize(2400, 1000));
        Dashboard.open(page, server, "?view=trading&symbol=AAPL&chat=floor");
        new AccountWindow(page).signUp(name);
        var player = new Player(page, new ChatWindow(page), new TradingDesk(page), name);
        assertThat(player.chat().field()).isVisible();
        Chromium.await(
                page, "async () => (await import('/trading/desk/trading-store.js')).trading.portfolio !== undefined");
        return player;
    }

    /// Somebody who talks and trades on one page.
    private record Player(Page page, ChatWindow chat, TradingDesk desk, String name) {

        /// Sends an order for ten shares.
        void order(String side, String type, String price) {
            desk.begin(side).choose(type);
            if (!price.isEmpty()) {
                desk.field("price").fill(price);
            }
            desk.submit().click();
        }

        void assertHasEachOnce(List<String> texts) {
            assertThat(chat.messages()).hasCount(texts.size());
            texts.forEach(text -> assertThat(chat.message(text)).hasCount(1));
            texts.forEach(text -> assertThat(chat.message(text)).hasAttribute("data-state", "sent"));
        }

        /// What was said, in the order of this page.
        List<String> heard() {
            return chat.messages().locator(".text").allTextContents();
        }

        void assertOrders(int count) {
            desk.view().locator("#floor-tab-orders").click();
            assertThat(desk.view().locator(".orders li")).hasCount(count);
            assertThat(desk.view().locator(".orders li[data-status=new]")).hasCount(1);
            assertThat(json("api/orders?state=all").getAsJsonArray()).hasSize(count);
            desk.view().locator("#floor-tab-positions").click();
        }

        /// Each position and the cash are those of `GET /api/portfolio`.
        void assertIsWhatTheServerSays() {
            JsonObject portfolio = json("api/portfolio").getAsJsonObject();
            List<JsonObject> held = StreamSupport.stream(
                            portfolio.getAsJsonArray("positions").spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .filter(position -> position.get("qty").getAsInt() != 0)
                    .toList();
            Locator rows = desk.view().locator(".positions tbody tr");
            for (String[] column : new String[][] {{"symbol", ".code"}, {"qty", ".qty"}}) {
                assertThat(rows.locator(column[1]))
                        .hasText(held.stream()
                                .map(position -> position.get(column[0]).getAsString())
                                .toArray(String[]::new));
            }
            assertThat(desk.view().locator(".cash dd"))
                    .hasText(String.format(
                            Locale.ROOT, "%,.2f", portfolio.get("cash").getAsBigDecimal()));
        }

        void assertSees(String... names) {
            for (String one : names) {
                assertThat(desk.view()
                                .locator(".board tbody:not(.far) bdi")
                                .filter(new Locator.FilterOptions().setHasText(one)))
                        .hasCount(1);
            }
            assertThat(desk.own().locator("bdi")).hasText(name);
        }

        private JsonElement json(String path) {
            return JsonParser.parseString(page.request()
                    .get(URI.create(page.url()).resolve("/" + path).toString())
                    .text());
        }
    }
}
