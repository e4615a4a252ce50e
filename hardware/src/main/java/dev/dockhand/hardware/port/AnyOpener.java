package dev.dockhand.hardware.port;

/** Opens every kind of address with the opener that fits. */
public final class AnyOpener implements WireOpener {

    private final WireOpener serial;
    private final WireOpener tcp;
    private final WireOpener file;

    /** Opens real ports with the usual limits. */
    public AnyOpener() {
        this(new SerialOpener(), new TcpOpener(), new DeviceFileOpener());
    }

    /**
     * Chooses between the given openers.
     *
     * @param serial for serial lines
     * @param tcp for network devices
     * @param file for device files
     */
    public AnyOpener(WireOpener serial, WireOpener tcp, WireOpener file) {
        this.serial = serial;
        this.tcp = tcp;
        this.file = file;
    }

    @Override
    public Wire open(PortAddress address) throws PortException {
        return switch (address) {
            case PortAddress.Serial line -> serial.open(line);
            case PortAddress.Tcp network -> tcp.open(network);
            case PortAddress.DeviceFile device -> file.open(device);
        };
    }
}
