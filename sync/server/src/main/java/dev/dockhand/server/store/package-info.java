/** The database: connections, migrations, and transactions that can be tried again. */
@NullMarked
package dev.dockhand.server.store;

import org.jspecify.annotations.NullMarked;
