package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form of an alert: what it sends, by keyboard, and what it says when the server refuses.
class AlertsFormBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedAlerts alerts = new ScriptedAlerts();

    @Test
    void keyboardIsEnoughAndComesBackToTheRow() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "");
        Page page = window.page();
        page.locator("tr[data-symbol=MSFT] a").focus();

        page.keyboard().press("Alt+a");
        assertThat(window.field("symbol")).hasValue("MSFT");
        assertThat(window.field("price")).isFocused();
        page.keyboard().press("Escape");
        assertThat(window.dialog()).hasCount(0);
        assertThat(page.locator("tr[data-symbol=MSFT] a")).isFocused();

        page.keyboard().press("Alt+a");
        assertThat(window.field("price")).isFocused();
        window.field("price").fill("399");
        // Below the last price, so it is fallen to.
        assertThat(window.field("direction")).hasValue("below");
        page.keyboard().press("Enter");

        assertThat(window.dialog()).hasCount(0);
        assertThat(page.locator("tr[data-symbol=MSFT] a")).isFocused();
        assertThat(alerts.writes()).containsExactly("""
                POST {"symbol":"MSFT","condition":{"type":"price","of":"last","direction":"below","price":399},"repeat":"once"}""");
    }

    @Test
    void eachKindOfConditionIsSentAsTheServerKnowsIt() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "?symbol=AAPL");
        window.openForm();
        window.field("symbol").fill("aapl");
        String[] types = {"change", "move", "volume", "record", "halted", "resumed", "stale"};
        alerts.refuse(503, "later", null);
        for (String type : types) {
            window.field("type").selectOption(type);
            if (type.equals("change")) {
                window.field("direction").selectOption("down");
            }
            int before = alerts.writes().size();
            window.send();
            Chromium.eventually(() -> assertThat(alerts.writes()).hasSize(before + 1));
            assertThat(window.dialog().locator("form")).hasAttribute("aria-busy", "false");
        }

        assertThat(alerts.writes())
                .map(write -> write.replaceFirst(".*\"condition\":(\\{[^}]*}).*", "$1"))
                .containsExactly(
                        "{\"type\":\"change\",\"percent\":-3}",
                        "{\"type\":\"move\",\"direction\":\"up\",\"percent\":2,\"within\":\"PT5M\"}",
                        "{\"type\":\"volume\",\"times\":3}",
                        "{\"type\":\"record\",\"of\":\"high\"}",
                        "{\"type\":\"halted\"}",
                        "{\"type\":\"resumed\"}",
                        "{\"type\":\"stale\"}");
        assertThat(alerts.writes()).allMatch(write -> write.startsWith("POST {\"symbol\":\"AAPL\""));
    }

    @Test
    void onlyWhatHasChangedIsSent() {
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE, "armed");
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "").openList();

        window.dialog().locator(".edit").click();
        assertThat(window.field("symbol")).hasAttribute("readonly", "");
        window.field("note").fill("sell half");
        window.field("repeat").selectOption("always");
        window.field("pause").selectOption("PT60M");
        window.field("ends").fill("2027-01-02T10:00");
        window.send();

        assertThat(window.dialog().locator(".edit")).isFocused();
        assertThat(window.dialog().locator(".waiting li"))
                .containsText(Pattern.compile("every time · until .*sell half"));
        assertThat(alerts.writes())
                .singleElement()
                .asString()
                .matches(
                        "PATCH /one \\{\"repeat\":\"always\",\"pause\":\"PT60M\",\"ends\":\"2027-01-0.*Z\",\"note\":\"sell half\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | price  | last of AAPL is 195.10, which is at or above 191.00 already: choose a price above 195.10, or direction below | Last of AAPL is 195.10, which is at or above 191.00 already: choose a price above 195.10, or direction below.
            zh-CN | price  | last of AAPL is 195.10, which is at or above 191.00 already: choose a price above 195.10, or direction below | 现价 195.10，已达到或高于该价位。
            zh-CN | price  | prices of AAPL are multiples of 0.01: 235.00 or 235.01, not 235.003 | 价格须为 0.01 的整数倍，例如 235.00 或 235.01。
            zh-CN | symbol | there is no instrument AAPL | 没有代码为 AAPL 的证券。
            en-US | ends   | the end 2020-01-01T00:00:00Z has passed: choose one after 2026-11-28T11:30:00Z | The end 2020-01-01T00:00:00Z has passed: choose one after 2026-11-28T11:30:00Z.""")
    void whatTheServerSaysIsWrongStandsAtItsField(String locale, String field, String detail, String words) {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(options -> options.setLocale(locale)), alerts, "");
        window.openForm();
        window.field("symbol").fill("AAPL");
        window.field("price").fill("191");
        alerts.refuse(400, detail, null);

        window.send();

        assertThat(window.problemOf(field)).hasText(words);
        assertThat(window.field(field)).isFocused();
        assertThat(window.field(field)).hasAttribute("aria-invalid", "true");
        assertThat(window.field(field)).hasAccessibleDescription(words);
        window.field(field).fill(field.equals("ends") ? "2027-01-02T10:00" : "1");
        assertThat(window.problemOf(field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 |    | sign in first | You are signed out. Sign in
            409 |    | you have 200 alerts, which is the most: delete one first | You have 200 alerts, which is the most. Delete one first.
            429 | 12 | slow down | Too many changes. Try again in 12 seconds.
            503 |    | away | The server can’t do this now. Try again later.""")
    void whatKeepsTheServerFromDoingItIsTold(int status, @Nullable String wait, String detail, String words) {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "");
        window.openForm();
        window.field("symbol").fill("AAPL");
        window.field("price").fill("191");
        alerts.refuse(status, detail, wait);

        window.send();

        assertThat(window.dialog().locator("form > .problem")).hasText(words);
        if (status == 401) {
            window.dialog().getByText("Sign in").click();
            assertThat(window.page().locator("dialog .account")).isVisible();
        }
    }
}
