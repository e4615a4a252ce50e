/** The stock ledger: movements are facts, balances and what may be sold are derived in the same transaction. */
@NullMarked
package dev.dockhand.server.stock;

import org.jspecify.annotations.NullMarked;
