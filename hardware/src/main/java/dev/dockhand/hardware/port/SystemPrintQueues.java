package dev.dockhand.hardware.port;

import java.util.Arrays;
import java.util.List;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;

/**
 * The queues that {@code javax.print} finds: CUPS or lpstat, or the Windows spooler. PDF and PNG are announced as what they
 * are where the queue takes them; everything else, and PDF elsewhere, goes as raw bytes.
 */
public final class SystemPrintQueues implements PrintQueues {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @Override
    public List<String> names() {
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
