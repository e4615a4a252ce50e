/** Identifiers: what things are called on the floor. Each is a type of its own, checked when it is made. */
@NullMarked
package dev.dockhand.model.id;

import org.jspecify.annotations.NullMarked;
