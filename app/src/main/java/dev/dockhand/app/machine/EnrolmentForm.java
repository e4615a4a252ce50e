package dev.dockhand.app.machine;

import java.util.Optional;

/**
 * What a machine is enrolled with, as somebody typed, scanned or preset it. A part that is missing is empty.
 *
 * @param server address of the server
 * @param code the one-time code that a supervisor made for the name
 * @param station name that the station shall have
 */
public record EnrolmentForm(String server, String code, String station) {

    /** Nothing yet. */
    public static final EnrolmentForm EMPTY = new EnrolmentForm("", "", "");

    /** Whether nothing is missing. */
    public boolean isComplete() {
        return !server.isBlank() && !code.isBlank() && !station.isBlank();
    }

    static EnrolmentForm of(MachineSettings settings) {
        return new EnrolmentForm(
                set(settings, MachineSettings.SERVER),
                set(settings, MachineSettings.CODE),
                set(settings, MachineSettings.STATION));
    }

    private static String set(MachineSettings settings, String key) {
        Optional<String> value = settings.get(key);
        return value.orElse("");
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "EnrolmentForm[" + station + " at " + server + "]";
    }
}
