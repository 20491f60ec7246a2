/// Tests of the chat against a running server.
@NullMarked
package it.chat;

import org.jspecify.annotations.NullMarked;
