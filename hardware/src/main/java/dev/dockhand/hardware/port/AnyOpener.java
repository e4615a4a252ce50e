package dev.dockhand.hardware.port;

/** Opens every kind of address with the opener that fits. */
public final class AnyOpener implements WireOpener {

    private final WireOpener serial;
    private final WireOpener tcp;
    private final WireOpener file;
    private final WireOpener hid;
    private final WireOpener queue;

    /** Opens real ports with the usual limits. */
    public AnyOpener() {
        this(new SerialOpener(), new TcpOpener(), new DeviceFileOpener(), new HidOpener(), new QueueOpener());
    }

    /**
     * Chooses between the given openers.
     *
     * @param serial for serial lines
     * @param tcp for network devices
     * @param file for device files
     * @param hid for USB HID devices
     * @param queue for print queues of the system
     */
    public AnyOpener(WireOpener serial, WireOpener tcp, WireOpener file, WireOpener hid, WireOpener queue) {
        this.serial = serial;
        this.tcp = tcp;
        this.file = file;
        this.hid = hid;
        this.queue = queue;
    }

    @Override
    public Wire open(PortAddress address) throws PortException {
        return switch (address) {
            case PortAddress.Serial line -> serial.open(line);
            case PortAddress.Tcp network -> tcp.open(network);
            case PortAddress.DeviceFile device -> file.open(device);
            case PortAddress.Hid device -> hid.open(device);
            case PortAddress.Queue printer -> queue.open(printer);
        };
    }
}
