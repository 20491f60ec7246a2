import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the page as the WAR carries it, into a folder of copies. The build runs it, as a source file, before it packs
/// the WAR: `java PackedPage.java <folder of the page> <folder of the copies>`.
///
/// The copies have no comments, which are a quarter of the bytes, no indentation, little room around punctuation (see
/// [ScriptLine]) and nothing empty at the end; every line of a script keeps its number, so that what a browser reports
/// is found in the sources. They have the [PreloadLists]. And the stream's worker has a name of its own for each
/// version of its code: a page of a new version must not share a worker that an older page has started.
final class PackedPage {

    /// The name of the worker in the sources.
    private static final String WORKER = "tickertape-source";

    /// The files that start the worker.
    private static final Set<String> STARTERS = Set.of("worker-boot.js", "core/hub-client.js");

    /// No string of the page has such a thing: a line that begins like a comment, or a JSDoc type.
    private static final Pattern JS_COMMENT =
            Pattern.compile("^[ \\t]*//[^\\n]*|(?:^[ \\t]*)?/\\*\\*[\\s\\S]*?\\*/ ?", Pattern.MULTILINE);

    private static final Pattern CSS_COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/");

    private static final Pattern INDENTATION = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);

    private final Path page;
    private final Path copies;

    private PackedPage(Path page, Path copies) {
        this.page = page;
        this.copies = copies;
    }

    public static void main(String[] arguments) throws IOException {
        new PackedPage(Path.of(arguments[0]), Path.of(arguments[1])).write();
    }

    private void write() throws IOException {
        clear();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(page)) {
            sources = files.filter(file -> file.toString().matches(".*\\.(js|css)"))
                    .sorted()
                    .toList();
        }
        var lists = new PreloadLists(page);
        String worker = "tickertape-" + hash(lists.workerModules());
        for (Path source : sources) {
            String name = page.relativize(source).toString().replace('\\', '/');
            String text = name.equals("core/hub-worker.js") ? lists.worker() : Files.readString(source);
            write(name, packed(name, STARTERS.contains(name) ? named(name, text, worker) : text));
        }
        write("index.html", lists.index());
    }

    /// What is no longer in the sources leaves the copies.
    private void clear() throws IOException {
        if (Files.exists(copies)) {
            try (Stream<Path> old = Files.walk(copies)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path copy = copies.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
    }

    private static String named(String file, String text, String worker) {
        String[] parts = text.split("'" + WORKER + "'", -1);
        if (parts.length != 2) {
            throw new IllegalStateException("%s does not name the worker once".formatted(file));
        }
        return String.join("'" + worker + "'", parts);
    }

    private static String packed(String name, String text) {
        Pattern comment = name.endsWith(".css") ? CSS_COMMENT : JS_COMMENT;
        String code = comment.matcher(text)
                .replaceAll(found -> "\n".repeat((int) found.group().lines().count() - 1));
        if (name.endsWith(".css")) {
            return withoutRoom(code);
        }
        // In a text of several lines, indentation counts.
        if (code.lines().anyMatch(line -> line.chars().filter(one -> one == '`').count() % 2 != 0)) {
            throw new IllegalStateException("%s has a text of several lines".formatted(name));
        }
        return INDENTATION
                .matcher(code)
                .replaceAll("")
                .stripTrailing()
                .lines()
                .map(ScriptLine::packed)
                .collect(Collectors.joining("\n"));
    }

    /// A style sheet without the room around its punctuation, nor zeros before a point: nobody is told of its lines.
    private static String withoutRoom(String code) {
        return code.strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};>]) ?", "$1")
                .replaceAll("([,:]) ", "$1")
                .replaceAll("(?<![\\w.#%])0\\.(?=\\d)", ".")
                .replace(";}", "}");
    }

    private static String hash(Set<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readString(file).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
