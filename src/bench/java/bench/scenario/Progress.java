package bench.scenario;

/// Hears what is being done, so that who waits knows.
public interface Progress {

    void say(String text);
}
