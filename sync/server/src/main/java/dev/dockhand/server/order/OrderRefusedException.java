package dev.dockhand.server.order;

/** What somebody wants of an order does not go with how it stands. */
public final class OrderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN = "NOT_FOUND";

    private final String code;

    /**
     * Says why.
     *
     * @param code the reason, in one word for programs
     * @param message the same in plain English
     */
    public OrderRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** There is no such thing. */
    public static OrderRefusedException unknown(Object thing) {
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
