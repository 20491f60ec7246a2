package tickertape.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The source of a settings class: its comments say what the settings are for, its fields have the defaults.
///
/// @param path of the file
/// @param text the contents of the file
record SettingsSource(Path path, String text) {

    private static final Path ROOT = Path.of("src/server/main/java");
    private static final Pattern PREFIX =
            Pattern.compile("^@ConfigProperties\\(prefix = \"([\\w.]+)\"\\)", Pattern.MULTILINE);
    private static final Pattern TITLE = Pattern.compile("^/// (.*)$", Pattern.MULTILINE);
    private static final Pattern FIELD = Pattern.compile("""
            (?<doc>(?: {4}/// .*\\n)+)\
            (?: {4}@ConfigProperty\\(name = "(?<name>[\\w-]+)".*\\n)?\
             {4}(?:public )?[\\w<>]+ (?<field>\\w+)(?: = .*)?;""");

    /// All settings classes, sorted by prefix.
    static List<SettingsSource> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SettingsSource::read)
                    .filter(source -> PREFIX.matcher(source.text).find())
                    .sorted((one, other) -> one.prefix().compareTo(other.prefix()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SettingsSource read(Path file) {
        try {
            return new SettingsSource(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String prefix() {
        return PREFIX.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    /// The first sentence about the class.
    String title() {
        return TITLE.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    List<Setting> settings() {
        List<Setting> settings =
                FIELD.matcher(text).results().map(this::setting).toList();
        if (settings.size() != fields().count()) {
            throw new IllegalStateException(
                    "a setting of %s has no sentence, or is written in an unknown way".formatted(path));
        }
        return settings;
    }

    private Setting setting(MatchResult found) {
        String field = found.group("field");
        String name = found.group("name") == null ? field : found.group("name");
        String sentence = found.group("doc").replaceAll("\\s*/// ", " ").strip();
        return new Setting(prefix() + "." + name, initial(field), sentence);
    }

    private String initial(String name) {
        try {
            Object settings = type().getDeclaredConstructor().newInstance();
            Field field = type().getDeclaredField(name);
            field.setAccessible(true);
            return switch (field.get(settings)) {
                // An Optional, which MicroProfile Config fills.
                case null -> "";
                case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
                case Duration duration when duration.isZero() -> "PT0S";
                case Object value -> value.toString();
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<Field> fields() {
        return Arrays.stream(type().getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    Class<?> type() {
        String name =
                ROOT.relativize(path).toString().replaceFirst("\\.java$", "").replaceAll("\\W", ".");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
