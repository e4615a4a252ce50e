/** Sign-in by badge and PIN, with the network plugged in or not. */
@NullMarked
package dev.dockhand.app.flow.signin;

import org.jspecify.annotations.NullMarked;
