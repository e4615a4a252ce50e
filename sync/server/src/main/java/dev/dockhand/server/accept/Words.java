package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import java.util.List;
import java.util.stream.Collectors;

/** Facts of an act as one short line for a supervisor. */
final class Words {

    private static final int LONGEST = 1000;

    private Words() {}

    static String discrepancies(List<Act.Discrepancy> discrepancies) {
        return shortened(discrepancies.stream()
                .map(found -> "line %d: %s %s x %s%s%s"
                        .formatted(
                                found.line(),
                                found.kind(),
                                found.quantity(),
                                found.item(),
                                found.goods().lot() == null
                                        ? ""
                                        : " lot " + found.goods().lot(),
                                found.goods().expiry() == null
                                        ? ""
                                        : " " + found.goods().expiry()))
                .collect(Collectors.joining("; ")));
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
