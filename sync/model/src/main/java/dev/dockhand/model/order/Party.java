package dev.dockhand.model.order;

/**
 * A sender or a recipient. Personal data: shown masked, sent only with a lease, never logged.
 *
 * @param name person or company
 * @param phone as dialled
 * @param postcode postcode
 * @param address one line
 */
public record Party(String name, String phone, String postcode, String address) {

    /** Hides the person. */
    @Override
    public String toString() {
        return "Party[hidden]";
    }
}
