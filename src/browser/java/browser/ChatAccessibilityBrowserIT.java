package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The chat for everybody: contrasts and roles, small screens, keyboards on them, and little motion.
class ChatAccessibilityBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @EachTheme
    void everyStateKeepsTheRules(ColorScheme scheme, String palette) {
        chat.withMany(12).read("floor", 8);
        chat.keep("floor", "Ben", "some-id-1", "@Ann see $AAPL", ScriptedChat.NOW);
        chat.keep("floor", "Cleo", "some-id-2", "Soon gone", ScriptedChat.NOW).addProperty("deleted", "moderator");
        chat.keep("floor", "Ann", "some-id-3", "Mine", ScriptedChat.NOW)
                .addProperty("edited", "2026-11-22T09:30:00.000000Z");
        Page page = CHROMIUM.page(options -> options.setColorScheme(scheme));
        page.addInitScript("localStorage.setItem('tickertape.preferences', '{\"palette\":\"%s\"}')".formatted(palette));
        ChatWindow window = ChatWindow.open(page, chat);
        chat.presence("floor", 9, "[\"Ann\",\"Ben\"]", "[\"Ben\"]");
        assertThat(window.panel().locator(".typing")).containsText("Ben");
        Axe.check(page, "messages");

        chat.refuse(422, "you have just said that");
        window.write("Refused");
        assertThat(window.panel().locator(".failure")).isVisible();
        window.panel().locator(".people summary").click();
        window.field().fill("x".repeat(501));
        Axe.check(page, "a message that failed, names, and too long a text");
        window.field().fill("");
        window.field().pressSequentially("@");
        assertThat(window.completion().first()).isVisible();
        Axe.check(page, "a completion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-CN"})
    void onASmallScreenItIsAllThereIsAndHasRoomForFingers(String locale) {
        chat.withMany(30);
        chat.keep("floor", "Ann", "some-own-id", "Mine, and $AAPL", ScriptedChat.NOW);
        Page page = CHROMIUM.page(options -> options.setLocale(locale)
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true));
        ChatWindow window = ChatWindow.open(page, chat, "?chat=floor&symbol=MSFT");
        chat.presence("floor", 9, "[\"Ann\",\"Ben\"]", "[]");
        assertThat(window.panel().locator(".people summary")).containsText("9");

        BoundingBox panel = window.panel().boundingBox();
        assertThat(List.of(panel.x, panel.y, panel.width, panel.height)).containsExactly(0.0, 0.0, 360.0, 740.0);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(page.locator("connection-indicator")).isHidden();
        // The keyboard of the screen does not come unasked.
        assertThat(window.field()).not().isFocused();
        // All at one moment: buttons come and go with what happens in the room.
        Object small = window.panel()
                .locator("button:visible, nav a, summary, textarea")
                .evaluateAll("""
                (all) => all.filter((one) => {
                  const { width, height } = one.getBoundingClientRect();
                  return Math.min(width, height) < 44;
                }).map((one) => one.outerHTML).join()""");
        assertThat(small).isEqualTo("");
        Axe.check(page, "a small screen");
        window.message("Mine").locator("a").tap();
        assertThat(window.panel()).isHidden();
        assertThat(page.locator("symbol-detail h2")).containsText("AAPL");
        page.goBack();
        assertThat(window.panel()).isVisible();
    }

    @Test
    void aKeyboardOnTheScreenLeavesTheFieldAndTheNewestMessageInSight() {
        chat.withMany(30);
        Page page = CHROMIUM.page(
                options -> options.setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
        page.addInitScript("""
                const viewport = new EventTarget();
                Object.assign(viewport, { offsetTop: 0, height: 740, width: 360 });
                Object.defineProperty(window, 'visualViewport', { get: () => viewport });""");
        ChatWindow window = ChatWindow.open(page, chat);
        assertThat(window.message("Message 30")).isInViewport();
        window.field().tap();

        // As Safari does: the page keeps its height, and what is seen of it shrinks and moves.
        page.evaluate(
                "() => { Object.assign(visualViewport, { offsetTop: 20, height: 340 }); visualViewport.dispatchEvent(new Event('resize')); }");

        Chromium.eventually(() -> {
            BoundingBox field = window.field().boundingBox();
            assertThat(field.y + field.height).isBetween(300.0, 360.0);
            BoundingBox last = window.message("Message 30").boundingBox();
            assertThat(last.y).isBetween(100.0, field.y);
        });
    }

    @Test
    void itIsUsedByTheKeyboardAloneInAnOrderThatIsSeen() {
        chat.withMany(3);
        ChatWindow window = ChatWindow.open(
                CHROMIUM.page(options -> options.setReducedMotion(ReducedMotion.REDUCE)),
                chat,
                "?symbol=AAPL&chat=floor");
        Page page = window.page();
        chat.presence("floor", 9, "[\"Ann\",\"Ben\"]", "[]");
        assertThat(window.panel().locator(".people summary")).isVisible();
        assertThat(window.field()).isFocused();

        page.keyboard().press("Shift+Tab");
        assertThat(window.log()).isFocused();
        for (String next : List.of("nav a:last-child", "nav a:first-child", ".close", "summary")) {
            page.keyboard().press("Shift+Tab");
            assertThat(window.panel().locator(next)).isFocused();
        }
        page.keyboard().press("Enter");
        assertThat(window.panel().locator(".names")).isVisible();
        page.keyboard().press("Escape");
        assertThat(window.panel().locator(".names")).isHidden();
        page.keyboard().press("Escape");
        assertThat(window.panel()).isHidden();
        assertThat(page.locator("symbol-detail")).isVisible();
        page.keyboard().press("Alt+c");
        assertThat(window.field()).isFocused();
        window.log().evaluate("one => { one.style.height = '30px'; one.scrollTop = 0; }");
        assertThat(window.newer()).hasCSS("animation-name", "none");
    }
}
