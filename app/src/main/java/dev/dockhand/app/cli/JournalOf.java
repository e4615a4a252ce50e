package dev.dockhand.app.cli;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.Chain;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.Stored;
import dev.dockhand.station.memory.JournalFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What IT does with a station's journal: look whether it is whole, take a copy of its events, end it. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Looks after the record of what was done at this station.",
        subcommands = {JournalOf.Verify.class, JournalOf.Export.class, JournalOf.Seal.class})
final class JournalOf implements Callable<Integer> {

    private static final int AT_ONCE = 1000;
    private static final int BYTES = 4 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        throw new ParameterException(command, "journal needs one of verify, export, seal");
    }

    /** Reads everything and says what is missing. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Reads the whole journal, a line for each enrolment; 1 when anything is missing. Changes nothing.")
    static final class Verify extends Common implements Callable<Integer> {

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            try (JournalFiles files = JournalFiles.open(home.folder())) {
                boolean whole = true;
                for (EventSource journal : files.epochs()) {
                    Chain chain = Chain.of(journal);
                    whole &= chain.lost().isEmpty() && chain.broken() == null;
                    report().print(Report.line()
                            .with("epoch", journal.epoch())
                            .with("first", journal.firstSeq())
                            .with("last", journal.lastSeq())
                            .with("good", chain.good())
                            .with("acknowledged", journal.acked())
                            .with("handedOver", journal.handedOver())
                            .with("waiting", journal.waiting())
                            .with("lost", chain.lost().isEmpty() ? null : String.join(",", chain.lost()))
                            .with("broken", chain.broken()));
                }
                return whole ? DONE : NOT_DONE;
            } catch (MemoryException e) {
                return refuse(NOT_DONE, StartFailure.of(e).english());
            }
        }
    }

    /** Writes the events to a file, for whoever reviews them. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes the events of all enrolments to a new file, one JSON object a line, as gzip.")
    static final class Export extends Common implements Callable<Integer> {

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "FILE", description = "the file to make, such as journal.ndjson.gz")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (JournalFiles files = JournalFiles.open(home.folder())) {
                long written = 0;
                try (OutputStream out = new GZIPOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)))) {
                    for (EventSource journal : files.epochs()) {
                        written += write(journal, out);
                    }
                }
                report().print(Report.line().with("events", written).with("file", file.toString()));
                return DONE;
            } catch (MemoryException e) {
                return refuse(NOT_DONE, StartFailure.of(e).english());
            } catch (IOException e) {
                return refuse(NOT_DONE, "%s cannot be written: %s".formatted(file, FileFault.words(e)));
            }
        }

        private static long write(EventSource journal, OutputStream out) throws MemoryException, IOException {
            long written = 0;
            long next = journal.firstSeq();
            while (next <= journal.lastSeq()) {
                List<Stored> page = journal.read(next, AT_ONCE, BYTES);
                for (Stored event : page) {
                    out.write(event.bytes());
                    out.write('\n');
                }
                written += page.stream().filter(event -> !event.isLost()).count();
                next = page.getLast().seq() + 1;
            }
            return written;
        }
    }

    /** Ends the present enrolment's journal. */
    @Command(
            name = "seal",
            mixinStandardHelpOptions = true,
            description =
                    "Ends the journal of the present enrolment for good. The station works again once it is enrolled"
                            + " anew; what the journal holds is sent then.")
    static final class Seal extends Common implements Callable<Integer> {

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            try {
                report().print(Report.line().with("sealed", JournalFiles.seal(home.folder())));
                return DONE;
            } catch (MemoryException e) {
                return refuse(NOT_DONE, StartFailure.of(e).english());
            }
        }
    }
}
