/** Who may talk to the server: stations with their keys, one-time codes that enrol them, the administrator's key. */
@NullMarked
package dev.dockhand.server.access;

import org.jspecify.annotations.NullMarked;
