package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The trends in the table: the day as the server knows it, up to this moment.
class TrendColumnBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "NEW"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "190.00")
                    + ScriptedEvents.quote("e1-2", "NEW", 1, "10.00"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void theTrendIsTheDayUpToThisMomentInTheColourOfItsWay() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");
        // Far above and far below the whole day.
        server.send(ScriptedEvents.quote("e1-3", "AAPL", 2, "290.00"));
        awaitColour(dashboard, "up");
        server.send(ScriptedEvents.quote("e1-4", "AAPL", 3, "90.00"));
        awaitColour(dashboard, "down");

        assertThat(candles.queries()).containsOnlyOnce("AAPL?interval=PT5M&limit=100");
        assertThat(dashboard.page().evaluate("document.querySelector('tr[data-symbol=NEW] .spark').width"))
                .as("nothing is known of it")
                .isEqualTo(0);
    }

    @Test
    void onlyRowsThatAreShownAskForTheirTrend() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "?q=AAPL");
        server.send(ScriptedEvents.quote("e1-3", "AAPL", 2, "290.00"));
        awaitColour(dashboard, "up");

        assertThat(candles.queries()).noneMatch(query -> query.startsWith("NEW?"));
    }

    private static void awaitColour(Dashboard dashboard, String way) {
        dashboard.page().waitForFunction("""
                async (way) => {
                  const { colours } = await import('/core/colours.js');
                  const canvas = document.querySelector('tr[data-symbol=AAPL] canvas');
                  if (!canvas?.width) return false;
                  const wanted = colours[way].match(/\\d+/g).slice(0, 3).map(Number);
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  for (let at = 0; at < data.length; at += 4) {
                    if (data[at + 3] > 250 && wanted.every((part, of) => Math.abs(part - data[at + of]) < 3)) return true;
                  }
                  return false;
                }""", way);
    }
}
