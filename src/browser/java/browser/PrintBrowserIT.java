package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the page looks like on paper.
class PrintBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String[] SYMBOLS = IntStream.range(0, 300)
            .mapToObj(number -> String.format(Locale.ROOT, "SYM%03d", number))
            .toArray(String[]::new);

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments(SYMBOLS),
            ScriptedEvents.hello("e1", "PT15S")
                    + IntStream.range(0, SYMBOLS.length)
                            .mapToObj(number -> ScriptedEvents.quote(
                                    "e1-" + (number + 1), SYMBOLS[number], 1, String.valueOf(100 + number)))
                            .collect(Collectors.joining()));

    @Test
    void allRowsArePrintedWithTheirPrices() {
        Page page = open("").page();
        // The browser asks the page to prepare, prints it, and says when it is done.
        page.evaluate("""
                () => addEventListener('beforeprint', () => {
                  window.printed = [...document.querySelectorAll('tbody .last')].filter((cell) => /\\d/.test(cell.textContent)).length;
                })""");

        byte[] pdf = page.pdf();

        assertThat(page.evaluate("window.printed")).isEqualTo(300);
        assertThat(Pattern.compile("/Type /Page\\b")
                        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .as("pages")
                .isGreaterThan(4);
    }

    @Test
    void paperIsWhiteTextBlackAndNothingCanBePressed() {
        Page page = open("?sort=-last&symbol=SYM001").page();
        page.keyboard().press("Alt+i");
        assertThat(page.locator("diagnostics-panel dl")).isVisible();

        prepareForPaper(page);

        for (String part : new String[] {"html", "tbody .change", "tbody .name", "thead .last", "symbol-detail h2"}) {
            assertThat(colour(page, part, "color")).as(part).isEqualTo("rgb(0, 0, 0)");
        }
        assertThat(colour(page, "html", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('button, select, input, nav a, diagnostics-panel')]
                  .filter((one) => one.checkVisibility() && !one.closest('thead')).map((one) => one.outerHTML).join('\\n')""")).isEqualTo("");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.bar'), '::after').content")
                        .toString())
                .containsPattern("\\b20\\d\\d\\b.*\\d:\\d\\d");
    }

    static void prepareForPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
    }

    static String colour(Page page, String part, String property) {
        return page.locator(part)
                .first()
                .evaluate("(part, property) => getComputedStyle(part)[property]", property)
                .toString();
    }

    private Dashboard open(String place) {
        Dashboard dashboard =
                Dashboard.open(CHROMIUM.page(options -> options.setColorScheme(ColorScheme.DARK)), server.uri(), place);
        dashboard.awaitStatus("Live");
        Chromium.await(
                dashboard.page(),
                "async () => !!(await import('/quotes/quote-store.js')).quotes.quote('SYM299')?.last");
        assertThat(dashboard.cell(place.isEmpty() ? "SYM000" : "SYM299", "last"))
                .containsText(Pattern.compile("\\d"));
        return dashboard;
    }
}
