package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import it.Http;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/// The window of the account on a page, in the words of its tests.
record AccountWindow(Page page) {

    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// A name that nobody else has.
    static String newName() {
        return "visitor " + COUNT.incrementAndGet();
    }

    Locator button() {
        return page.locator("account-button button");
    }

    Locator dialog() {
        return page.locator("dialog");
    }

    Locator problem() {
        return dialog().locator("form:not(.who) .problem");
    }

    AccountWindow open() {
        button().click();
        assertThat(dialog().locator("form").first()).isVisible();
        return this;
    }

    /// The form of somebody who has no account yet.
    AccountWindow openSignUp() {
        open();
        dialog().locator(".instead button").click();
        assertThat(dialog().locator("[autocomplete=new-password]")).isVisible();
        return this;
    }

    /// Fills in the form, whichever is shown, and sends it.
    void send(String name, String password) {
        dialog().locator("[name=username]").fill(name);
        dialog().locator("[name$=password]").fill(password);
        dialog().locator("[type=submit]").click();
    }

    /// Makes an account and waits until it is signed in.
    AccountWindow signUp(String name) {
        openSignUp().send(name, PASSWORD);
        awaitName(name);
        return this;
    }

    AccountWindow signIn(String name, String password) {
        open().send(name, password);
        awaitName(name);
        return this;
    }

    void signOut() {
        open().dialog().getByText("Sign out").click();
    }

    void awaitName(String name) {
        assertThat(button()).hasText(name);
        assertThat(dialog()).hasCount(0);
    }

    /// The same on a screen that has no room for the name.
    void awaitNameAnywhere(String name) {
        assertThat(page.locator("account-button[data-state=known] .label")).hasText(name);
        assertThat(dialog()).hasCount(0);
    }

    /// Waits until the page has noticed that its session is over, and has asked for another, once.
    void awaitEnd() {
        assertThat(button()).hasText("Signed out: sign in again");
        assertThat(page.locator("account-button [role=alert]")).hasText("Signed out: sign in again");
        assertThat(dialog()).hasCount(0);
    }

    /// A part that is opened by its title.
    Locator section(String title) {
        Locator section = dialog().locator("details").filter(new Locator.FilterOptions().setHasText(title));
        section.locator("summary").click();
        // It is filled when it has opened.
        assertThat(section.locator("summary + *")).isVisible();
        return section;
    }

    /// Ends the session as if the visitor did so with another browser.
    void endElsewhere(URI server) {
        Cookie cookie = page.context().cookies().stream()
                .filter(one -> one.name.equals("tickertape"))
                .findFirst()
                .orElseThrow();
        Http.send("DELETE", server.resolve("api/session"), "Cookie", "tickertape=" + cookie.value);
    }

    /// When the session ends, as the page knows it.
    long until() {
        return ((Number) page.evaluate("import('/account/session.js').then(({ session }) => session.until)"))
                .longValue();
    }
}
