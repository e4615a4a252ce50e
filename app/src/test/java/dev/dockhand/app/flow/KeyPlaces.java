package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;

/** What nobody can take back is done by a key of its own or by choosing behind another key, never by chance. */
final class KeyPlaces {

    private static final Set<Command> OF_ITS_OWN = EnumSet.of(Command.CONFIRM, Command.FINISH);

    private KeyPlaces() {}

    /** A touch that did something for good fell on a screen that says so, and signing in is no such thing. */
    static void check(Screen screen, Input input) {
        boolean touched = input instanceof Input.Chosen || input instanceof Input.Pressed;
        assertThat(touched && !screen.forGood())
                .as("%s at %s is for good, and the screen does not say so", input, screen.step())
                .isFalse();
        assertThat(input instanceof Input.Pressed(var command) && !OF_ITS_OWN.contains(command))
                .as("%s at %s is for good, by a key without a place for that", input, screen.step())
                .isFalse();
    }
}
