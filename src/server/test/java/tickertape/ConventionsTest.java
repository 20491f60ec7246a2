package tickertape;

import static java.nio.file.Files.readString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How every source file reads: Java, JavaScript and CSS. Which names types have, `GlossaryTest` checks.
class ConventionsTest {

    private static final Path SOURCES = Path.of("src");
    private static final int LONGEST_FILE = 250;
    private static final Pattern TYPE = Pattern.compile(
            "^(?:public |final |abstract |sealed |non-sealed )*(?:class|interface|enum|record|@interface) (\\w+)",
            Pattern.MULTILINE);

    @Test
    void filesAreShort() {
        assertThat(offenders("java|js|css", file -> lines(file) > LONGEST_FILE)).isEmpty();
    }

    @Test
    void everyTypeSaysInOneSentenceWhatItIs() {
        assertThat(offenders("java", file -> !documented(text(file)))).isEmpty();
    }

    @Test
    void pagesTakeDataAsTextNeverAsMarkup() {
        assertThat(offenders(
                        "js", file -> text(file).matches("(?s).*(innerHTML|outerHTML|insertAdjacentHTML)\\s*[=(].*")))
                .isEmpty();
    }

    @Test
    void everyModuleIsTypeChecked() {
        assertThat(offenders("js", file -> !text(file).startsWith("// @ts-check")))
                .isEmpty();
    }

    @Test
    void pagesCarryNoInlineScriptOrStyle() {
        Pattern inline = Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>|<style|\\sstyle=|\\son\\w+=");
        assertThat(offenders("html", file -> inline.matcher(text(file)).find())).isEmpty();
    }

    private static boolean documented(String source) {
        return TYPE.matcher(source).results().allMatch(type -> {
            String before = source.substring(0, type.start()).stripTrailing();
            String block = before.substring(Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf(";\n")) + 1);
            return block.contains("/// ");
        });
    }

    private static List<Path> offenders(String endings, Predicate<Path> offends) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> looked = files.filter(file -> file.toString().matches(".*\\.(" + endings + ")"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
            assertThat(looked).isNotEmpty();
            return looked.stream().filter(offends).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
