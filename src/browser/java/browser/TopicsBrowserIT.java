package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Subscriptions to topics: those that the page knows, and those that only the server's hello announces.
class TopicsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String TOPICS = """
            [{"name":"bar","kind":"latest","key":"symbol","standard":false,"audience":"all",\
            "choice":{"parameter":"length","values":["short","long"],"standard":"short"}},\
            {"name":"note","kind":"growing","key":"id","standard":false,"audience":"all"},\
            {"name":"quote","kind":"latest","key":"symbol","standard":true,"audience":"all"},\
            {"name":"rate","kind":"latest","key":"pair","standard":false,"audience":"all"},\
            {"name":"status","kind":"latest","standard":true,"audience":"all"},\
            {"name":"trade","kind":"every","key":"symbol","standard":false,"audience":"all"}]""";

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.helloWithTopics("e1", TOPICS));

    private Page page;

    @BeforeEach
    void open() {
        page = open(CHROMIUM.page());
    }

    @Test
    void twoListenersOfATopicEachGetTheirKeysUntilTheyUnsubscribe() {
        subscribe(page, "aapl", "trade", "AAPL");
        subscribe(page, "apple", "trade", "AAPL");
        subscribe(page, "xom", "trade", "XOM");
        awaitQuery("quote,status,trade");
        server.send(trade("e1-1", "AAPL") + trade("e1-2", "XOM") + trade("e1-3", "CVX"));
        assertHeard(page, "xom", "XOM");
        assertHeard(page, "aapl", "AAPL");
        assertHeard(page, "apple", "AAPL");

        page.evaluate("unsubscribe.aapl()");
        subscribe(page, "all", "trade", "");
        server.send(trade("e1-4", "AAPL") + trade("e1-5", "CVX"));

        assertHeard(page, "all", "AAPL CVX");
        assertHeard(page, "apple", "AAPL AAPL");
        assertHeard(page, "aapl", "AAPL");
        assertHeard(page, "xom", "XOM");
    }

    @Test
    void aTopicIsAskedForAsLongAsItHasAListener() {
        subscribe(page, "one", "rate", "");
        subscribe(page, "two", "rate", "");
        awaitQuery("quote,rate,status");

        page.evaluate("unsubscribe.one()");
        page.evaluate("unsubscribe.one()");
        subscribe(page, "other", "note", "");
        awaitQuery("note,quote,rate,status");

        page.evaluate("unsubscribe.two()");
        awaitQuery("note,quote,status");
    }

    @Test
    void aLateListenerFirstGetsTheLatestOfEachAnnouncedKey() {
        subscribe(page, "early", "rate", "");
        awaitQuery("quote,rate,status");
        server.send(rate("e1-1", "EURUSD", 1) + rate("e1-2", "USDJPY", 2) + rate("e1-3", "EURUSD", 3));
        assertHeard(page, "early", "1 2 3");

        subscribe(page, "late", "rate", "");
        subscribe(page, "one", "rate", "USDJPY");

        assertHeard(page, "late", "3 2");
        assertHeard(page, "one", "2");
    }

    @Test
    void aLateTabGetsTheLatestOfATopicThatAnotherTabHasAlready() {
        subscribe(page, "early", "rate", "");
        awaitQuery("quote,rate,status");
        server.send(rate("e1-1", "EURUSD", 1) + rate("e1-2", "EURUSD", 2) + rate("e1-3", "USDJPY", 3));
        assertHeard(page, "early", "1 2 3");
        int streams = server.queries().size();

        Page other = open(page.context().newPage());
        subscribe(other, "one", "rate", "EURUSD");
        assertHeard(other, "one", "2");
        subscribe(other, "all", "rate", "");

        assertHeard(other, "all", "2 3");
        assertThat(server.queries()).hasSize(streams);
    }

    @Test
    void aSlowTabGetsOnlyTheLatestOfEachAnnouncedKey() {
        subscribe(page, "slow", "rate", "");
        awaitQuery("quote,rate,status");
        Page fast = open(page.context().newPage());
        page.evaluate("import('/core/stream.js').then(({ stream }) => (stream.rate = 1))");
        subscribe(fast, "fast", "rate", "");

        server.send(rate("e1-1", "EURUSD", 1) + rate("e1-2", "USDJPY", 2) + rate("e1-3", "EURUSD", 3));

        assertHeard(fast, "fast", "1 2 3");
        assertHeard(page, "slow", "3 2");
    }

    @Test
    void formsOfATopicAreHeardApartAndAskedForInOneStreamThatGoesOn() {
        subscribe(page, "short", "bar?length=short", "AAPL");
        subscribe(page, "long", "bar?length=long", "");
        awaitQuery("bar,quote,status&length=long,short");
        server.send(bar("e1-1", "short", 1) + bar("e1-2", "long", 2) + bar("e1-3", "short", 3));
        assertHeard(page, "short", "1 3");
        assertHeard(page, "long", "2");
        subscribe(page, "late", "bar?length=short", "AAPL");
        assertHeard(page, "late", "3");

        page.evaluate("unsubscribe.long()");

        awaitQuery("bar,quote,status&length=short&lastEventId=e1-3");
        assertThat(page.evaluate("['short', 'medium'].map((form) => stream.offers(`bar?length=${form}`)).join()"))
                .isEqualTo("true,false");
    }

    @Test
    void aGrowingTextArrivesInPiecesAndForALateListenerOrTabAsAWhole() {
        subscribe(page, "early", "note", "");
        awaitQuery("note,quote,status");
        server.send(note("e1-1", "a", 0, "One, ") + note("e1-2", "b", 0, "Other") + note("e1-3", "a", 5, "two, "));
        assertHeard(page, "early", "One,  Other two, ");

        subscribe(page, "late", "note", "a");
        assertHeard(page, "late", "One, two, ");
        Page other = open(page.context().newPage());
        subscribe(other, "later", "note", "a");
        assertHeard(other, "later", "One, two, ");
        server.send(note("e1-4", "a", 10, "three"));

        assertHeard(page, "late", "One, two,  three");
        assertHeard(other, "later", "One, two,  three");
    }

    @Test
    void aMissingPieceOfATextMakesThePageAskForEverythingAnew() {
        subscribe(page, "text", "note", "");
        awaitQuery("note,quote,status");
        server.restartWith(
                ScriptedEvents.fourShares(),
                ScriptedEvents.helloWithTopics("e1", TOPICS) + note("e1-9", "a", 0, "All of it"));
        int streams = server.queries().size();

        server.send(note("e1-1", "a", 0, "One, ") + note("e1-3", "a", 10, "three"));

        assertHeard(page, "text", "One,  All of it");
        assertThat(server.queries()).hasSize(streams + 1).last().asString().doesNotContain("lastEventId");
        // A server that goes on like this is not asked each time.
        server.send(note("e1-10", "a", 99, "?") + note("e1-11", "a", 9, "."));
        assertHeard(page, "text", "One,  All of it .");
        assertThat(server.queries()).hasSize(streams + 1);
    }

    @Test
    void aServerThatAnnouncesNothingHasTheTopicsOfOldServers() {
        server.restartUnchecked(ScriptedEvents.fourShares(), ScriptedEvents.oldHello("e2"));
        server.endStreams();
        page.waitForFunction("() => window.epoch === 'e2'");
        server.send(ScriptedEvents.quote("e2-1", "XOM", 1, "10") + ScriptedEvents.quote("e2-2", "XOM", 2, "11"));

        subscribe(page, "late", "quote", "XOM");

        page.waitForFunction("() => heard.late.at(-1)?.last === 11");
    }

    /// A page that has a map of what its listeners heard, and one of the functions that end their subscriptions.
    private Page open(Page tab) {
        Dashboard.open(tab, server.uri()).awaitStatus("Live");
        tab.evaluate("""
                async () => {
                  const { stream } = await import('/core/stream.js');
                  window.stream = stream;
                  window.heard = {};
                  window.unsubscribe = {};
                  window.epoch = stream.epoch;
                  stream.addEventListener('start', () => (window.epoch = stream.epoch));
                  window.listen = (name, topic, key) => {
                    window.heard[name] = [];
                    window.unsubscribe[name] = stream.subscribe(topic, (event) => window.heard[name].push(event), key);
                  };
                }""");
        return tab;
    }

    private static void subscribe(Page tab, String name, String topic, String key) {
        tab.evaluate("([name, topic, key]) => listen(name, topic, key)", List.of(name, topic, key));
    }

    /// What a listener heard: of trades the symbols, of rates the numbers, of notes the texts.
    private static void assertHeard(Page tab, String name, String expected) {
        tab.waitForFunction(
                "([name, expected]) => heard[name].map((one) => one.text ?? one.value ?? one.symbol).join(' ') === expected",
                List.of(name, expected));
    }

    private void awaitQuery(String topics) {
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(server.queries())
                        .last()
                        .asString()
                        .isEqualTo("topic=" + topics.replace(",", "%2C")));
    }

    private static String trade(String id, String symbol) {
        return ScriptedEvents.trade(id, symbol, "10.00", 1, "09:30:01.000000");
    }

    private static String rate(String id, String pair, int value) {
        return ScriptedEvents.event(id, "rate", "{\"pair\":\"%s\",\"value\":%s}".formatted(pair, value));
    }

    private static String bar(String id, String length, int value) {
        return ScriptedEvents.event(
                id, "bar", "{\"symbol\":\"AAPL\",\"length\":\"%s\",\"value\":%s}".formatted(length, value));
    }

    private static String note(String id, String key, int from, String text) {
        return ScriptedEvents.event(
                id, "note", "{\"id\":\"%s\",\"from\":%s,\"text\":\"%s\"}".formatted(key, from, text));
    }
}
