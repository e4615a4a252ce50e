package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Screen.ItemCard;
import dev.dockhand.app.flow.Screen.Keypad;
import dev.dockhand.app.flow.Screen.Option;
import dev.dockhand.app.flow.Screen.Row;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Views as a bench gives them on a working day, in the words of one language. */
public final class SampleScreens extends SamplePacking {

    private SampleScreens(Locale language) {
        super(language);
    }

    /** Views by name. */
    public static Map<String, BenchView> in(Locale language) {
        SampleScreens samples = new SampleScreens(language);
        samples.signIn();
        samples.menu();
        samples.receiving();
        samples.putaway();
        samples.picking();
        samples.packing();
        samples.shortAtTheBench();
        samples.trouble();
        return samples.views;
    }

    private void signIn() {
        put(
                "sign-in",
                Screen.of(FlowId.SIGN_IN, "signin.badge", say("사원증을 스캔하세요", "Scan your badge"))
                        .withHint(say("또는 사원 번호를 입력하세요", "Or enter the badge number"))
                        .withKeypad(new Keypad(Keypad.Kind.CODE, null)),
                null);
        put(
                "sign-in-pin",
                Screen.of(
                                FlowId.SIGN_IN,
                                "signin.pin",
                                say("김민지 님, PIN을 입력하세요", "Enter your PIN, Minji Kim"),
                                Command.BACK)
                        .withHint(say("본인이 아니면 사원증을 스캔하거나 뒤로를 누르세요", "Not you? Scan your own badge, or press Back"))
                        .withKeypad(new Keypad(Keypad.Kind.PIN, null)),
                Verdict.note("plain", words("안녕하세요, 김민지 님", "Hello, Minji Kim")));
    }

    private void menu() {
        put(
                "menu",
                Screen.of(FlowId.MENU, "menu.choose", say("작업을 선택하세요", "Choose your job"), Command.SIGN_OUT)
                        .withHint(say("입고 예정서, 라이선스 플레이트, 토트를 스캔해도 됩니다", "Or scan a notice, a license plate or a tote"))
                        .withOptions(List.of(
                                option("RECEIVING", "입고", "Receiving", "입고 예정 3건", "3 notices open"),
                                option("PUTAWAY", "적치", "Putaway", "대기 중인 플레이트 5개", "5 plates waiting"),
                                option("PICKING", "피킹", "Picking", "피킹할 주문 18건", "18 orders to pick"),
                                option("PACKING", "검품·포장", "Packing", "포장할 주문 41건", "41 orders to pack"))),
                Verdict.good("plain", words("로그인: 김민지", "Signed in: Minji Kim")));
        List<Option> many = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            many.add(option(
                    "ASN-" + i,
                    "ASN-2611-00" + (10 + i),
                    "ASN-2611-00" + (10 + i),
                    "브랜드 " + i + " · " + (3 + i) + "품목",
                    "Brand " + i + " · " + (3 + i) + " items"));
        }
        put(
                "receiving-choose",
                Screen.of(
                                FlowId.RECEIVING,
                                "receiving.choose",
                                say("입고 예정서를 스캔하거나 고르세요", "Scan or choose a notice"),
                                Command.MENU)
                        .withOptions(many),
                Verdict.note("plain", words("입고", "Receiving")));
    }

    private void receiving() {
        put(
                "receiving-scan",
                Screen.of(
                                FlowId.RECEIVING,
                                "receiving.scan-item",
                                say("다음 상품을 스캔하세요", "Scan the next item"),
                                Command.PROBLEM,
                                Command.FINISH)
                        .withHint(say("ASN-2611-0012 · 코스모코스", "ASN-2611-0012 · Cosmocos"))
                        .withRows(rows(), List.of(say("플레이트 미지정", "no plate yet"))),
                null);
        put(
                "receiving-quantity",
                Screen.of(FlowId.RECEIVING, "receiving.quantity", say("몇 개입니까?", "How many are there?"), Command.BACK)
                        .withHint(say("예정 120개", "120 are announced"))
                        .withItem(toner(), null)
                        .withKeypad(new Keypad(Keypad.Kind.NUMBER, say("개", "pcs"))),
                Verdict.good("plain", words("토너 패드 70매", "Toner pads 70")));
        put(
                "receiving-expiry",
                Screen.of(
                                FlowId.RECEIVING,
                                "receiving.expiry",
                                say("유통기한을 입력하세요", "Enter the expiry date"),
                                Command.BACK)
                        .withItem(toner(), null)
                        .withKeypad(new Keypad(Keypad.Kind.DATE, null)),
                Verdict.note("plain", words("유통기한이 필요합니다", "The expiry date is needed")));
        put(
                "receiving-problem",
                Screen.of(FlowId.RECEIVING, "receiving.problem", say("무엇이 잘못되었습니까?", "What is wrong?"), Command.BACK)
                        .withItem(toner(), null)
                        .withOptions(List.of(
                                option("DAMAGED", "파손", "Damaged", "", ""),
                                option("SHORT", "부족", "Short", "", ""),
                                option("OVER", "초과", "Over", "", ""),
                                option("WRONG", "다른 상품", "Another item", "", ""),
                                option("LABEL", "바코드 없음", "No barcode", "", ""))),
                Verdict.warn(
                        "plain",
                        words(
                                "모르는 바코드 8809012345674. 반영되지 않았습니다. 다른 바코드를 스캔하세요",
                                "Unknown barcode 8809012345674. Nothing counted. Scan another barcode on it")));
    }

    private void putaway() {
        put(
                "putaway-place",
                Screen.of(
                                FlowId.PUTAWAY,
                                "putaway.scan-place",
                                say("로케이션으로 옮겨 스캔하세요", "Put it away and scan the location"),
                                Command.PROBLEM,
                                Command.BACK)
                        .withHint(say("비슷한 상품이 이미 있는 자리", "The place holds this item already"))
                        .withItem(
                                new ItemCard(
                                        item("TP-070", "토너 패드 70매", "Toner pads 70", "흰 뚜껑"),
                                        "A-03-2-1",
                                        List.of(
                                                say("로트 2611A", "lot 2611A"),
                                                say("유통기한 2028-05-31", "expiry 2028-05-31"))),
                                counter(0, 48))
                        .withRows(
                                List.of(row(Row.State.CURRENT, "00088012345678901234", "00088012345678901234", 0, 48)),
                                List.of(say("다른 자리: A-03-2-2, B-01-1-4", "other places: A-03-2-2, B-01-1-4"))),
                Verdict.good("plain", words("라이선스 플레이트 …1234", "License plate …1234")));
    }

    private void picking() {
        put(
                "picking-place",
                Screen.of(
                                FlowId.PICKING,
                                "picking.scan-location",
                                say("로케이션으로 가서 스캔하세요", "Go to the location and scan it"),
                                Command.PROBLEM,
                                Command.BACK)
                        .withItem(
                                new ItemCard(
                                        item(
                                                "SC-050",
                                                "선크림 SPF50+ PA++++ 50ml 기획세트",
                                                "Sun cream SPF50+ PA++++ 50 ml gift set",
                                                "노란 상자"),
                                        "B-12-4-3",
                                        List.of(say("로트 2605C", "lot 2605C"))),
                                counter(0, 2))
                        .withRows(rows(), List.of(say("토트 T-0417", "tote T-0417"))),
                Verdict.done("plain", words("라인 완료: 수분크림 50ml", "Line complete: Moisture cream 50 ml")));
        put(
                "picking-problem",
                Screen.of(FlowId.PICKING, "picking.problem", Text.of("picking.problem", Quantity.of(2)), Command.BACK)
                        .withHint(Text.of("picking.problem.hint"))
                        .withRows(rows(), List.of(say("토트 T-0417", "tote T-0417")))
                        .withOptions(Stream.of("NOT_FOUND", "TOO_FEW", "DAMAGED", "EXPIRED", "WRONG_STOCK", "NO_ACCESS")
                                .map(reason -> new Option(reason, Text.of("picking.reason." + reason), null))
                                .toList()),
                new Verdict(Verdict.Tone.NOTE, Text.of("picking.what-is-wrong")));
        put(
                "picking-elsewhere",
                Screen.of(
                                FlowId.PICKING,
                                "picking.elsewhere",
                                Text.of("picking.elsewhere", Quantity.of(2)),
                                Command.BACK)
                        .withHint(Text.of("picking.elsewhere.hint"))
                        .withRows(rows(), List.of(say("토트 T-0417", "tote T-0417")))
                        .withOptions(List.of(
                                elsewhere("B-12-4-1", 24),
                                elsewhere("C-02-1-3", 6),
                                new Option("NO", Text.of("picking.elsewhere.NO"), null))),
                new Verdict(Verdict.Tone.NOTE, Text.of("picking.also-elsewhere")));
        List<Row> many = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            many.add(row(
                    i < 18 ? Row.State.DONE : i == 18 ? Row.State.CURRENT : Row.State.OPEN,
                    "상품 " + i + " 리필 파우치 300ml",
                    "Item " + i + " refill pouch 300 ml",
                    i < 18 ? 2 : 0,
                    2));
        }
        put(
                "picking-many",
                Screen.of(
                                FlowId.PICKING,
                                "picking.scan-item",
                                say("상품을 스캔하세요", "Scan the item"),
                                Command.QUANTITY,
                                Command.PROBLEM,
                                Command.BACK)
                        .withItem(
                                new ItemCard(
                                        item("SC-050", "선크림 SPF50+", "Sun cream SPF50+", ""), "B-12-4-3", List.of()),
                                counter(1, 2))
                        .withRows(many, List.of(say("토트 T-0417", "tote T-0417"))),
                Verdict.good("plain", words("1개 담음", "1 picked")));
    }

    private static Option elsewhere(String place, int units) {
        return new Option(place, Text.of("picking.elsewhere.place", place), Text.of("picking.elsewhere.units", units));
    }
}
