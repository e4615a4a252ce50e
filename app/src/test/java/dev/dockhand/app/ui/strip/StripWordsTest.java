package dev.dockhand.app.ui.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.device.DeviceLamp.Kind;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.PrinterFlag;
import dev.dockhand.station.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StripWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:26:00Z");
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void theSyncLampSaysItInWords() {
        assertThat(StripWords.sync(new SyncStatus(SyncStatus.State.IN_STEP, 0, null, NOW), ENGLISH, NOW))
                .isEqualTo(new Lamp(Level.FINE, "synced"));
        assertThat(StripWords.sync(
                        new SyncStatus(SyncStatus.State.OFFLINE, 14, NOW.minusSeconds(130), NOW), ENGLISH, NOW))
                .isEqualTo(new Lamp(Level.LOOK, "offline · 14 waiting, oldest 2 min"));
        assertThat(StripWords.sync(
                        new SyncStatus(SyncStatus.State.OFFLINE, 3, NOW.minusSeconds(7_300), NOW),
                        Texts.in(Locale.KOREAN),
                        NOW))
                .isEqualTo(new Lamp(Level.LOOK, "오프라인 · 대기 3건, 가장 오래된 것 2시간"));
    }

    @Test
    void everyStateOfTheLinkAndOfADeviceHasWordsAndALevel() {
        for (SyncStatus.State state : SyncStatus.State.values()) {
            assertThat(ENGLISH.has("sync." + state)).isTrue();
        }
        for (ConnectionState state : ConnectionState.values()) {
            assertThat(ENGLISH.has("device.state." + state)).isTrue();
            assertThat(ENGLISH.has("device.todo." + state)).isTrue();
        }
    }

    /** A device that is not plugged in, and every word that a printer has for why it prints nothing. */
    @Test
    void aPrinterThatStandsStillSaysWhy() {
        Texts korean = Texts.in(Locale.KOREAN);
        assertThat(StripWords.state(ConnectionState.BLOCKED, PrintReason.PAPER_OUT, korean))
                .isEqualTo("용지 없음");
        assertThat(StripWords.state(ConnectionState.BLOCKED, PrintReason.HEAD_OPEN, korean))
                .isEqualTo("덮개 열림");
        assertThat(StripWords.state(ConnectionState.BLOCKED, PrintReason.SILENT, korean))
                .isEqualTo("응답 없음");
        assertThat(StripWords.state(ConnectionState.BLOCKED, null, korean)).isEqualTo("응답 없음");
        assertThat(StripWords.state(ConnectionState.LOST, PrintReason.LOST_BEFORE, korean))
                .isEqualTo("끊김");
        for (PrinterFlag flag : PrinterFlag.values()) {
            flag.stops().ifPresent(reason -> {
                for (Texts texts : List.of(ENGLISH, korean)) {
                    assertThat(texts.has("printer.state." + reason)).isTrue();
                    assertThat(texts.has("printer.notice." + reason)).isTrue();
                }
            });
        }
        for (ConnectionState state : ConnectionState.values()) {
            assertThat(korean.of("device.state", state)).isNotEqualTo("막힘");
        }
    }

    @Test
    void aSilentScannerIsFineASilentScaleIsNot() {
        assertThat(StripWords.level(Kind.SCANNER, ConnectionState.SILENT)).isEqualTo(Level.FINE);
        assertThat(StripWords.level(Kind.SCALE, ConnectionState.SILENT)).isEqualTo(Level.LOOK);
        assertThat(StripWords.level(Kind.PRINTER, ConnectionState.BLOCKED)).isEqualTo(Level.BAD);
    }
}
