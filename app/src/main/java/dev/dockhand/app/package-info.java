/** The station: {@link dev.dockhand.app.StationMain} starts it, {@code flow} decides, {@code bench} runs, {@code ui} shows. */
@NullMarked
package dev.dockhand.app;

import org.jspecify.annotations.NullMarked;
