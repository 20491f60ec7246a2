package tickertape.web.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The contract fragments on a class path, by their paths below `META-INF/tickertape/contract/`.
///
/// A class path can be asked for a file, but not for a list of files: a jar, or a packaged WAR, has an index. A folder
/// of classes is listed, because the server runs from one without being packaged.
final class Fragments {

    static final String ROOT = "META-INF/tickertape/contract/";

    private static final String INDEX = "index";

    private final ClassLoader loader;
    private final NavigableSet<String> paths = new TreeSet<>();

    Fragments(ClassLoader loader) throws IOException {
        this.loader = loader;
        Set<String> indexes = new HashSet<>();
        for (URL index : Collections.list(loader.getResources(ROOT + INDEX))) {
            indexes.add(index.toString());
            text(index)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(paths::add);
        }
        for (URL folder : Collections.list(loader.getResources(ROOT))) {
            if (folder.getProtocol().equals("file")) {
                paths.addAll(files(Path.of(URI.create(folder.toString()))));
            } else if (!indexes.contains(folder + INDEX)) {
                throw new IllegalArgumentException(
                        "%s has no file '%s' that lists its contract fragments".formatted(folder, INDEX));
            }
        }
    }

    /// The paths that end like this, in alphabetical order, those of the general part first.
    List<String> ending(String end) {
        return Stream.concat(
                        paths.stream().filter(path -> path.equals(end)),
                        paths.stream().filter(path -> path.endsWith("/" + end)))
                .toList();
    }

    /// The schema files.
    List<String> schemas() {
        return paths.stream()
                .filter(path -> path.matches("([^/]+/)?schema/[^/]+[.]json"))
                .toList();
    }

    String read(String path) {
        try {
            List<URL> found = Collections.list(loader.getResources(ROOT + path));
            if (found.size() != 1) {
                throw new IllegalArgumentException(
                        "the contract fragment %s exists %s times: %s".formatted(path, found.size(), found));
            }
            return text(found.getFirst());
        } catch (IOException e) {
            throw new IllegalArgumentException("the contract fragment %s cannot be read".formatted(path), e);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(INDEX))
                    .toList();
        }
    }

    private static String text(URL file) throws IOException {
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
