/// Whether the application starts, and what the log says of it.
///
/// ```
/// StartupChecks ──runs──▶ every StartupCheck ──all passed──▶ StartupLog: where the dashboard is
///                                            └─one failed──▶ StartFailure: the reason, first and last in the log
/// ```
///
/// A [FeatureSwitch] leaves out what [FeatureSettings] say is off.
///
/// Before StartupLog says where the dashboard is, it makes every [StartupRequest].
///
/// A [StartupCheck] throws when the application can't start. Those of settings use [SettingBounds]. [ServerSettings]
/// are those that the server itself reads.
@NullMarked
package tickertape.web.start;

import org.jspecify.annotations.NullMarked;
