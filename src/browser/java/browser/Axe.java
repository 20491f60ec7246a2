package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// Checks the rules of WCAG 2.2 AA that a program can check.
final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /// @param what the page shows, for the message
    static void check(Page page, String what) {
        var violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(violations.stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node ->
                                        "%s: %s %s".formatted(rule.getId(), node.getHtml(), node.getFailureSummary()))))
                .as(what)
                .isEmpty();
    }
}
