package dev.dockhand.hardware.printer;

import java.nio.charset.StandardCharsets;

/** {@code ~HS} and {@code ~JX} (ZPL II Programming Guide). Labels that were interrupted are printed again ({@code ^JZ}). */
final class ZplStatus implements StatusTalk {
    private static final byte[] HOST_STATUS = "~HS\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CANCEL_PARTIAL = "~JX\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public byte[] question() {
        return HOST_STATUS.clone();
    }

    @Override
    public byte[] cancelPartial() {
        return CANCEL_PARTIAL.clone();
    }

    @Override
    public boolean reprints() {
        return true;
    }

    @Override
    public StatusReader reader() {
        return new HostStatusReader();
    }
}
