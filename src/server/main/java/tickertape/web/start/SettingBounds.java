package tickertape.web.start;

/// The smallest and the largest value of a setting.
public final class SettingBounds {

    private SettingBounds() {}

    /// The value itself; throws `IllegalArgumentException` that names setting, bounds and value.
    public static <T extends Comparable<T>> T check(String setting, T least, T value, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s must be from %s to %s, not %s".formatted(setting, least, most, value));
        }
        return value;
    }
}
