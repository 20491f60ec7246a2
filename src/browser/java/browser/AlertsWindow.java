package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;

/// What a page has of alerts, in the words of its tests.
record AlertsWindow(Page page) {

    /// Opens a page whose alerts have come.
    static AlertsWindow open(Page page, ScriptedAlerts alerts, String query) {
        Dashboard.open(page, alerts.server.uri(), query);
        alerts.server.awaitStreamOf("alert", "alert-list");
        Chromium.await(page, "async () => (await import('/alerts/owner/alert-store.js')).alertStore.ready");
        return new AlertsWindow(page);
    }

    Locator bell() {
        return page.locator("bell-button button");
    }

    /// How many are unread, as those see it who see.
    Locator unread() {
        return bell().locator("b");
    }

    Locator dialog() {
        return page.locator("dialog.of-alerts");
    }

    Locator field(String name) {
        return dialog().locator("[name=%s]".formatted(name));
    }

    /// What is wrong with a field.
    Locator problemOf(String name) {
        return dialog().locator(".field:has([name=%s]) .problem".formatted(name));
    }

    Locator toasts() {
        return page.locator(".toast");
    }

    Locator menu() {
        return page.locator("[role=menu]");
    }

    Locator lines() {
        return page.locator(".alert-line");
    }

    AlertsWindow openList() {
        bell().click();
        // Where others ring the bell as well, it opens a menu first.
        Locator choice =
                menu().getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName(Pattern.compile("^Alerts")));
        dialog().locator(".new").or(choice).first().waitFor();
        if (choice.isVisible()) {
            choice.click();
        }
        assertThat(dialog().locator(".new")).isFocused();
        return this;
    }

    AlertsWindow openForm() {
        openList().dialog().locator(".new").click();
        assertThat(field("symbol")).isFocused();
        return this;
    }

    void send() {
        dialog().locator("[type=submit]").click();
    }

    BoundingBox chart() {
        return page.locator("price-chart .picture").boundingBox();
    }
}
