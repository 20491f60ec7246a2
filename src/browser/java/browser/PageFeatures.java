package browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The features that `app.js` names, so that no test breaks when one of them is removed.
final class PageFeatures {

    /// The features that all pages have: the others need them.
    private static final List<String> BASE = List.of("quotes", "connection");

    private static final Pattern LINE =
            Pattern.compile("^ *import\\('\\./(\\w+)/feature\\.js'\\),\n", Pattern.MULTILINE);

    private static final Pattern VIEW = Pattern.compile("\\{ name: '(\\w*)', tag: '[\\w-]+', label:");

    private PageFeatures() {}

    private static List<String> all() throws IOException {
        return find(LINE, "app.js");
    }

    /// Whether the page has a feature that others do without.
    static boolean has(String feature) {
        try {
            return optional().contains(feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> optional() throws IOException {
        return all().stream().filter(feature -> !BASE.contains(feature)).toList();
    }

    /// The query of the address of each view that every server has; others name their topic first.
    static List<String> views() throws IOException {
        List<String> views = new ArrayList<>();
        for (String feature : all()) {
            find(VIEW, feature + "/feature.js").forEach(view -> views.add(view.isEmpty() ? "?" : "?view=" + view));
        }
        return views;
    }

    private static List<String> find(Pattern pattern, String file) throws IOException {
        Path path = ScriptedServer.PAGE.resolve(file);
        return pattern.matcher(Files.readString(path))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
