package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.OperatorId;

/**
 * A person who works on the floor.
 *
 * @param id key
 * @param name as shown in the status strip
 * @param badge text of the badge's barcode
 * @param pinHash Argon2id hash of the PIN, see {@link PinHash}, so that sign-in works offline; never the PIN itself
 * @param role what the person may do
 * @param active whether the person may sign in
 */
public record Operator(OperatorId id, String name, String badge, String pinHash, Role role, boolean active) {

    /** What a person may do. */
    public enum Role {
        /** Receives, picks and packs. */
        PICKER(4),
        /** Also settles exceptions, breaks leases and sets devices up. */
        SUPERVISOR(6),
        /** A role that came later than this version: may do what everybody may. */
        UNKNOWN(4);

        private final int leastDigits;

        Role(int leastDigits) {
            this.leastDigits = leastDigits;
        }

        /** How many digits a PIN of this role has at least. */
        public int leastDigits() {
            return leastDigits;
        }
    }

    /** The person as stations are told: who may not sign in has no hash there. */
    public Operator forStations() {
        return active ? this : new Operator(id, name, badge, "", role, false);
    }

    /** Leaves the hash out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "Operator[" + id + ", " + role + "]";
    }
}
