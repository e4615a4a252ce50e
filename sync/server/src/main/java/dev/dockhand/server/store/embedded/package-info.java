/** A PostgreSQL of our own, kept in the data folder. */
@NullMarked
package dev.dockhand.server.store.embedded;

import org.jspecify.annotations.NullMarked;
