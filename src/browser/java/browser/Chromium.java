package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The machine's own Chromium, headless: one for all classes that a process runs, which ends with it. Every page is
/// closed after its test.
///
/// Without a browser the tests are skipped; with `browser.required=true`, or `CI=true` in the environment, they fail.
final class Chromium implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

    /// The machine may be small, and busy with other tests.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// In milliseconds: a page paints with the next one.
    static final int FRAME = 16;

    private static final Logger LOG = System.getLogger(Chromium.class.getName());
    /// The first has no windows and nothing that only they need.
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser");
    private static final String MISSING =
            "no Chromium: set CHROMIUM to its path, or put one of %s on the PATH".formatted(NAMES);

    private static @Nullable Browser browser;

    /// A page in a context of its own, in American English.
    Page page(Consumer<Browser.NewContextOptions> options) {
        var chosen = new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900);
        options.accept(chosen);
        BrowserContext context = browser().newContext(chosen);
        context.setDefaultTimeout((double) PATIENCE.toMillis());
        return context.newPage();
    }

    Page page() {
        return page(options -> {});
    }

    /// Lets a page know that its visitor wants to fetch little.
    static void saveData(Page page) {
        page.addInitScript("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
    }

    /// Waits until an asynchronous function of the page returns true: `waitForFunction` would take its promise for
    /// that.
    static void await(Page page, String function, @Nullable Object argument) {
        Awaitility.await().pollInSameThread().until(() -> Boolean.TRUE.equals(page.evaluate(function, argument)));
    }

    static void await(Page page, String function) {
        await(page, function, null);
    }

    /// From now on, time passes in a page only as the test says.
    static void stopClock(Page page) {
        page.clock().install();
        page.clock().pauseAt(((Number) page.evaluate("Date.now() + 1000")).longValue());
    }

    /// Holds the first request back and lets those that follow pass: a route that is taken off lets go of what it
    /// holds.
    static void holdFirst(List<Route> held, Route route) {
        if (held.isEmpty()) {
            held.add(route);
        } else {
            route.resume();
        }
    }

    /// Waits until what a page is asked for, and paints in its own time, is as it should be.
    static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().pollInSameThread().untilAsserted(assertion);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (executable().isPresent() || required()) {
            return ConditionEvaluationResult.enabled("there is a browser, or must be one");
        }
        // Maven counts skipped tests, but does not show the reason.
        LOG.log(Level.WARNING, "{0} is skipped: {1}", test.getDisplayName(), MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        Path executable = executable().orElseGet(() -> Assertions.fail(MISSING));
        if (browser == null || !browser.isConnected()) {
            browser = launch(executable);
        }
    }

    private static Browser launch(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List.copyOf(browser().contexts()).forEach(BrowserContext::close);
    }

    private static Browser browser() {
        return Objects.requireNonNull(browser, "the browser is started before the tests");
    }

    private static boolean required() {
        return Boolean.getBoolean("browser.required") || Boolean.parseBoolean(System.getenv("CI"));
    }

    private static Optional<Path> executable() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        List<Path> folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Stream<Path> found = NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
        return Stream.concat(named, found)
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
