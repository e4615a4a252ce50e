package dev.dockhand.server.release;

/** What somebody wants of an order does not go with how it stands. */
public final class OrderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN = "NOT_FOUND";

    private final String code;

    OrderRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    static OrderRefusedException unknown(Object thing) {
        return new OrderRefusedException(UNKNOWN, "there is no " + thing);
    }

    /** Why, in one word for programs. */
    public String code() {
        return code;
    }

    /** Whether there is no such thing. */
    public boolean isUnknown() {
        return code.equals(UNKNOWN);
    }
}
