package dev.dockhand.app.flow;

import java.util.Optional;
import java.util.function.Supplier;

/** A job of the floor: what menu, bench and screens list of each. Free of state. */
public abstract class JobDefinition {

    private final FlowId id;
    private final Supplier<Flow<?>> flow;
    private final Text name;
    private final String barcode;
    private final String icon;

    /**
     * A job.
     *
     * @param id which
     * @param flow makes its flow
     * @param name key of its name; what is said when the menu opens it has the same key with {@code .opened}
     * @param barcode text of its barcode on the command sheet, behind {@link Command#PREFIX}
     * @param icon its picture, by its name in the set of icons
     */
    protected JobDefinition(FlowId id, Supplier<Flow<?>> flow, String name, String barcode, String icon) {
        this.id = id;
        this.flow = flow;
        this.name = Text.of(name);
        this.barcode = barcode;
        this.icon = icon;
    }

    /** Which job. */
    public final FlowId id() {
        return id;
    }

    /** Its flow, fresh. */
    public final Flow<?> flow() {
        return flow.get();
    }

    /** Text of its barcode. */
    public final String barcode() {
        return Command.PREFIX + barcode;
    }

    /** Its picture, by its name in the set of icons. */
    public final String icon() {
        return icon;
    }

    /** What it is called. */
    public final Text name() {
        return name;
    }

    /** How much of it waits, or what it is for. */
    public abstract Text detail(Lookup lookup);

    /** Whether a code that is scanned at the menu opens it. */
    public boolean opensBy(ScannedCode code, Lookup lookup) {
        return false;
    }

    /** Whether it is handed the code that opened it; one that is not decides by itself what comes first. */
    public boolean takesCode() {
        return true;
    }

    /** What was begun at this station and not finished, and how far it is; it is taken up by itself. */
    public Optional<Text> left(Lookup lookup) {
        return Optional.empty();
    }
}
