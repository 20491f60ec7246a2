package tickertape.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// The JAX-RS application: all resources are under `/api`.
@ApplicationPath("api")
public class Api extends Application {}
