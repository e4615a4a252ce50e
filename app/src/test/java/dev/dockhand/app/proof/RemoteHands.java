package dev.dockhand.app.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * The hands of a station that is a process of its own: the devices are at the process that started it, which is told on
 * standard output what to do with them and answers on standard input.
 */
final class RemoteHands implements Hands {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    /** At the other end: does with the devices there what a line asks for, if it does. */
    static void obey(String line, Hands hands, PrintWriter answers) throws InterruptedException {
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (line.split(" ", 2)[0]) {
            case "SCAN" -> hands.scan(rest);
            case "LOAD" -> hands.load(new BigDecimal(rest));
            case "LABEL" -> answers.println(hands.hasLabel(rest) ? "yes" : "no");
            default -> {
                // About something else, or cut by a kill.
            }
        }
    }

    /** Says a line to the process that started this one. */
    synchronized void say(String line) {
        out.println(line);
    }

    /** What that process answers. */
    String hear() {
        try {
            return String.valueOf(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void scan(String text) {
        say("SCAN " + text);
    }

    @Override
    public void load(BigDecimal grams) {
        say("LOAD " + grams.toPlainString());
    }

    @Override
    public boolean hasLabel(String waybill) {
        say("LABEL " + waybill);
        return hear().equals("yes");
    }
}
