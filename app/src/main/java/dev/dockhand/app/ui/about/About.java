package dev.dockhand.app.ui.about;

/**
 * What the status page tells besides what the bench knows.
 *
 * @param version version of the product
 * @param dataFolder where the station keeps its data
 * @param server address of the server, empty before enrolment
 * @param runtime names and versions of the Java and JavaFX that run it
 */
public record About(String version, String dataFolder, String server, String runtime) {}
