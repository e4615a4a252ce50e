package dev.dockhand.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;

/** Which room may know which: section 1 of the house plan as ArchUnit rules. */
final class Arrows {

    private Arrows() {}

    static List<ArchRule> of(String rootPackage) {
        return switch (rootPackage) {
            case "dev.dockhand.hardware" -> hardware();
            case "dev.dockhand.model" -> model();
            case "dev.dockhand.station" -> station();
            case "dev.dockhand.server" -> server();
            case "dev.dockhand.app" -> app();
            case "dev.dockhand.rules" -> List.of();
            default -> throw new IllegalArgumentException("no arrows are written for " + rootPackage);
        };
    }

    private static List<ArchRule> hardware() {
        return List.of(
                never("dev.dockhand.hardware..", "hardware knows bytes and devices")
                        .resideInAnyPackage(
                                "dev.dockhand.station..",
                                "dev.dockhand.server..",
                                "dev.dockhand.app..",
                                "javafx..",
                                "java.sql.."),
                noClasses()
                        .that()
                        .resideInAPackage("dev.dockhand.hardware..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("dev.dockhand.model..")
                                .and(not(resideInAnyPackage("dev.dockhand.model.id..", "dev.dockhand.model.field.."))))
                        .because("of the floor's language hardware knows what a field may hold, and no order"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..hardware.scan..", "..hardware.gs1..", "..hardware.scale..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("com.fazecast.jSerialComm.SerialPort")
                        .because("framers and decoders are pure; only the port room touches jSerialComm"));
    }

    private static List<ArchRule> model() {
        return List.of(never("dev.dockhand.model..", "the model knows nobody")
                .resideOutsideOfPackages(
                        "dev.dockhand.model..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "org.bouncycastle.crypto..",
                        "org.apache.commons.csv..",
                        "org.jspecify.annotations.."));
    }

    private static List<ArchRule> station() {
        return List.of(never("dev.dockhand.station..", "the station's memory knows the model only")
                .resideInAnyPackage(
                        "dev.dockhand.server..", "dev.dockhand.hardware..", "dev.dockhand.app..", "javafx.."));
    }

    private static List<ArchRule> server() {
        return List.of(never("dev.dockhand.server..", "the server knows the model only")
                .resideInAnyPackage(
                        "dev.dockhand.station..", "dev.dockhand.hardware..", "dev.dockhand.app..", "javafx.."));
    }

    private static List<ArchRule> app() {
        return List.of(
                never("dev.dockhand.app..", "a station meets the server over HTTP only")
                        .resideInAnyPackage("dev.dockhand.server.."),
                never("dev.dockhand.app.flow..", "a flow is a pure function")
                        .resideInAnyPackage(
                                "javafx..",
                                "java.io..",
                                "java.nio.file..",
                                "java.net..",
                                "java.sql..",
                                "java.util.concurrent..",
                                "dev.dockhand.hardware.port..",
                                "dev.dockhand.hardware.virtual..",
                                "dev.dockhand.station..",
                                "dev.dockhand.app.bench..",
                                "dev.dockhand.app.device..",
                                "dev.dockhand.app.ui..",
                                "dev.dockhand.app.machine..",
                                "dev.dockhand.app.cli.."),
                never("dev.dockhand.app.bench..", "the bench runs without a window")
                        .resideInAnyPackage("javafx..", "dev.dockhand.app.ui.."),
                never("dev.dockhand.app.device..", "devices run without a bench and without a window")
                        .resideInAnyPackage("javafx..", "dev.dockhand.app.bench..", "dev.dockhand.app.ui.."),
                noClasses()
                        .that()
                        .resideInAPackage("dev.dockhand.app.device..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("dev.dockhand.app.flow..").and(not(simpleName("Text"))))
                        .because("devices know no job; of its language they only have the words of a text")
                        .allowEmptyShould(true),
                noClasses()
                        .that(decideAboutScreens())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                        .because("a view-model is tested without a window"));
    }

    /** Views lie beside them, so they are told by what they are. */
    private static DescribedPredicate<JavaClass> decideAboutScreens() {
        return resideInAPackage("dev.dockhand.app..")
                .and(simpleNameEndingWith("ViewModel")
                        .or(simpleNameEndingWith("Words"))
                        .or(simpleNameEndingWith("Shown"))
                        .or(assignableTo("dev.dockhand.app.ui.page.Page"))
                        .or(assignableTo("dev.dockhand.app.ui.devices.Dialogue")))
                .as("decide what a screen shows");
    }

    static List<ArchRule> timeAndChance() {
        String reason = "time and chance come in through interfaces, so that a run can be replayed from a seed";
        return List.of(
                noCall(Instant.class, "now", reason),
                noCall(LocalDate.class, "now", reason),
                noCall(LocalDateTime.class, "now", reason),
                noCall(ZonedDateTime.class, "now", reason),
                noCall(Clock.class, "systemUTC", reason),
                noCall(Clock.class, "systemDefaultZone", reason),
                noCall(UUID.class, "randomUUID", reason),
                noClasses()
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", java.time.Duration.class)
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callConstructor(Random.class)
                        .because(reason));
    }

    static List<ArchRule> zone() {
        String reason =
                "what day it is, is the warehouse's word; the machine's zone is whatever its image was made with";
        return List.of(
                noCall(ZoneId.class, "systemDefault", reason),
                noCall(TimeZone.class, "getDefault", reason),
                noCall(OffsetDateTime.class, "now", reason),
                noCall(LocalTime.class, "now", reason),
                noCall(Calendar.class, "getInstance", reason));
    }

    private static ArchRule noCall(Class<?> owner, String method, String reason) {
        return noClasses().should().callMethod(owner, method).because(reason).allowEmptyShould(true);
    }

    private static Depend never(String from, String reason) {
        return new Depend(from, reason);
    }

    /** One arrow that must not exist. */
    private record Depend(String from, String reason) {
        ArchRule resideInAnyPackage(String... packages) {
            return noClasses()
                    .that()
                    .resideInAPackage(from)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .because(reason)
                    .allowEmptyShould(true);
        }

        ArchRule resideOutsideOfPackages(String... packages) {
            return noClasses()
                    .that()
                    .resideInAPackage(from)
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(packages)
                    .because(reason)
                    .allowEmptyShould(true);
        }
    }
}
