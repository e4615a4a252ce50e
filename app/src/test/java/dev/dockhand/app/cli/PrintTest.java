package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code print} says how far the label came, also when its time is over. */
class PrintTest {

    @TempDir
    private Path folder;

    private Ran print(FarEnd paper, String timeout) throws IOException {
        Path data = Files.writeString(folder.resolve("location.json"), "{\"code\": \"A-01-2\"}");
        return Ran.run(
                "print",
                "--printer",
                paper.address().uri(),
                "--label",
                "location",
                "--data",
                data.toString(),
                "--timeout",
                timeout,
                "--json");
    }

    @Test
    void aLabelOfWhichBytesHaveLeftIsUnknownWhenTheTimeIsOver() throws Exception {
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = new VirtualPrinter(paper, InstantSource.system()).start();
            printer.dials().paperOutInNextLabel();
            Ran ran = print(paper, "4s");
            assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
            assertThat(ran.fields("state")).containsExactly("UNKNOWN");
        }
    }

    @Test
    void aLabelOfWhichNothingHasLeftHasFailedWhenTheTimeIsOver() throws Exception {
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = new VirtualPrinter(paper, InstantSource.system()).start();
            printer.dials().paperOut(true);
            Ran ran = print(paper, "1s");
            assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
            assertThat(ran.fields("state")).containsExactly("FAILED");
            assertThat(printer.labels()).isEmpty();
        }
    }

    @Test
    void whyAPortCannotBeOpenedIsSaid() throws IOException {
        Path data = Files.writeString(folder.resolve("location.json"), "{\"code\": \"A-01-2\"}");
        Ran ran = Ran.run(
                "print",
                "--printer",
                "queue:no-such-queue",
                "--language",
                "pdf",
                "--label",
                "location",
                "--data",
                data.toString(),
                "--json");
        assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
        assertThat(ran.fields("detail")).singleElement().asString().containsAnyOf("cups-bsd", "no print queue");
    }
}
