package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a visitor finds an instrument by typing.
class SearchBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.listing(
                    "NVDA, NVIDIA, Technology",
                    "AMZN, Amazon.com, Retail",
                    "KO, Coca-Cola, Food",
                    "V, Visa, Financials",
                    "AAPL, Apple, Technology",
                    "VZ, Verizon Communications, Telephony",
                    "MAR, Marriott International, Hotels",
                    "MA, Mastercard, Financials",
                    "GM, General Motors, Cars"),
            ScriptedEvents.hello("e1", "PT15S") + ScriptedEvents.quote("e1-1", "V", 1, "30"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            V           | V VZ NVDA
            ma          | MA MAR AMZN
            app         | AAPL
            mot gen     | GM
            cola        | KO
            coca-cola   | KO
            o           | AMZN KO VZ MAR GM
            MA,V        | V MA
            ma， app     | MA AAPL
            ,           | NVDA AMZN KO V AAPL VZ MAR MA GM
            """)
    void theBestMatchComesFirst(String typed, String found) {
        Dashboard dashboard = open("en-US");

        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().type(typed);

        assertThat(dashboard.rows()).hasCount(found.split(" ").length);
        dashboard.awaitSymbols(found.split(" "));
    }

    @Test
    void theExactSymbolIsOpenedWhateverTheTableIsSortedBy() {
        Dashboard dashboard = open("en-US");
        dashboard.page().locator("thead .symbol button").click();
        dashboard.page().locator("body").click();

        for (String key : List.of("/", "V", "Enter", "Enter")) {
            dashboard.page().keyboard().press(key);
        }

        assertThat(dashboard.page().locator("symbol-detail h2")).hasText("V");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vz | VZ
            MA | MA MAR AMZN
            ma | MA MAR AMZN
            m  | MAR MA GM AMZN VZ
            ko | KO
            p  | AAPL
            """)
    void anyLetterBeginsASearch(String typed, String found) {
        Dashboard dashboard = open("en-US");
        Page page = dashboard.page();
        List<String> symbols = List.of(found.split(" "));

        page.keyboard().type(typed);

        assertThat(page.getByLabel("Filter")).hasValue(typed);
        assertThat(dashboard.rows()).hasCount(symbols.size());
        dashboard.awaitSymbols(found.split(" "));
        page.keyboard().press("Enter");
        assertThat(dashboard.cell(symbols.getFirst(), "symbol a")).isFocused();
    }

    @Test
    void withAltALetterIsACommandAndNoSearch() {
        Dashboard dashboard = open("en-US");
        Page page = dashboard.page();

        page.keyboard().press("Alt+p");
        assertThat(dashboard.connection()).hasText("Paused");
        // A Mac makes another character of a letter with Alt.
        page.evaluate("""
                () => document.body.dispatchEvent(
                  new KeyboardEvent('keydown', { key: '\u03c0', code: 'KeyP', altKey: true, bubbles: true }))""");

        assertThat(dashboard.connection()).hasText("Live");
        assertThat(page.getByLabel("Filter")).hasValue("");
    }

    @Test
    void aChineseVisitorFindsCompaniesByTheirChineseNames() {
        Dashboard dashboard = open("zh-CN");

        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().insertText("苹果");

        assertThat(dashboard.rows()).hasCount(1);
        assertThat(dashboard.cell("AAPL", "name")).hasText("苹果");
        dashboard.page().keyboard().press("Escape");
        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().type("apple");
        assertThat(dashboard.rows()).hasCount(1);
        dashboard.awaitSymbols("AAPL");
    }

    private Dashboard open(String locale) {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(options -> options.setLocale(locale)), server.uri());
        assertThat(dashboard.rows()).hasCount(9);
        return dashboard;
    }
}
