/// Clients that want the server to serve nobody else: what they send, and what others see of it meanwhile.
@NullMarked
package it.attack;

import org.jspecify.annotations.NullMarked;
