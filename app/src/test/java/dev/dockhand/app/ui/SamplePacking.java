package dev.dockhand.app.ui;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Views of the packing bench, the good ones and the red ones. */
abstract class SamplePacking extends SampleParts {

    SamplePacking(Locale language) {
        super(language);
    }

    final void packing() {
        Screen scan = Screen.of(
                        FlowId.PACKING,
                        "packing.scan-item",
                        say("다음 상품을 스캔하세요", "Scan the next item"),
                        Command.QUANTITY,
                        Command.PROBLEM,
                        Command.PRINT_AGAIN,
                        Command.FINISH)
                .withItem(toner(), counter(2, 3))
                .withRows(rows(), List.of(say("2호 박스 · 예상 655 g 중 412 g", "box 2 · 412 g of 655 g")));
        put("packing-scan", scan, Verdict.good("plain", words("토너 패드 70매 · 2/3", "Toner pads 70 · 2 of 3")));
        put(
                "packing-weigh",
                Screen.of(
                                FlowId.PACKING,
                                "packing.weigh",
                                say("상자를 저울에 올리세요", "Put the parcel on the scale"),
                                Command.PROBLEM)
                        .withHint(say(
                                "안정되면 자동으로 라벨이 출력됩니다", "The label prints by itself as soon as the weight is stable"))
                        .withScale()
                        .withRows(rows(), List.of(say("예상 655 g ± 33 g", "expected 655 g ± 33 g"))),
                Verdict.done("plain", words("모든 상품 확인. 이제 무게", "Every item is checked. Now the weight")));
        put(
                "packing-label",
                Screen.of(
                                FlowId.PACKING,
                                "packing.scan-label",
                                say("상자에 붙인 송장을 스캔하세요", "Stick the label on the box and scan it"),
                                Command.PRINT_AGAIN,
                                Command.PROBLEM)
                        .withHint(say("CJ 6012 3456 7890", "CJ 6012 3456 7890"))
                        .withRows(rows(), List.of(say("654 g · 예상 655 g", "654 g · expected 655 g"))),
                Verdict.done("plain", words("송장 출력됨", "The label was printed")));
        put(
                "packing-confirm",
                Screen.of(
                                FlowId.PACKING,
                                "packing.short",
                                say("토너 패드 1개 없이 포장을 끝낼까요?", "Finish the parcel without 1 Toner pads 70?"),
                                Command.CONFIRM,
                                Command.BACK)
                        .withHint(say(
                                "남은 수량은 결품으로 기록되고 관리자에게 알려집니다",
                                "The rest is recorded as short and a supervisor is told"))
                        .withItem(toner(), counter(2, 3)),
                Verdict.warn("plain", words("1개 부족", "1 is missing")));
        view(
                "packing-offline",
                scan,
                Verdict.good("plain", words("토너 패드 70매 · 2/3", "Toner pads 70 · 2 of 3")),
                false,
                offline(),
                badLamps(),
                List.of(say("디스크 공간이 410 MiB만 남았습니다. IT에 알리세요.", "Only 410 MiB are left on the disk. Tell IT.")));
    }

    /** Units that were picked and are missing or damaged at the bench. */
    final void shortAtTheBench() {
        List<Text> tote = List.of(say("토트 T-0417", "tote T-0417"));
        put(
                "packing-problem-item",
                Screen.of(FlowId.PACKING, "packing.problem", Text.of("packing.problem"), Command.BACK)
                        .withHint(Text.of("packing.problem.hint"))
                        .withRows(rows(), tote)
                        .withOptions(List.of(
                                inTote("TP-070", say("토너 패드 70매", "Toner pads 70"), 2),
                                inTote("SC-050", say("선크림 SPF50 50ml", "Sun cream SPF50 50 ml"), 3))),
                Verdict.note("packing.which-problem"));
        put(
                "packing-problem-quantity",
                Screen.of(FlowId.PACKING, "packing.lost-quantity", Text.of("packing.lost-quantity"), Command.BACK)
                        .withHint(Text.of("packing.lost-quantity.hint", 2))
                        .withRows(rows(), tote)
                        .withItem(toner(), null)
                        .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.units"))),
                Verdict.note("packing.enter-lost", Quantity.of(2)));
        put(
                "packing-problem",
                Screen.of(
                                FlowId.PACKING,
                                "packing.lost-reason",
                                Text.of("packing.lost-reason", Quantity.of(2), toner().item()),
                                Command.QUANTITY,
                                Command.BACK)
                        .withHint(Text.of("packing.lost-reason.hint"))
                        .withRows(rows(), tote)
                        .withOptions(List.of(
                                lost("NOT_IN_TOTE", "MISSING"),
                                lost("OTHER_ITEM", "MISSING"),
                                lost("BROKEN", "DAMAGED"),
                                lost("LEAKING", "DAMAGED"),
                                lost("UNSIGHTLY", "DAMAGED"),
                                lost("EXPIRED", "DAMAGED"))),
                Verdict.note("packing.what-is-wrong", Quantity.of(2), toner().item()));
        put(
                "packing-problem-shelf",
                Screen.of(
                                FlowId.PACKING,
                                "packing.problem-shelf",
                                Text.of("packing.problem-shelf", new ToteCode("T-0417")),
                                Command.CONFIRM,
                                Command.PROBLEM)
                        .withHint(Text.of("packing.problem-shelf.broken", new LocationCode("D-01")))
                        .withRows(rows(), tote),
                Verdict.done("packing.short-at-bench", new OrderNumber("O-2611-0042"), Quantity.of(2), toner().item()));
    }

    private static Screen.Option inTote(String sku, Text item, int units) {
        return new Screen.Option(sku, item, Text.of("packing.left-in-tote", Quantity.of(units)));
    }

    private static Screen.Option lost(String reason, String fault) {
        return new Screen.Option(reason, Text.of("packing.lost." + reason), Text.of("packing.lost." + fault));
    }

    final void trouble() {
        Screen scan = views.get("packing-scan").screen();
        view(
                "stop-wrong-item",
                scan,
                Verdict.stop(
                        "plain",
                        words(
                                "이 상자의 상품이 아닙니다: 비타민 세럼 30ml (VS-030). 상자에 넣지 말고 반납 바구니에 두세요. 세트 구성이 바뀌었다면 관리자만 바꿀 수"
                                        + " 있습니다.",
                                "This is not in the parcel: Vitamin serum 30 ml (VS-030). Do not pack it, put it into"
                                        + " the put-back tray. Only a supervisor can change the order.")),
                true,
                inStep(),
                lamps(),
                List.of());
        view(
                "stop-expired",
                scan,
                Verdict.stop("packing.expired", toner().item(), LocalDate.of(2026, 11, 22)),
                true,
                inStep(),
                lamps(),
                List.of());
        view(
                "alarm-cancelled",
                scan,
                new Verdict(
                        Verdict.Tone.ALARM,
                        Text.of(
                                "plain",
                                words(
                                        "주문 20261123-0042가 방금 취소되었습니다. 라벨은 출력되지 않습니다. 상품을 모두 꺼내 반납 바구니에 두세요.",
                                        "Order 20261123-0042 was cancelled just now. No label is printed. Take every"
                                                + " item out and put it into the put-back tray."))),
                true,
                inStep(),
                lamps(),
                List.of());
    }
}
