/** What stands on the bench: the open devices, what they say, their set-up and their tests. Knows no job. */
@NullMarked
package dev.dockhand.app.device;

import org.jspecify.annotations.NullMarked;
