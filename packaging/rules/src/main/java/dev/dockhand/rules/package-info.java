/** The build's own rules. Every module activates them with a ten-line subclass of {@link dev.dockhand.rules.HouseRules}. */
@NullMarked
package dev.dockhand.rules;

import org.jspecify.annotations.NullMarked;
