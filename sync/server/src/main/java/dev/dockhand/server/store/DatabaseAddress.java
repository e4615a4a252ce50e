package dev.dockhand.server.store;

/**
 * Where the database is and who we are there.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/name}
 * @param user role
 * @param password its password; empty for none
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
