package browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/// Answers of a server that is busy, for a page to get over.
final class Failures {

    private Failures() {}

    /// The next request for a place gets 503.
    static void once(Page page, String place) {
        page.route(
                place,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                new Page.RouteOptions().setTimes(1));
    }
}
