package dev.dockhand.app.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.DeviceLamp.Kind;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.station.SyncStatus;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StripWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:26:00Z");
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void theSyncLampSaysItInWords() {
        assertThat(StripWords.sync(new SyncStatus(SyncStatus.State.IN_STEP, 0, null, NOW), ENGLISH, NOW))
                .isEqualTo(new Lamp(Level.FINE, "in step"));
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

    @Test
    void aSilentScannerIsFineASilentScaleIsNot() {
        assertThat(StripWords.level(Kind.SCANNER, ConnectionState.SILENT)).isEqualTo(Level.FINE);
        assertThat(StripWords.level(Kind.SCALE, ConnectionState.SILENT)).isEqualTo(Level.LOOK);
        assertThat(StripWords.level(Kind.PRINTER, ConnectionState.BLOCKED)).isEqualTo(Level.BAD);
    }
}
