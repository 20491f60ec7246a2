package tickertape.web.start;

/// Something without which the application must not start, such as settings that make sense. A bean of this type is
/// found and run before anything else is made.
@FunctionalInterface
public interface StartupCheck {

    /// Throws an exception whose message is the reason not to start: one line that names the setting and its value.
    void run();
}
