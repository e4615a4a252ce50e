/**
 * The build's own rules, which every module activates with a ten-line subclass of {@link dev.dockhand.rules.HouseRules}, and
 * the cases of its properties, which {@link dev.dockhand.rules.Drawn} draws.
 */
@NullMarked
package dev.dockhand.rules;

import org.jspecify.annotations.NullMarked;
