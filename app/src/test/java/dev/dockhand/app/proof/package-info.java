/** Proofs of the whole: real server, real PostgreSQL, real station, and devices that speak real bytes. */
@NullMarked
package dev.dockhand.app.proof;

import org.jspecify.annotations.NullMarked;
