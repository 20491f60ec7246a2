package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The header with all that a real server has: views, tools and who the visitor is.
class HeaderBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-CN"})
    void nothingOfItIsCutAtAnyWidth(String locale) {
        Page page = open(locale, 320);

        for (int width = 320; width <= 1000; width += 40) {
            page.setViewportSize(width, 740);
            Object cut = page.evaluate("""
                    () => [...document.querySelectorAll('.bar :is(nav a, .tools button, connection-indicator strong)')]
                      .filter((one) => one.checkVisibility())
                      .filter((one) => {
                        const { left, right } = one.getBoundingClientRect();
                        const line = one.closest('nav')?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
                        return left < line.left - 1 || right > line.right + 1;
                      }).map(({ textContent, className }) => textContent || className).join()""");
            assertThat(cut).as("at %s pixels", width).isEqualTo("");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void whoTheVisitorIsStandsInTheLineOfTheConnectionOnASmallScreen() {
        Page page = open("en-US", 360);

        assertThat(page.evaluate("""
                () => {
                  const [live, person] = ['connection-indicator strong', 'account-button button']
                    .map((one) => document.querySelector(one).getBoundingClientRect());
                  const middle = ({ top, bottom }) => (top + bottom) / 2;
                  return live.right <= person.left && Math.abs(middle(live) - middle(person)) < 3;
                }""")).isEqualTo(true);
    }

    private static Page open(String locale, int width) {
        Page page = CHROMIUM.page(options -> options.setLocale(locale).setViewportSize(width, 740));
        Dashboard.open(page, OrdinaryServer.get().uri());
        // What comes later, from the features that there are.
        assertThat(page.locator(".bar nav a")).hasCount(PageFeatures.has("trading") ? 3 : 2);
        if (PageFeatures.has("chat")) {
            assertThat(page.locator("chat-button button")).isVisible();
        }
        assertThat(page.locator("bell-button button")).isVisible();
        return page;
    }
}
