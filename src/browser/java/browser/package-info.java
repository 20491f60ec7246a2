/// Tests of the dashboard in a real Chromium: with the packaged application on Liberty where both must work together,
/// and
/// with a scripted stream where a test needs certain events.
///
/// What needs the chat or trading bears its name, and goes with it.
@NullMarked
package browser;

import org.jspecify.annotations.NullMarked;
