package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.PortAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that distinguishes one model of scale from another that speaks the same protocol. It comes from a data file,
 * so a new model needs no program.
 *
 * @param id the name on the command line and in settings, lower case
 * @param name what people call it
 * @param protocol which {@link ScaleProtocol} reads it
 * @param port the serial settings that the maker ships
 * @param framing how its frames begin and end
 * @param poll how it is asked
 * @param weight the unit and width of its numbers, for protocols that do not send them
 * @param status the bits of its status byte, for protocols that have one
 * @param commands what else it can be told
 */
public record ScaleProfile(
        String id,
        String name,
        String protocol,
        PortSettings port,
        Framing framing,
        Poll poll,
        Optional<WeightForm> weight,
        Optional<StatusLayout> status,
        Commands commands) {

    /**
     * Serial settings.
     *
     * @param baud bits a second
     * @param bits data bits, 7 or 8
     * @param parity parity
     * @param stop stop bits, 1 or 2
     */
    public record PortSettings(int baud, int bits, PortAddress.Parity parity, int stop) {}

    /**
     * How frames are told apart.
     *
     * @param start the byte that begins a frame, or -1 when there is none
     * @param end the byte that ends it
     * @param maxLength the most bytes of a frame; longer ones are garbage
     * @param sevenBit true when the eighth bit is parity and is taken off
     */
    public record Framing(int start, int end, int maxLength, boolean sevenBit) {
        boolean hasStart() {
            return start >= 0;
        }
    }

    /**
     * How the weight is asked for. One request is outstanding at a time.
     *
     * @param request the bytes, one character each
     * @param interval from an answer to the next request
     * @param answer how long an answer may take; longer than the scale's own time-out
     */
    public record Poll(String request, Duration interval, Duration answer) {}

    /**
     * How a weight is written.
     *
     * @param unit its unit
     * @param length how many characters, point included
     * @param decimals how many digits stand behind the point
     */
    public record WeightForm(WeightUnit unit, int length, int decimals) {}

    /**
     * The bytes of commands; empty where the scale has none.
     *
     * @param zero sets to zero
     * @param tare takes off what is on the pan
     * @param clearTare takes off nothing any more
     * @param presetTare takes off a known weight
     */
    public record Commands(
            Optional<String> zero,
            Optional<String> tare,
            Optional<String> clearTare,
            Optional<PresetTare> presetTare) {}

    /**
     * How a known tare is sent.
     *
     * @param request the bytes, with {@code {digits}} for the number without point or {@code {value}} for it with point
     * @param unit its unit
     * @param decimals its decimals
     * @param digits how many digits {@code {digits}} has
     */
    public record PresetTare(String request, WeightUnit unit, int decimals, int digits) {}

    /**
     * Reads a port address, taking this profile's settings for whatever a serial address leaves out.
     *
     * @param uri for instance {@code serial:/dev/ttyUSB0}, {@code serial:COM3?baud=19200} or {@code tcp://10.0.0.7:4305}
     * @throws IllegalArgumentException when it is no address
     */
    public PortAddress address(String uri) {
        PortAddress typed = PortAddress.parse(uri);
        if (!(typed instanceof PortAddress.Serial line)) {
            return typed;
        }
        int question = uri.indexOf('?');
        String query = question < 0 ? "" : "&" + uri.substring(question + 1);
        return new PortAddress.Serial(
                line.path(),
                query.contains("&baud=") ? line.baud() : port.baud(),
                query.contains("&bits=") ? line.bits() : port.bits(),
                query.contains("&parity=") ? line.parity() : port.parity(),
                query.contains("&stop=") ? line.stop() : port.stop());
    }

    /** What this scale can be told: whether its profile has the bytes for it. */
    public boolean can(Class<? extends ScaleRequest> request) {
        if (request == ScaleRequest.Zero.class) {
            return commands.zero().isPresent();
        }
        if (request == ScaleRequest.Tare.class) {
            return commands.tare().isPresent();
        }
        if (request == ScaleRequest.ClearTare.class) {
            return commands.clearTare().isPresent();
        }
        return request == ScaleRequest.Weigh.class || commands.presetTare().isPresent();
    }
}
