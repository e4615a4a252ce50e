package dev.dockhand.hardware.port;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import org.jspecify.annotations.Nullable;

/**
 * The queues that {@code javax.print} finds: CUPS or lpstat, or the Windows spooler. PDF and PNG are announced as what they
 * are where the queue takes them; everything else, and PDF elsewhere, goes as raw bytes.
 */
public final class SystemPrintQueues implements PrintQueues {
    /** The JDK hands documents over by this program on Linux; it notices that it is not there when it prints. */
    private static final Path LPR = Path.of("/usr/bin/lpr");

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final @Nullable Path spooler;

    /** The queues of this system. */
    public SystemPrintQueues() {
        this(System.getProperty("os.name").equals("Linux") ? LPR : null);
    }

    /**
     * The same, with a program that must be there.
     *
     * @param spooler the program, absent where none is needed
     */
    SystemPrintQueues(@Nullable Path spooler) {
        this.spooler = spooler;
    }

    @Override
    public List<String> names() throws PortException {
        if (spooler != null && !Files.isExecutable(spooler)) {
            throw new PortException(
                    ConnectionState.ABSENT,
                    "print queues need %s, which is not installed; on Debian: apt install cups-bsd".formatted(spooler));
        }
        return Arrays.stream(services()).map(PrintService::getName).toList();
    }

    private static PrintService[] services() {
        return PrintServiceLookup.lookupPrintServices(null, null);
    }

    @Override
    public void submit(String queue, byte[] document) throws PortException {
        PrintService service = Arrays.stream(services())
                .filter(each -> each.getName().equals(queue))
                .findFirst()
                .orElseThrow(() -> new PortException(ConnectionState.ABSENT, "there is no print queue " + queue));
        try {
            service.createPrintJob().print(new SimpleDoc(document, flavor(service, document), null), null);
        } catch (PrintException e) {
            throw new PortException(ConnectionState.LOST, "the queue %s refused: %s".formatted(queue, e.getMessage()));
        }
    }

    private static DocFlavor flavor(PrintService service, byte[] document) {
        DocFlavor own = begins(document, PDF)
                ? DocFlavor.BYTE_ARRAY.PDF
                : begins(document, PNG) ? DocFlavor.BYTE_ARRAY.PNG : DocFlavor.BYTE_ARRAY.AUTOSENSE;
        return service.isDocFlavorSupported(own) ? own : DocFlavor.BYTE_ARRAY.AUTOSENSE;
    }

    private static boolean begins(byte[] document, byte[] with) {
        return document.length >= with.length && Arrays.equals(document, 0, with.length, with, 0, with.length);
    }
}
