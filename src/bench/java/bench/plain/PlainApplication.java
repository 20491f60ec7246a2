package bench.plain;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// Where the plain resources are.
@ApplicationPath("api")
public class PlainApplication extends Application {}
