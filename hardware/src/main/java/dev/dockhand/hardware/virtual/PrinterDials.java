package dev.dockhand.hardware.virtual;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What a person, or bad luck, does to a printer. May be turned from any thread. */
public final class PrinterDials {
    private static final int NEVER = -1;

    private volatile boolean paperOut;
    private volatile boolean ribbonOut;
    private volatile boolean headOpen;
    private volatile boolean paused;
    private volatile boolean failInNextLabel;
    private volatile boolean hidesFaults;
    private volatile boolean reprints = true;
    private volatile boolean mute;
    private volatile Duration labelTime = Duration.ofMillis(300);
    private final AtomicInteger powerOffAfter = new AtomicInteger(NEVER);

    /** Takes the paper out, or puts it in. */
    public void paperOut(boolean out) {
        paperOut = out;
    }

    /** Takes the ribbon out, or puts it in. */
    public void ribbonOut(boolean out) {
        ribbonOut = out;
    }

    /** Opens the head, or closes it. */
    public void headOpen(boolean open) {
        headOpen = open;
    }

    /** Presses pause, or ends it. */
    public void pause(boolean on) {
        paused = on;
    }

    /** The paper runs out in the middle of the next label. */
    public void paperOutInNextLabel() {
        failInNextLabel = true;
    }

    /** Firmware that stays silent to {@code ~HS} while paper or ribbon is out or the head is open, as current Zebra firmware. */
    public void hidesFaults(boolean on) {
        hidesFaults = on;
    }

    /** Whether an interrupted label is printed once more ({@code ^JZ}); it is, unless told otherwise. */
    public void reprints(boolean on) {
        reprints = on;
    }

    /** Loses every answer while on, but prints. */
    public void loseAnswers(boolean on) {
        mute = on;
    }

    /** How long a label takes. */
    public void labelTime(Duration time) {
        labelTime = time;
    }

    /** Pulls the plug after so many further received bytes. */
    public void powerOffAfter(int bytes) {
        powerOffAfter.set(bytes);
    }

    boolean isPaperOut() {
        return paperOut;
    }

    boolean isRibbonOut() {
        return ribbonOut;
    }

    boolean isHeadOpen() {
        return headOpen;
    }

    boolean isPaused() {
        return paused;
    }

    boolean broken() {
        return paperOut || ribbonOut || headOpen;
    }

    boolean isHidingFaults() {
        return hidesFaults;
    }

    boolean isReprinting() {
        return reprints;
    }

    boolean isMute() {
        return mute;
    }

    Duration labelTime() {
        return labelTime;
    }

    /** Whether the paper runs out in this label; says so once. */
    boolean takeFailure() {
        boolean fail = failInNextLabel;
        failInNextLabel = false;
        paperOut |= fail;
        return fail;
    }

    /** Counts received bytes; true when the plug is to be pulled now. */
    boolean takePowerOff() {
        return powerOffAfter.getAndUpdate(left -> left == NEVER ? NEVER : left - 1) == 0;
    }

    /** Whether any plug pulling is due. */
    void powerStays() {
        powerOffAfter.set(NEVER);
    }
}
