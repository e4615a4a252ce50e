package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A sample as the worst day shows it: names as long as shops give them, 50 lines, 99,999 units. */
final class Longest {

    static final int LINES = 50;
    private static final Quantity MOST = Quantity.of(99_999);
    private static final String KO = "[1+1 기획] 레드 블레미쉬 클리어 수딩 크림 70ml 대용량 더블 기획세트 (본품 70ml+리필 70ml+미니 30ml 증정) ";
    private static final String EN =
            "[1+1 Special] Red Blemish Clear Soothing Cream 70 ml Jumbo Double Set (full size 70 ml + refill + travel"
                    + " size) ";

    private Longest() {}

    static BenchView of(BenchView view) {
        Verdict verdict = view.verdict();
        return new BenchView(
                of(view.screen()),
                verdict == null ? null : new Verdict(verdict.tone(), of(verdict.text())),
                view.verdictNumber(),
                view.mustAnswer(),
                view.operatorName() == null ? null : "Maximiliane Oberstetter-Lindholm",
                "이천 풀필먼트센터 2층 포장 12",
                view.flow(),
                view.sync(),
                view.devices(),
                view.weight(),
                view.canUndo(),
                view.devicesUntil(),
                view.notices(),
                view.cutOff());
    }

    private static Screen of(Screen screen) {
        Screen.ItemCard card = screen.item();
        String place = card == null ? null : card.place();
        return new Screen(
                screen.flow(),
                screen.step(),
                of(screen.instruction()),
                text(screen.hint()),
                card == null
                        ? null
                        : new Screen.ItemCard(
                                of(card.item()),
                                place == null ? null : "W1-3F-B12-04-03-L",
                                card.facts().stream().map(Longest::of).toList()),
                of(screen.counter()),
                rows(screen.rows()),
                screen.summary().stream().map(Longest::of).toList(),
                screen.keypad(),
                screen.options().stream()
                        .map(option -> new Screen.Option(option.id(), of(option.label()), text(option.detail())))
                        .toList(),
                screen.scale(),
                screen.counting(),
                screen.forGood(),
                screen.commands());
    }

    private static List<Screen.Row> rows(List<Screen.Row> rows) {
        List<Screen.Row> many = new ArrayList<>();
        for (int i = 0; !rows.isEmpty() && i < LINES; i++) {
            Screen.Row row = rows.get(i % rows.size());
            Screen.Row.State state = i < rows.size() ? row.state() : Screen.Row.State.OPEN;
            many.add(new Screen.Row(state, of(row.label()), of(row.count())));
        }
        return many;
    }

    private static Screen.@Nullable Counter of(Screen.@Nullable Counter counter) {
        return counter == null ? null : new Screen.Counter(Quantity.of(99_998), MOST);
    }

    private static @Nullable Text text(@Nullable Text text) {
        return text == null ? null : of(text);
    }

    private static Text of(Text text) {
        return new Text(
                text.key(), text.arguments().stream().map(Longest::argument).toList());
    }

    private static Object argument(Object argument) {
        return switch (argument) {
            case Item item -> of(item);
            case Text text -> of(text);
            case Quantity quantity -> MOST;
            case Grams grams -> Grams.of(99_999);
            case LocationCode location -> new LocationCode("W1-3F-B12-04-03-L");
            case ToteCode tote -> new ToteCode("TOTE-B2-000417");
            case OrderId order -> new OrderId("b/2026112399999-0000041");
            default -> argument;
        };
    }

    private static Item of(Item item) {
        return new Item(
                new ItemId("b/RBCSC-070-DBL-2026SS-KR-" + item.id()),
                KO + item.name(Locale.KOREAN),
                EN + item.name(Locale.ENGLISH),
                item.barcodes(),
                item.lotTracked(),
                item.expiryTracked(),
                item.unitWeight(),
                "유리병 주의, 뚜껑이 위로 오게 담고 완충재 두 겹. This way up, glass",
                item.picture());
    }
}
