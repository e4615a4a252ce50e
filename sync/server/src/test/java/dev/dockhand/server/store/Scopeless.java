package dev.dockhand.server.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * A way to PostgreSQL on which every statement forgets whose rows it is about: what it compares with company, warehouse and
 * brand holds for all. What is still kept apart there, the database alone keeps apart.
 */
public final class Scopeless implements Driver {

    private static final String MARK = "ApplicationName=scopeless";
    private static final Driver POSTGRES = new org.postgresql.Driver();
    private static final Set<String> CHANGED = ConcurrentHashMap.newKeySet();

    /** The same database by this way. */
    public static DatabaseAddress to(DatabaseAddress address) throws SQLException {
        Driver usual = DriverManager.getDriver(address.url());
        if (!(usual instanceof Scopeless)) {
            // The first one that takes an address is used.
            DriverManager.deregisterDriver(usual);
            DriverManager.registerDriver(new Scopeless());
            DriverManager.registerDriver(usual);
        }
        return new DatabaseAddress(
                address.url() + (address.url().contains("?") ? "&" : "?") + MARK, address.user(), address.password());
    }

    /** How many statements were changed so far. */
    public static int changed() {
        return CHANGED.size();
    }

    private static String forgetful(String sql) {
        String changed = sql.replaceAll("(?:\\w+\\.)?(?:company|warehouse) = \\?", "($0 OR TRUE)")
                .replace("(? = '' OR starts_with(", "(? IS NOT NULL OR starts_with(")
                .replace("(? = '' OR brand = ", "(? IS NOT NULL OR brand = ");
        if (!changed.equals(sql)) {
            CHANGED.add(sql);
        }
        return changed;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection connection = POSTGRES.connect(url, info);
        return (Connection) Proxy.newProxyInstance(
                Scopeless.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                    if (method.getName().equals("prepareStatement")) {
                        given[0] = forgetful((String) given[0]);
                    }
                    try {
                        return method.invoke(connection, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.contains(MARK);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Scopeless.class.getName());
    }
}
