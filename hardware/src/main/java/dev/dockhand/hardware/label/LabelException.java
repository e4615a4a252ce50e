package dev.dockhand.hardware.label;

/** A label cannot be made of this data, or a template is wrong. Nothing was printed. */
public final class LabelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * A refusal that names its cause.
     *
     * @param field the field that is wrong, as a path like {@code recipient.name}; empty when it is not one field
     * @param message what is wrong with it, without the content
     */
    public LabelException(String field, String message) {
        super(field.isEmpty() ? message : field + ": " + message);
        this.field = field;
    }

    /** The field that is wrong, as a path; empty when it is not one field. */
    public String field() {
        return field;
    }
}
