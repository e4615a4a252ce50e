package dev.dockhand.app.flow;

import dev.dockhand.model.event.Draft;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a flow decided about an input.
 *
 * @param next the state from now on
 * @param acts what happened, in order; made durable before the verdict is shown
 * @param verdict what the operator sees and hears; absent to leave the one that stands, for what nobody did on purpose
 * @param effects what must be done besides, after the acts are durable
 * @param undo whether the operator can take the acts back
 * @param <S> the flow's states
 */
public record Decision<S>(
        S next, List<Draft> acts, @Nullable Verdict verdict, List<Effect> effects, Undo undo) {

    /** Copies the lists. */
    public Decision {
        acts = List.copyOf(acts);
        effects = List.copyOf(effects);
    }

    /** Nothing happened but a change of what is shown. */
    public static <S> Decision<S> show(S next, Verdict verdict) {
        return new Decision<>(next, List.of(), verdict, List.of(), Undo.POSSIBLE);
    }

    /** Nothing to tell: what stands in the verdict band stays. */
    public static <S> Decision<S> quiet(S next) {
        return new Decision<>(next, List.of(), null, List.of(), Undo.POSSIBLE);
    }

    /** Acts that can be taken back. */
    public static <S> Decision<S> did(S next, Verdict verdict, List<Draft> acts) {
        return new Decision<>(next, acts, verdict, List.of(), Undo.POSSIBLE);
    }

    /** The same with more effects. */
    public Decision<S> with(Effect... more) {
        List<Effect> all = Stream.concat(effects.stream(), Stream.of(more)).toList();
        return new Decision<>(next, acts, verdict, all, undo);
    }

    /** The same, but it and everything before it can no longer be taken back. */
    public Decision<S> forGood() {
        return new Decision<>(next, acts, verdict, effects, Undo.BARRIER);
    }

    /** Whether acts can be taken back. */
    public enum Undo {
        POSSIBLE,
        /** For instance a label that left the printer, or a parcel that was closed. */
        BARRIER
    }
}
