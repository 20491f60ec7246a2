/// Reads the server's OpenAPI document as a tool does, for tests that follow it.
@NullMarked
package it.openapi;

import org.jspecify.annotations.NullMarked;
