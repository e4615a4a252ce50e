package dev.dockhand.server.access;

/** What the holder of a key is to the server, from all to least. */
public enum Role {
    /** Runs the server: makes companies, and may do everything in each. */
    HOST,
    /** Runs a company: its warehouses, brands and keys. */
    COMPANY,
    /** Runs one warehouse. */
    WAREHOUSE,
    /** Owns goods: sees, announces and orders its own, in whichever warehouse they lie, and nothing else. */
    BRAND
}
