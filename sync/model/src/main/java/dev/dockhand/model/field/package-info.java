/** One rule a field, the same where it is taken in, printed on a label and scanned back. */
@NullMarked
package dev.dockhand.model.field;

import org.jspecify.annotations.NullMarked;
