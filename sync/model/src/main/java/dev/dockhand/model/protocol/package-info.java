/** What a station and the server say to each other over HTTP. */
@NullMarked
package dev.dockhand.model.protocol;

import org.jspecify.annotations.NullMarked;
