package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.AsnNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which notice? Scanned, chosen, or told by an item that only one notice names.
 *
 * @param closed notices that were closed here and may still show as open for a moment
 */
record ChooseNotice(Set<AsnNumber> closed) implements ReceivingState {

    ChooseNotice {
        closed = Set.copyOf(closed);
    }

    ChooseNotice without(AsnNumber number) {
        Set<AsnNumber> more = new HashSet<>(closed);
        more.add(number);
        return new ChooseNotice(more);
    }

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        Optional<Asn> asn = Codes.asn(code).flatMap(lookup::asn);
        if (asn.isPresent()) {
            return open(asn.get(), lookup);
        }
        return switch (Found.item(code, lookup)) {
            case Found.One(var item) -> byItem(item, code, lookup);
            case Found.Several ignored -> Answers.warn(this, "receiving.notice-first");
            case Found.None ignored -> Answers.unwanted(this, code, lookup);
        };
    }

    private Decision<ReceivingState> byItem(Item item, ScannedCode code, Lookup lookup) {
        List<Asn> naming = open(lookup).stream()
                .filter(asn -> asn.lines().stream().anyMatch(line -> line.sku().equals(item.sku())))
                .toList();
        return naming.size() == 1
                ? new ScanItem(Receipt.of(naming.getFirst(), lookup)).onScan(code, lookup)
                : Answers.warn(this, "receiving.notices-of-item", item, naming.size());
    }

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        return open(lookup).stream()
                .filter(asn -> asn.number().value().equals(option))
                .findFirst()
                .map(asn -> open(asn, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    private Decision<ReceivingState> open(Asn asn, Lookup lookup) {
        if (asn.closed() || closed.contains(asn.number())) {
            return Answers.warn(this, "receiving.notice-closed", asn.number());
        }
        return Answers.note(
                new ScanItem(Receipt.of(asn, lookup)), "receiving.notice-opened", asn.number(), asn.supplier());
    }

    private List<Asn> open(Lookup lookup) {
        return lookup.openAsns().stream()
                .filter(asn -> !asn.closed() && !closed.contains(asn.number()))
                .toList();
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Asn> open = open(lookup);
        Screen screen = Screen.of(
                FlowId.RECEIVING,
                "receiving.choose-notice",
                Text.of(open.isEmpty() ? "receiving.no-notice" : "receiving.choose-notice"));
        return screen.withCounting()
                .withHint(Text.of(open.isEmpty() ? "receiving.no-notice.hint" : "receiving.choose-notice.hint"))
                .withOptions(open.stream().map(ChooseNotice::option).toList());
    }

    private static Screen.Option option(Asn asn) {
        return new Screen.Option(
                asn.number().value(),
                Text.of("receiving.notice", asn.number()),
                Text.of(
                        "receiving.notice.detail",
                        asn.supplier(),
                        asn.expectedOn(),
                        asn.lines().size()));
    }
}
