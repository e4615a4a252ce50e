/** Pictures of items: checked, kept by what they hold, and fetched from the addresses that imports name. */
@NullMarked
package dev.dockhand.server.picture;

import org.jspecify.annotations.NullMarked;
