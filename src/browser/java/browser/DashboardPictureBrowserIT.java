package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The picture of the dashboard in the README. `-Ddashboard.picture=src/docs/dashboard.png` writes it anew.
class DashboardPictureBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path INSTRUMENTS = Path.of("src/server/main/resources/tickertape/market/instruments.csv");
    private static final int SHOWN = 40;
    private static final String CHOSEN = "NVDA";
    private static final int SECONDS = 440;
    private static final int MOST_BYTES = 250_000;

    private final Random random = new Random(20);
    private final List<Share> shares = shares();
    private int id;

    @Test
    void theDashboardMakesAPictureForTheReadme() throws IOException {
        try (var server = new ScriptedServer(instruments(), ScriptedEvents.hello("e1", "PT15S") + history())) {
            server.serve("/api/candles/", new ScriptedCandles(closes()));
            Page page =
                    CHROMIUM.page(options -> options.setViewportSize(1280, 720).setColorScheme(ColorScheme.LIGHT));
            Dashboard dashboard = Dashboard.openLive(page, server.uri(), "?symbol=" + CHOSEN);
            new HistoryCharts(page).await();
            assertThat(dashboard.rows()).hasCount(SHOWN);
            server.awaitStreamOf("trade");
            server.send(trades());
            assertThat(page.locator(".trades tbody tr:not([hidden])")).hasCount(24);
            assertThat(page.getByText("VWAP (seen)").locator("xpath=..")).containsText(Pattern.compile("\\d"));
            // Trends are drawn once a second, after the chart.
            page.waitForFunction("() => document.querySelector('quote-table .spark').width > 0");

            server.send(lastTicks());
            assertThat(page.locator("[data-flash]").first()).isVisible();
            byte[] picture = page.screenshot();

            assertThat(picture).hasSizeBetween(50_000, MOST_BYTES);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                    .isEqualTo(1280);
            String file = System.getProperty("dashboard.picture", "");
            if (!file.isEmpty()) {
                Files.write(Path.of(file), picture);
            }
        }
    }

    /// The past ends where the day begins.
    private Map<String, Double> closes() {
        return shares.stream().collect(Collectors.toMap(share -> share.symbol, share -> share.close));
    }

    private static List<Share> shares() {
        try (var lines = Files.lines(INSTRUMENTS)) {
            return lines.skip(1).limit(SHOWN).map(Share::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String instruments() {
        return "[%s]"
                .formatted(String.join(",", shares.stream().map(Share::json).toList()));
    }

    /// Some minutes of quotes, so that there are candles and trends: of the chosen share one every two seconds.
    private String history() {
        var quotes = new StringBuilder();
        for (int second = 0; second < SECONDS; second += 2) {
            for (Share share : shares) {
                if (share.symbol.equals(CHOSEN) || random.nextInt(6) == 0 || second == SECONDS - 2) {
                    quotes.append(quote(share, second));
                }
            }
        }
        return quotes.toString();
    }

    private String lastTicks() {
        var quotes = new StringBuilder();
        shares.stream().filter(share -> random.nextInt(5) < 2).forEach(share -> quotes.append(quote(share, SECONDS)));
        return quotes.toString();
    }

    private String quote(Share share, int second) {
        share.tick(random);
        return ScriptedEvents.event("e1-" + ++id, "quote", share.quote(time(1000 * second)));
    }

    private String trades() {
        double price = shares.stream()
                .filter(share -> share.symbol.equals(CHOSEN))
                .findFirst()
                .orElseThrow()
                .price;
        var trades = new StringBuilder();
        IntStream.range(0, 24)
                .forEach(at -> trades.append(ScriptedEvents.trade(
                        "e1-" + ++id,
                        CHOSEN,
                        twoDecimals(price * (1 + random.nextGaussian() * 0.0002)),
                        100 * random.nextInt(1, 10),
                        time(1000 * (SECONDS - 9) + at * 337))));
        return trades.toString();
    }

    /// @param milliseconds after half past nine
    private static String time(int milliseconds) {
        return String.format(
                Locale.ROOT,
                "09:%02d:%02d.%03d000",
                30 + milliseconds / 60_000,
                milliseconds / 1000 % 60,
                milliseconds % 1000);
    }

    private static String twoDecimals(double price) {
        return String.format(Locale.ROOT, "%.2f", price);
    }

    /// A share whose price wanders.
    private static final class Share {

        final String symbol;
        private final String[] fields;
        private final double close;
        private double drift;
        private double open;
        private double low;
        private double high;
        private long volume;
        private int seq;

        double price;

        Share(String line) {
            fields = line.split(",");
            symbol = fields[0];
            close = Double.parseDouble(fields[6]);
        }

        void tick(Random random) {
            if (seq++ == 0) {
                drift = random.nextGaussian() * 0.00008;
                price = open = low = high = close * (1 + random.nextGaussian() * 0.004);
            }
            price *= 1 + drift + random.nextGaussian() * 0.0004;
            low = Math.min(low, price);
            high = Math.max(high, price);
            volume += 100L * random.nextInt(1, 900);
        }

        String json() {
            return """
                    {"symbol":"%s","name":"%s","sector":"%s","mic":"%s","currency":"%s","tickSize":%s,"shares":%s}""".formatted(symbol, fields[1], fields[2], fields[3], fields[4], fields[5], fields[9]);
        }

        String quote(String time) {
            double change = price - close;
            return """
                    {"symbol":"%s","bid":%s,"ask":%s,"bidSize":300,"askSize":500,"last":%s,"lastSize":100,"open":%s,"high":%s,"low":%s,\
                    "previousClose":%s,"change":%s,"changePercent":%s,"volume":%s,"seq":%s,"time":"2026-11-22T%sZ",\
                    "status":"trading"}""".formatted(
                            symbol,
                            twoDecimals(price - 0.01),
                            twoDecimals(price + 0.02),
                            twoDecimals(price),
                            twoDecimals(open),
                            twoDecimals(high),
                            twoDecimals(low),
                            twoDecimals(close),
                            twoDecimals(change),
                            twoDecimals(100 * change / close),
                            volume,
                            seq,
                            time);
        }
    }
}
