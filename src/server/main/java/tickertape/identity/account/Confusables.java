package tickertape.identity.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Characters that look alike, such as the Latin `a` and the Cyrillic `а`, by the list of the library homoglyph, which
/// is
/// made of Unicode's.
final class Confusables {

    private static final String LIST = "/char_codes.txt";
    private static final int HEXADECIMAL = 16;

    /// Pairs that look like one letter.
    private static final Map<String, String> PAIRS = Map.of("rn", "m", "vv", "w", "cl", "d");

    /// For each character, the one that stands for all that look like it.
    private static final Map<Integer, Integer> PROTOTYPES = read();

    private Confusables() {}

    /// A text that is the same for all texts that look like this one.
    static String skeleton(String text) {
        // Without accents: many are hard to see.
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String alike = prototypes(bare);
        for (var pair : PAIRS.entrySet()) {
            alike = alike.replace(prototypes(pair.getKey()), prototypes(pair.getValue()));
        }
        return alike;
    }

    private static String prototypes(String text) {
        var prototypes = new StringBuilder();
        text.codePoints().map(character -> root(PROTOTYPES, character)).forEach(prototypes::appendCodePoint);
        return prototypes.toString();
    }

    private static Map<Integer, Integer> read() {
        try (var stream = Confusables.class.getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException("the list of characters that look alike is missing");
            }
            var parents = new HashMap<Integer, Integer>();
            try (Stream<String> lines =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()) {
                lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> join(parents, line));
            }
            return Map.copyOf(parents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A character may stand in several lines: what looks like it in one looks like it in all.
    private static void join(Map<Integer, Integer> parents, String line) {
        int[] characters = Arrays.stream(line.split(","))
                .mapToInt(code -> Integer.parseInt(code.strip(), HEXADECIMAL))
                .toArray();
        int first = root(parents, lower(characters[0]));
        for (int character : characters) {
            parents.put(root(parents, lower(character)), first);
            parents.putIfAbsent(character, first);
        }
        parents.remove(first);
    }

    private static int lower(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    private static int root(Map<Integer, Integer> parents, int character) {
        int root = character;
        for (Integer parent = parents.get(root); parent != null && parent != root; parent = parents.get(root)) {
            root = parent;
        }
        return root;
    }
}
