/** Printing labels in batches: badges of people, labels of locations. */
@NullMarked
package dev.dockhand.app.flow.labels;

import org.jspecify.annotations.NullMarked;
