/**
 * Print jobs and the proof that a label came out. A job is sent at most once: after its first byte has left, nothing is
 * sent again without a new act of the operator.
 */
@NullMarked
package dev.dockhand.hardware.printer;

import org.jspecify.annotations.NullMarked;
