/** What the warehouse handles and where it lies: items with their barcodes, locations. */
@NullMarked
package dev.dockhand.server.catalogue;

import org.jspecify.annotations.NullMarked;
