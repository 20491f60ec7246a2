package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Watchlists: kept in the browser, and shared by links.
class WatchlistBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @Test
    void aWatchlistIsKeptInThisBrowserAndTravelsInALink() {
        Dashboard dashboard = open("");
        dashboard.page().getByLabel("CVX on the watchlist").click();
        dashboard.page().getByLabel("AAPL on the watchlist").click();

        dashboard.page().getByLabel("Watchlists").first().selectOption("Watchlist");

        assertThat(dashboard.rows()).hasCount(2);
        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Watchlist&symbols=CVX,AAPL");
        dashboard.page().navigate(server.uri().toString());
        assertThat(dashboard.rows()).hasCount(4);
        assertThat(dashboard.page().locator("watchlist-star [aria-pressed=true]"))
                .hasCount(2);
        // Another browser opens the link.
        Dashboard other = Dashboard.open(CHROMIUM.page(), server.uri(), "?list=Watchlist&symbols=CVX,AAPL");
        assertThat(other.rows()).hasCount(2);
        other.awaitSymbols("AAPL", "CVX");
    }

    @Test
    void aListThatComesWithALinkNeverReplacesOneOfTheSameName() {
        Dashboard dashboard = open("?list=Mine&symbols=XOM");
        dashboard.awaitSymbols("XOM");

        dashboard.page().navigate(server.uri() + "?list=Mine&symbols=MSFT,CVX");

        assertThat(dashboard.rows()).hasCount(2);
        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Mine+2&symbols=MSFT,CVX");
        assertThat(dashboard.page().locator("watchlist-select option"))
                .hasText(new String[] {"All symbols", "Mine (1)", "Mine 2 (2)"});
    }

    @Test
    void aLinkThatIsOpenedAgainBringsNoSecondCopy() {
        String link = server.uri() + "?list=Mine&symbols=MSFT,CVX";
        Dashboard dashboard = open("?list=Mine&symbols=XOM");

        for (int time = 0; time < 3; time++) {
            dashboard.page().navigate(link);
            assertThat(dashboard.page()).hasURL(server.uri() + "?list=Mine+2&symbols=MSFT,CVX");
        }
        // The same symbols in another order are the same list too, and so is a list that has another name by now.
        dashboard.page().navigate(server.uri() + "?list=Theirs&symbols=CVX,MSFT");

        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Mine+2&symbols=MSFT,CVX");
        assertThat(dashboard.rows()).hasCount(2);
        assertThat(options(dashboard)).hasText(new String[] {"All symbols", "Mine (1)", "Mine 2 (2)"});
    }

    @Test
    void aDeletedListComesBackToItsPlaceByUndo() {
        Dashboard dashboard = withThreeLists();
        dashboard.page().getByText("Lists…").click();

        dashboard.page().getByLabel("Delete 2026").click();
        assertThat(options(dashboard)).hasText(new String[] {"All symbols", "Oil (1)", "Cars (0)"});
        assertThat(dashboard.page()).hasURL(server.uri().toString());
        assertThat(dashboard.page().getByText("“2026” is deleted.")).isVisible();
        assertThat(dashboard.page().getByText("Undo")).isFocused();
        dashboard.page().keyboard().press("Enter");

        assertThat(options(dashboard)).hasText(new String[] {"All symbols", "Oil (1)", "2026 (1)", "Cars (0)"});
        assertThat(dashboard.page()).hasURL(server.uri() + "?list=2026&symbols=AAPL");
    }

    @Test
    void listsAreRenamedAndOrderedAndStaySo() {
        Dashboard dashboard = withThreeLists();
        dashboard.page().getByText("Lists…").click();

        dashboard.page().getByLabel("Move Cars up").click();
        dashboard.page().keyboard().press("Enter");
        dashboard.page().getByLabel("Name of 2026").fill("Apples");
        dashboard.page().keyboard().press("Enter");
        dashboard.page().getByLabel("Name of Oil").fill("Cars");
        dashboard.page().keyboard().press("Enter");

        assertThat(dashboard.page().getByLabel("Name of Oil")).hasValue("Oil");
        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Apples&symbols=AAPL");
        dashboard.page().reload();
        assertThat(options(dashboard)).hasText(new String[] {"All symbols", "Cars (0)", "Oil (1)", "Apples (1)"});
    }

    @Test
    void listsAreMadeAndThrownAwayInAWindow() {
        Dashboard dashboard = open("");

        dashboard.page().getByText("Lists…").click();
        dashboard.page().getByLabel("Name of a new list").fill("   ");
        dashboard.page().keyboard().press("Enter");
        assertThat(dashboard.page().getByRole(AriaRole.DIALOG)).isVisible();
        dashboard.page().getByLabel("Name of a new list").fill("Oil");
        dashboard.page().keyboard().press("Enter");

        assertThat(dashboard.page().getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Oil");
        assertThat(dashboard.rows()).hasCount(0);
        assertThat(dashboard.page().locator("quote-table .none")).containsText("press the star");
        dashboard.page().getByText("Show all").click();
        assertThat(dashboard.rows()).hasCount(4);
        dashboard.page().getByText("Lists…").click();
        dashboard.page().locator("dialog a").click();
        assertThat(dashboard.page().getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(dashboard.rows()).hasCount(0);
        dashboard.page().getByText("Lists…").click();
        dashboard.page().getByLabel("Delete Oil").click();
        assertThat(dashboard.rows()).hasCount(4);
    }

    @Test
    void whoGoesBackFindsTheListAsItIsNow() {
        Dashboard dashboard = open("?list=Mine&symbols=XOM,CVX");
        dashboard.cell("XOM", "symbol").locator("a").click();
        assertThat(dashboard.page().locator("symbol-detail h2")).hasText("XOM");
        dashboard.page().getByLabel("XOM on the watchlist").click();

        dashboard.page().goBack();

        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Mine&symbols=CVX");
        assertThat(dashboard.page().locator("watchlist-select option"))
                .hasText(new String[] {"All symbols", "Mine (1)"});
    }

    @Test
    void aListFollowsWhatAnotherTabMakesOfIt() {
        Dashboard dashboard = open("?list=Mine&symbols=XOM");
        Dashboard other = Dashboard.open(dashboard.page().context().newPage(), server.uri(), "?list=Mine&symbols=XOM");
        other.page().getByLabel("Watchlists").first().selectOption("");

        other.page().getByLabel("CVX on the watchlist").click();

        assertThat(dashboard.page()).hasURL(server.uri() + "?list=Mine&symbols=XOM,CVX");
        other.page().getByText("Lists…").click();
        other.page().getByLabel("Delete Mine").click();
        assertThat(dashboard.page()).hasURL(server.uri().toString());
        assertThat(dashboard.rows()).hasCount(4);
    }

    @Test
    void aSecondListIsFilledByTheStarsOfAllSymbols() {
        Dashboard dashboard = open("?list=First&symbols=AAPL");
        dashboard.page().getByText("Lists…").click();
        dashboard.page().getByLabel("Name of a new list").fill("Oil");
        dashboard.page().keyboard().press("Enter");
        assertThat(dashboard.rows()).hasCount(0);

        dashboard.page().getByLabel("Watchlists").first().selectOption("");
        dashboard.page().getByLabel("XOM on the watchlist").click();

        assertThat(dashboard.page().locator("watchlist-select option"))
                .hasText(new String[] {"All symbols", "First (1)", "Oil (1)"});
    }

    /// The list whose name is a number is shown: a map of such names would not keep their order.
    private Dashboard withThreeLists() {
        Dashboard dashboard = open("?list=Oil&symbols=XOM");
        dashboard.page().getByText("Lists…").click();
        dashboard.page().getByLabel("Name of a new list").fill("Cars");
        dashboard.page().keyboard().press("Enter");
        dashboard.page().navigate(server.uri() + "?list=2026&symbols=AAPL");
        dashboard.page().getByText("Lists…").click();
        dashboard.page().getByLabel("Move 2026 up").click();
        dashboard.page().keyboard().press("Escape");
        assertThat(options(dashboard)).hasText(new String[] {"All symbols", "Oil (1)", "2026 (1)", "Cars (0)"});
        return dashboard;
    }

    private static Locator options(Dashboard dashboard) {
        return dashboard.page().locator("watchlist-select option");
    }

    private Dashboard open(String place) {
        return Dashboard.openLive(CHROMIUM.page(), server.uri(), place);
    }
}
