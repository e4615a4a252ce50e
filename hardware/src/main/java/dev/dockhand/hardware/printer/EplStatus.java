package dev.dockhand.hardware.printer;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ^ee} (Zebra, EPL Programming Guide, p. 92): {@code 00}, or two-digit error codes with commas between them, then CR
 * LF. It tells neither that it prints nor that it has printed, so no answer proves more than that the bytes were taken. On a
 * serial line the printer sends XOFF on an error and XON after it. That code 12 is a pause is from memory.
 */
final class EplStatus implements StatusTalk {
    private static final byte[] QUESTION = "^ee\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public byte[] question() {
        return QUESTION.clone();
    }

    @Override
    public int filler() {
        return '\n';
    }

    @Override
    public boolean reprints() {
        return false;
    }

    @Override
    public boolean tellsBusy() {
        return false;
    }

    @Override
    public StatusReader reader() {
        return new Reader();
    }

    private static final class Reader implements StatusReader {
        private static final int XON = 0x11;
        private static final int XOFF = 0x13;
        private static final int LONGEST = 128;
        private final StringBuilder line = new StringBuilder();
        private boolean whole;
        private boolean held;

        @Override
        public void accept(byte[] bytes) {
            for (byte b : bytes) {
                switch (b) {
                    case XON -> held = false;
                    case XOFF -> held = true;
                    case '\r', '\n' -> whole |= !line.isEmpty();
                    default -> {
                        if (line.length() < LONGEST) {
                            line.append((char) (b & 0xFF));
                        }
                    }
                }
            }
        }

        @Override
        public boolean whole() {
            return whole;
        }

        @Override
        public Optional<PrinterStatus> status() {
            String answer = line.toString().strip();
            if (!whole || !answer.matches("[0-9]{2}(,[0-9]{2})*")) {
                return Optional.empty();
            }
            Set<PrinterFlag> flags = EnumSet.noneOf(PrinterFlag.class);
            for (String code : answer.split(",")) {
                flag(code).ifPresent(flags::add);
            }
            return Optional.of(PrinterStatus.uncounted(flags));
        }

        private static Optional<PrinterFlag> flag(String code) {
            return switch (code) {
                case "00" -> Optional.empty();
                case "07" -> Optional.of(PrinterFlag.PAPER_OUT);
                case "11" -> Optional.of(PrinterFlag.HEAD_OPEN);
                case "12" -> Optional.of(PrinterFlag.PAUSED);
                case "13" -> Optional.of(PrinterFlag.LABEL_WAITING);
                default -> Optional.of(PrinterFlag.ERROR);
            };
        }

        @Override
        public boolean held() {
            return held;
        }

        @Override
        public void reset() {
            line.setLength(0);
            whole = false;
        }
    }
}
