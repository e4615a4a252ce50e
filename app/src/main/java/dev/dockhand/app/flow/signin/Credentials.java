package dev.dockhand.app.flow.signin;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Badges and PINs held against what the station knows. No answer repeats what was typed or scanned: it may be a PIN that was
 * typed where a badge is asked for.
 */
final class Credentials {

    static final Screen.Keypad BADGE_PAD = new Screen.Keypad(Screen.Keypad.Kind.BADGE, null);
    static final Screen.Keypad PIN_PAD = new Screen.Keypad(Screen.Keypad.Kind.PIN, null);

    private static final int LONGEST_BADGE = 64;

    private Credentials() {}

    /** What a badge is. */
    sealed interface Badge {

        /** Nobody's. */
        record Unknown() implements Badge {}

        /** Switched off. */
        record Inactive(Verdict verdict) implements Badge {}

        /** Of a person with too many wrong PINs in a row. */
        record Locked(Operator operator, Verdict verdict) implements Badge {}

        /** Of a person whose PIN proves it; so many sign-ins with it failed in a row. */
        record Open(Operator operator, int failed) implements Badge {}
    }

    /** What an entered PIN is. */
    sealed interface Pin {

        /** The person's. */
        record Right() implements Pin {}

        /** Nothing was entered. */
        record Missing() implements Pin {}

        /** Not the person's PIN but somebody's badge, of digits only, from a scanner that types. */
        record OtherBadge() implements Pin {}

        /** Nobody can say whether it is the person's: what PINs are checked with is not here. */
        record Unchecked() implements Pin {}

        /** Not the person's; so many have failed in a row now. */
        record Wrong(Operator operator, int failed, int most) implements Pin {

            /** Whether the badge is locked by it. */
            boolean isLast() {
                return failed >= most;
            }

            /** Counts it. */
            <S> Decision<S> decide(S next) {
                Verdict verdict = isLast() ? locked(operator, most) : Verdict.warn("signin.wrong-pin", most - failed);
                return Decision.did(
                                next,
                                verdict,
                                List.of(Draft.free(null, new Act.SignInRefused(operator.badge()), List.of())))
                        .forGood();
            }
        }
    }

    static Badge badge(String text, Lookup lookup) {
        String badge = text.strip();
        Optional<Operator> found =
                Codes.isName(badge, LONGEST_BADGE) ? lookup.operatorByBadge(badge) : Optional.empty();
        if (found.isEmpty()) {
            return new Badge.Unknown();
        }
        Operator operator = found.get();
        if (!operator.active()) {
            return new Badge.Inactive(Verdict.stop("signin.inactive", operator.name()));
        }
        int failed = lookup.failedSignIns(operator.badge());
        int most = lookup.rules().lockAfter();
        return failed >= most ? new Badge.Locked(operator, locked(operator, most)) : new Badge.Open(operator, failed);
    }

    static Pin pin(Operator operator, int failed, String pin, Lookup lookup) {
        if (pin.isBlank()) {
            return new Pin.Missing();
        }
        PinHash.Check check = lookup.checkPin(operator, pin.strip());
        if (check == PinHash.Check.RIGHT) {
            return new Pin.Right();
        }
        if (!(badge(pin, lookup) instanceof Badge.Unknown)) {
            return new Pin.OtherBadge();
        }
        return check == PinHash.Check.WRONG
                ? new Pin.Wrong(operator, failed + 1, lookup.rules().lockAfter())
                : new Pin.Unchecked();
    }

    static Text triesLeft(int failed, Lookup lookup) {
        return Text.of("signin.pin.tries-left", lookup.rules().lockAfter() - failed);
    }

    private static Verdict locked(Operator operator, int most) {
        return Verdict.stop("signin.locked", operator.name(), most);
    }
}
