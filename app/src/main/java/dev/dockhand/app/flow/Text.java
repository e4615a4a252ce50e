package dev.dockhand.app.flow;

import java.util.List;

/**
 * A text that is not in any language yet: a key of the bundles {@code texts} and its arguments. Arguments are shown as
 * they are; items are passed as {@code Item} so that the screen can choose the name's language.
 *
 * @param key key in a bundle of {@code dev/dockhand/app/ui/texts}; those of the flows are in {@code flow.properties}
 * @param arguments for the placeholders {0}, {1} …
 */
public record Text(String key, List<Object> arguments) {

    /** Copies the list. */
    public Text {
        arguments = List.copyOf(arguments);
    }

    /** A text with its arguments. */
    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
