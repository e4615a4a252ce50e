/** The status strip: station, operator, job, devices, sync, time. */
@NullMarked
package dev.dockhand.app.ui.strip;

import org.jspecify.annotations.NullMarked;
