/** What the server does by itself, again and again, on one of its processes at a time. */
@NullMarked
package dev.dockhand.server.job;

import org.jspecify.annotations.NullMarked;
