/// Paper trading on real servers: what users do, races, kills, and two servers on one database.
@NullMarked
package it.trading;

import org.jspecify.annotations.NullMarked;
