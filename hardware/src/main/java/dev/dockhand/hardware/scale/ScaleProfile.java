package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.PortAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that distinguishes one model of scale from another that speaks the same protocol. It comes from a data file,
 * so a new model needs no program.
 *
 * @param id the name on the command line and in settings, lower case
 * @param name what people call it
 * @param source where its facts come from, and what is uncertain
 * @param protocol which {@link ScaleProtocol} reads it: {@code lines} for all that data can describe
 * @param port the serial settings that the maker ships
 * @param framing how its frames begin and end
 * @param poll how it is asked
 * @param lines the forms of what it says, the first that fits counts; empty for a protocol with a class of its own
 * @param fields what the named parts of those forms mean
 * @param units how it writes units, where that is not their symbol
 * @param commands what else it can be told
 */
public record ScaleProfile(
        String id,
        String name,
        String source,
        String protocol,
        PortSettings port,
        Framing framing,
        Poll poll,
        List<LineForm> lines,
        Map<String, FieldTable> fields,
        Map<String, WeightUnit> units,
        Commands commands) {

    /** Keeps its own copies. */
    public ScaleProfile {
        lines = List.copyOf(lines);
        fields = Map.copyOf(fields);
        units = Map.copyOf(units);
    }

    /** The same scale, asked in another way. */
    public ScaleProfile with(Poll other) {
        return new ScaleProfile(id, name, source, protocol, port, framing, other, lines, fields, units, commands);
    }

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
     * How frames are told apart: by the bytes around them, or, where those may stand inside a frame too, by the forms of
     * the lines themselves.
     *
     * @param byForm true when a frame is whatever one of the profile's lines fits
     * @param whole true when the line hands over whole frames at once, as a stream of reports does
     * @param start the byte that begins a frame, or -1 when there is none
     * @param end the byte that ends it; by form, the byte after which garbage is handed on, or -1
     * @param maxLength the most bytes of a frame; longer ones are garbage
     * @param sevenBit true when the eighth bit is parity and is taken off
     */
    public record Framing(boolean byForm, boolean whole, int start, int end, int maxLength, boolean sevenBit) {
        boolean hasStart() {
            return start >= 0;
        }
    }

    /**
     * How the weight is asked for. One request is outstanding at a time.
     *
     * @param requests the bytes, one character each; where models differ, the next one is tried after a silence. Empty
     *     for a scale that only sends by itself
     * @param interval from an answer to the next request, or about the time between two lines that come by themselves
     * @param answer how long an answer may take; longer than the scale's own time-out
     * @param unasked true when the scale may send by itself: then it is asked only while it does not
     * @param backlog true when the line may hold lines from before it was opened, which are dropped
     * @param keep how long the last weight is shown on without an answer, for a scale that answers a new weight only and
     *     can never be captured; zero for every other
     */
    public record Poll(
            List<String> requests,
            Duration interval,
            Duration answer,
            boolean unasked,
            boolean backlog,
            Duration keep) {
        /** Keeps its own copy. */
        public Poll {
            requests = List.copyOf(requests);
            if (requests.isEmpty() && !unasked) {
                throw new IllegalArgumentException("a scale that is never asked must send by itself");
            }
        }

        /** The same requests in another time. */
        public Poll timed(Duration between, Duration patience) {
            return new Poll(requests, between, patience, unasked, backlog, keep);
        }

        /** The same with another time for which a weight is shown on. */
        public Poll keeping(Duration other) {
            return new Poll(requests, interval, answer, unasked, backlog, other);
        }

        /** True for a scale that answers a new weight only, so that no answer tells nothing. */
        public boolean isNewOnly() {
            return !keep.isZero();
        }
    }

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
