/** The window that makes a machine a station. */
@NullMarked
package dev.dockhand.app.ui.enrolment;

import org.jspecify.annotations.NullMarked;
