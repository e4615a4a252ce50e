package dev.dockhand.rules;

/** The Java runtime that a package brings must not be older than the last security update that we know of. */
public final class RuntimeLevel {

    private RuntimeLevel() {}

    /** Ends with 1 and says why when the runtime that this runs on is older than the version named. */
    public static void main(String[] arguments) {
        String fault = fault(Runtime.version(), Runtime.Version.parse(arguments[0]));
        if (!fault.isEmpty()) {
            System.err.println(fault);
            System.exit(1);
        }
    }

    /** What is wrong with a runtime; empty when nothing is. */
    public static String fault(Runtime.Version runtime, Runtime.Version least) {
        return runtime.compareToIgnoreOptional(least) >= 0
                ? ""
                : "The package would bring Java %s, and the least is %s (runtime.least in pom.xml): install a newer JDK."
                        .formatted(runtime, least);
    }
}
