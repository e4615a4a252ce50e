package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.CutOff;
import dev.dockhand.app.bench.DeviceLamp;
import dev.dockhand.app.bench.LiveWeight;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Screen.Counter;
import dev.dockhand.app.flow.Screen.ItemCard;
import dev.dockhand.app.flow.Screen.Option;
import dev.dockhand.app.flow.Screen.Row;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.OwnerId;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.station.SyncStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words, items, devices and a bench around them, that sample screens are made of. */
abstract class SampleParts {

    static final Instant NOW = Instant.parse("2026-11-23T06:26:00Z");

    final Map<String, BenchView> views = new LinkedHashMap<>();
    private final boolean korean;
    private long number;

    SampleParts(Locale language) {
        korean = language.getLanguage().equals("ko");
    }

    final void put(String name, Screen screen, Verdict verdict) {
        view(name, screen, verdict, false, inStep(), lamps(), List.of());
    }

    final void view(
            String name,
            Screen screen,
            Verdict verdict,
            boolean mustAnswer,
            SyncStatus sync,
            List<DeviceLamp> lamps,
            List<Text> notices) {
        boolean signedIn = screen.flow() != FlowId.SIGN_IN;
        views.put(
                name,
                new BenchView(
                        screen,
                        verdict,
                        ++number,
                        mustAnswer,
                        signedIn ? words("김민지", "Minji Kim") : null,
                        words("스테이션 04", "Station 04"),
                        screen.flow(),
                        sync,
                        lamps,
                        new LiveWeight(new BigDecimal("654"), "g", "STABLE"),
                        signedIn && screen.flow() != FlowId.MENU,
                        notices,
                        signedIn ? new CutOff("CJ", NOW.plusSeconds(34 * 60), 41) : null));
    }

    final List<Row> rows() {
        return List.of(
                row(Row.State.DONE, "수분크림 50ml", "Moisture cream 50 ml", 1, 1),
                row(Row.State.CURRENT, "토너 패드 70매", "Toner pads 70", 2, 3),
                row(
                        Row.State.SHORT,
                        "클렌징 오일 200ml 리필 파우치 (신형)",
                        "Cleansing oil 200 ml refill pouch (new design)",
                        0,
                        1),
                row(Row.State.OPEN, "선크림 SPF50+ PA++++", "Sun cream SPF50+ PA++++", 0, 1));
    }

    final ItemCard toner() {
        return new ItemCard(
                item("TP-070", "토너 패드 70매", "Toner pads 70", words("흰 뚜껑", "white cap")),
                null,
                List.of(say("로트 2611A", "lot 2611A")));
    }

    static Item item(String sku, String ko, String en, String note) {
        return new Item(
                new Sku(sku), new OwnerId("COSMO"), ko, en, List.of("08801234567893"), true, true, Grams.of(180), note);
    }

    final Row row(Row.State state, String ko, String en, int done, int of) {
        return new Row(state, say(ko, en), counter(done, of));
    }

    final Option option(String id, String ko, String en, String detailKo, String detailEn) {
        return new Option(id, say(ko, en), detailKo.isEmpty() ? null : say(detailKo, detailEn));
    }

    static Counter counter(int done, int of) {
        return new Counter(Quantity.of(done), Quantity.of(of));
    }

    final Text say(String ko, String en) {
        return Text.of("plain", words(ko, en));
    }

    final String words(String ko, String en) {
        return korean ? ko : en;
    }

    static SyncStatus inStep() {
        return new SyncStatus(SyncStatus.State.IN_STEP, 0, null, NOW);
    }

    static SyncStatus offline() {
        return new SyncStatus(SyncStatus.State.OFFLINE, 14, NOW.minusSeconds(130), NOW.minusSeconds(140));
    }

    static List<DeviceLamp> lamps() {
        return List.of(
                new DeviceLamp(DeviceLamp.Kind.SCANNER, "scanner", ConnectionState.OK),
                new DeviceLamp(DeviceLamp.Kind.SCALE, "scale", ConnectionState.OK),
                new DeviceLamp(DeviceLamp.Kind.PRINTER, "printer", ConnectionState.OK));
    }

    static List<DeviceLamp> badLamps() {
        return List.of(
                new DeviceLamp(DeviceLamp.Kind.SCANNER, "scanner", ConnectionState.OK),
                new DeviceLamp(DeviceLamp.Kind.SCALE, "scale", ConnectionState.OK),
                new DeviceLamp(DeviceLamp.Kind.PRINTER, "printer", ConnectionState.BLOCKED));
    }
}
