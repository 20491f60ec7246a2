package tickertape.web.monitoring;

/// The settings of one part of the application, for the log line at the start. Each feature may produce one.
///
/// @param part such as `streams`
public record SettingsSummary(String part, String settings) {

    @Override
    public String toString() {
        return part + ": " + settings;
    }
}
