/** What a customer ordered and who it goes to. */
@NullMarked
package dev.dockhand.model.order;

import org.jspecify.annotations.NullMarked;
