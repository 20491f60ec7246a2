import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists in `index.html` and `core/hub-worker.js` which files the first view of the page needs, so that a browser
/// fetches them at once and not one after the other. [PackedPage] writes them into the WAR.
///
/// The first view is made of `app.js`, the features that it names, and all that they import statically. It needs the
/// style sheets that these modules load and, of those that are `first`, the English words.
final class PreloadLists {

    /// The line in a source file that the list replaces.
    private static final Pattern MARKER = Pattern.compile("^ *(?:<!-- preloads -->|// preloads)\n", Pattern.MULTILINE);

    private static final Pattern STATIC_IMPORT =
            Pattern.compile("^import (?:[^'\"]* from )?'(\\.[^']+)';", Pattern.MULTILINE);
    private static final Pattern FEATURE = Pattern.compile("\\bimport\\('(\\./\\w+/feature\\.js)'\\)");
    private static final Pattern STYLESHEET = Pattern.compile("\\bloadStylesheet\\('([^']+)', import\\.meta\\.url\\)");
    private static final Pattern ENGLISH = Pattern.compile("\\bimport\\('(\\./words/en\\.js)'\\)");
    private static final Pattern FIRST = Pattern.compile("^ *first: true,", Pattern.MULTILINE);

    private final Path page;

    PreloadLists(Path page) {
        this.page = page;
    }

    /// The text of `index.html` with its list.
    String index() {
        Path app = page.resolve("app.js");
        Set<Path> modules =
                closure(Stream.concat(Stream.of(app), named(app, FEATURE)).toList());
        Predicate<Path> first = module ->
                !module.endsWith("feature.js") || FIRST.matcher(text(module)).find();
        Set<Path> words = modules.stream()
                .filter(first)
                .flatMap(module -> named(module, ENGLISH))
                .collect(Collectors.toCollection(TreeSet::new));
        Stream<String> styles = modules.stream()
                .flatMap(module -> named(module, STYLESHEET))
                .sorted()
                .distinct()
                .map(sheet -> "  <link rel=\"stylesheet\" href=\"%s\">\n".formatted(address(sheet)));
        // The modules of the stream's worker, which the page waits for in the end, go first.
        Stream<String> preloads = Stream.of(modules, words)
                .flatMap(Set::stream)
                .map(module -> "  <link rel=\"modulepreload\" fetchpriority=\"low\" href=\"%s\">\n"
                        .formatted(address(module)));
        return withList(page.resolve("index.html"), Stream.concat(styles, preloads));
    }

    /// The text of `core/hub-worker.js` with its list.
    String worker() {
        Path worker = worker(page);
        Set<Path> modules = workerModules();
        modules.remove(worker);
        named(worker, STATIC_IMPORT).forEach(modules::remove);
        return withList(
                worker,
                modules.stream()
                        .map(module ->
                                "import './%s';\n".formatted(worker.getParent().relativize(module))));
    }

    /// The modules that the worker is made of, in the order of their names.
    Set<Path> workerModules() {
        return closure(List.of(worker(page)));
    }

    private static Path worker(Path page) {
        return page.resolve("core/hub-worker.js");
    }

    private static String withList(Path source, Stream<String> list) {
        String text = text(source);
        if (MARKER.matcher(text).results().count() != 1) {
            throw new IllegalStateException("%s has no single line for its preloads".formatted(source));
        }
        return MARKER.matcher(text).replaceFirst(list.collect(Collectors.joining()));
    }

    /// The modules and all that they import statically.
    private static Set<Path> closure(Collection<Path> modules) {
        Set<Path> found = new TreeSet<>();
        modules.forEach(module -> collect(module, found));
        return found;
    }

    private static void collect(Path module, Set<Path> found) {
        if (found.add(module)) {
            named(module, STATIC_IMPORT).forEach(imported -> collect(imported, found));
        }
    }

    /// The files that a module names by such a pattern.
    private static Stream<Path> named(Path module, Pattern pattern) {
        return pattern.matcher(text(module))
                .results()
                .map((MatchResult result) ->
                        module.resolveSibling(result.group(1)).normalize());
    }

    private String address(Path file) {
        return page.relativize(file).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read".formatted(file), e);
        }
    }
}
