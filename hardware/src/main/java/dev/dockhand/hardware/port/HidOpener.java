package dev.dockhand.hardware.port;

/**
 * Opens USB HID devices through the {@code hidraw} files of Linux, where each read gives one report. The file is looked for
 * at every opening, because it may have another number after plugging in.
 */
public final class HidOpener implements WireOpener {

    private final SysFolder system;
    private final WireOpener files;

    /** Looks at this machine. */
    public HidOpener() {
        this(SysFolder.ofThisMachine());
    }

    HidOpener(SysFolder system) {
        this.system = system;
        this.files = new DeviceFileOpener();
    }

    @Override
    public Wire open(PortAddress address) throws PortException {
        if (!(address instanceof PortAddress.Hid hid)) {
            throw new PortException(ConnectionState.ABSENT, address.uri() + " is not a HID device");
        }
        if (!system.exists()) {
            throw new PortException(
                    ConnectionState.ABSENT,
                    hid.uri() + ": HID devices are opened on Linux only; set the device to USB serial (COM) instead");
        }
        UsbName name = UsbName.parse(hid.name())
                .orElseThrow(() -> new PortException(ConnectionState.ABSENT, hid.uri() + " is not a USB name"));
        return files.open(new PortAddress.DeviceFile(new HidNames(system).file(name)));
    }
}
