package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.OperatorId;

/**
 * A person who works on the floor.
 *
 * @param id key
 * @param name as shown in the status strip
 * @param badge text of the badge's barcode
 * @param pinHash Argon2id hash of the PIN in PHC text form, so that sign-in works offline; never the PIN itself
 * @param role what the person may do
 * @param active whether the person may sign in
 */
public record Operator(OperatorId id, String name, String badge, String pinHash, Role role, boolean active) {

    /** What a person may do. */
    public enum Role {
        /** Receives, picks and packs. */
        PICKER,
        /** Also settles exceptions, breaks leases and sets devices up. */
        SUPERVISOR
    }

    /** Leaves the hash out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "Operator[" + id + ", " + role + "]";
    }
}
