/** Words on the screen in Korean and English. */
@NullMarked
package dev.dockhand.app.ui.texts;

import org.jspecify.annotations.NullMarked;
