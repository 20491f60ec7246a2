import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Writes copies of the page's files as the WAR has them: with the lists of what to preload, and without comments,
/// which
/// are a quarter of what a browser would fetch. The build runs it, as a source file:
/// `java PackPage.java <folder of the page> <folder of the copies>`.
final class PackPage {

    /// Visitors read this one.
    private static final Set<String> LEFT_AS_THEY_ARE = Set.of("example.js");

    private PackPage() {}

    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        Path copies = Path.of(arguments[1]);
        var lists = new PreloadLists(page);
        removeAll(copies);
        for (Path file : files(page)) {
            Path name = page.relativize(file);
            Path copy = copies.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, Comments.blank(name.toString(), lists.complete(file)));
        }
    }

    private static List<Path> files(Path page) throws IOException {
        try (Stream<Path> all = Files.walk(page)) {
            return all.filter(file -> file.toString().matches(".*[.](?:js|css|html)"))
                    .filter(file ->
                            !LEFT_AS_THEY_ARE.contains(file.getFileName().toString()))
                    .toList();
        }
    }

    /// A file that has left the page must not stay in the WAR.
    private static void removeAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
