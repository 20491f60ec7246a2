package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The one polite live region for what just happens: sentences that are heard, and toasts.
class AnnouncementsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    private Page page;

    @BeforeEach
    void open() {
        page = CHROMIUM.page(options -> options.setReducedMotion(ReducedMotion.REDUCE));
        Dashboard.openLive(page, server.uri(), "");
    }

    @Test
    void sentencesAreHeardAndNotSeen() {
        page.clock().install();
        tell("say('A sentence.'), announcements.say('Another.')");

        assertThat(page.locator(".announcements[role=status] .sentences p")).hasCount(2);
        assertThat((int) page.locator(".sentences").evaluate("one => one.offsetWidth"))
                .isEqualTo(1);
        page.clock().runFor(6000);
        assertThat(page.locator(".sentences p")).hasCount(0);
    }

    @Test
    void toastsGoAfterAWhileUnlessSomebodyIsAtThem() {
        page.clock().install();
        tell("show({ title: 'One', text: 'more' }), announcements.show({ title: 'Two' })");
        assertThat(toasts()).hasText(new String[] {"One×more", "Two×"});
        Axe.check(page, "toasts");
        assertThat(toasts().first()).hasCSS("animation-name", "none");

        toasts().first().locator("button").focus();
        page.clock().runFor(30_000);
        assertThat(toasts()).hasCount(2);
        toasts().first().locator("button").blur();
        page.clock().runFor(11_000);
        assertThat(toasts()).hasText(new String[] {"Two×"});
        page.clock().runFor(11_000);
        assertThat(toasts()).hasCount(0);
    }

    @Test
    void theOldestOfFourGoesAndEscapeGivesTheFocusBack() {
        page.locator("settings-button button").focus();
        for (int count = 1; count <= 4; count++) {
            tell("show({ title: '%s' })".formatted(count));
        }
        assertThat(toasts()).hasText(new String[] {"2×", "3×", "4×"});

        toasts().last().locator("button").focus();
        for (int count = 3; count > 0; count--) {
            page.keyboard().press("Escape");
            assertThat(toasts()).hasCount(count - 1);
        }
        assertThat(page.locator("settings-button button")).isFocused();
    }

    @Test
    void aToastIsReachedFromAWindowAndOutlivesIt() {
        page.locator("settings-button button").click();
        assertThat(page.locator("dialog")).isVisible();
        tell("show({ title: 'One', act: { label: 'Act', run: () => (window.acted = true) } })");

        toasts().locator(".act").hover();
        assertThat(page.locator("dialog .announcements")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("body > .announcements")).hasCount(1);
        toasts().locator(".act").click();

        assertThat(toasts()).hasCount(0);
        assertThat(page.evaluate("window.acted")).isEqualTo(true);
    }

    private Locator toasts() {
        return page.locator(".toast");
    }

    private void tell(String what) {
        page.evaluate(
                "async () => { const { announcements } = await import('/core/announcements.js'); announcements.%s; }"
                        .formatted(what));
    }
}
