/** Packing: each item is checked, the parcel weighed, labelled, and its label scanned back. */
@NullMarked
package dev.dockhand.app.flow.packing;

import org.jspecify.annotations.NullMarked;
