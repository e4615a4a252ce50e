package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notice? Scanned, chosen, or told by an item that only one notice names.
 *
 * @param closed notices that were closed here and may still show as open for a moment
 * @param number the number that was scanned and that notices of several brands have; absent where any may be chosen
 */
record ChooseNotice(Set<AsnId> closed, @Nullable AsnNumber number) implements ReceivingState {

    /** Any that is open. */
    static final ChooseNotice ANY = new ChooseNotice(Set.of(), null);

    ChooseNotice {
        closed = Set.copyOf(closed);
    }

    ChooseNotice without(AsnId notice) {
        Set<AsnId> more = new HashSet<>(closed);
        more.add(notice);
        return new ChooseNotice(more, null);
    }

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        List<Asn> named = Codes.notices(code, lookup);
        List<Asn> open = named.stream().filter(this::isOpen).toList();
        if (open.size() > 1) {
            AsnNumber shared = open.getFirst().id().number();
            return Answers.note(new ChooseNotice(closed, shared), "receiving.which-notice", shared);
        }
        if (!named.isEmpty()) {
            return open(open.isEmpty() ? named.getFirst() : open.getFirst(), lookup);
        }
        return switch (Found.item(code, lookup)) {
            case Found.One(var item) -> byItem(item, code, lookup);
            case Found.Several ignored -> Answers.warn(this, "receiving.notice-first");
            case Found.None ignored -> Answers.unwanted(this, code, lookup);
        };
    }

    private Decision<ReceivingState> byItem(Item item, ScannedCode code, Lookup lookup) {
        List<Asn> naming = open(lookup).stream()
                .filter(asn -> asn.lines().stream().anyMatch(line -> line.item().equals(item.id())))
                .toList();
        return naming.size() == 1
                ? new ScanItem(Receipt.of(naming.getFirst(), lookup)).onScan(code, lookup)
                : Answers.warn(this, "receiving.notices-of-item", item, naming.size());
    }

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        return open(lookup).stream()
                .filter(asn -> asn.id().value().equals(option))
                .findFirst()
                .map(asn -> open(asn, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    private Decision<ReceivingState> open(Asn asn, Lookup lookup) {
        if (!isOpen(asn)) {
            return Answers.warn(this, "receiving.notice-closed", asn.id());
        }
        return Answers.note(new ScanItem(Receipt.of(asn, lookup)), "receiving.notice-opened", asn.id(), asn.supplier());
    }

    private boolean isOpen(Asn asn) {
        return !asn.closed() && !closed.contains(asn.id());
    }

    private List<Asn> open(Lookup lookup) {
        return lookup.openAsns().stream()
                .filter(asn ->
                        isOpen(asn) && (number == null || asn.id().number().equals(number)))
                .toList();
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK && number != null
                ? Answers.note(new ChooseNotice(closed, null), "receiving.choose-notice")
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Asn> open = open(lookup);
        if (number != null) {
            return Screen.of(
                            ReceivingFlow.ID,
                            "receiving.which-notice",
                            Text.of("receiving.which-notice", number),
                            Command.BACK)
                    .withCounting()
                    .withHint(Text.of("receiving.which-notice.hint"))
                    .withOptions(open.stream().map(ChooseNotice::option).toList());
        }
        Screen screen = Screen.of(
                ReceivingFlow.ID,
                "receiving.choose-notice",
                Text.of(open.isEmpty() ? "receiving.no-notice" : "receiving.choose-notice"));
        return screen.withCounting()
                .withHint(Text.of(open.isEmpty() ? "receiving.no-notice.hint" : "receiving.choose-notice.hint"))
                .withOptions(open.stream().map(ChooseNotice::option).toList());
    }

    private static Screen.Option option(Asn asn) {
        return new Screen.Option(
                asn.id().value(),
                Text.of("receiving.notice", asn.id()),
                Text.of(
                        "receiving.notice.detail",
                        asn.id().brand(),
                        asn.supplier(),
                        asn.expectedOn(),
                        asn.lines().size()));
    }
}
