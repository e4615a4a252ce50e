package dev.dockhand.hardware.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which identifiers must and must not stand together. They hold for all symbols of one item taken together, so a single
 * scan that breaks one is still read; whoever prints a label or has all its scans asks here.
 */
public final class PartnerRules {

    /** A digital signature names one thing; these keys do so only with their serial part behind the fixed digits. */
    private static final Map<String, Integer> SERIAL_BEHIND = Map.of("253", 13, "255", 13, "8003", 14);

    private final ApplicationIdentifiers table;

    /**
     * The rules of a table.
     *
     * @param table the identifiers with their partners
     */
    public PartnerRules(ApplicationIdentifiers table) {
        this.table = table;
    }

    /**
     * Looks at the identifiers of one item.
     *
     * @param gs1 everything that is known of the item
     * @return what is broken, of reason PARTNER_MISSING or PARTNER_BARRED; empty when all is well
     */
    public List<Gs1Failure> broken(Gs1 gs1) {
        List<String> present =
                gs1.elements().stream().map(Gs1.Element::ai).distinct().toList();
        List<Gs1Failure> found = new ArrayList<>();
        for (String code : present) {
            table.named(code).ifPresent(identifier -> {
                if (!identifier.needs().isEmpty()
                        && identifier.needs().stream().noneMatch(group -> allPresent(group, code, present))) {
                    found.add(Gs1Failure.of(Gs1Reason.PARTNER_MISSING, code, 0));
                }
                if (identifier.bars().stream().anyMatch(pattern -> isPresent(pattern, code, present))) {
                    found.add(Gs1Failure.of(Gs1Reason.PARTNER_BARRED, code, 0));
                }
            });
        }
        if (present.contains("8030")) {
            gs1.elements().stream()
                    .filter(element ->
                            element.value().length() <= SERIAL_BEHIND.getOrDefault(element.ai(), Integer.MIN_VALUE))
                    .forEach(element -> found.add(Gs1Failure.of(Gs1Reason.PARTNER_MISSING, element.ai(), 0)));
        }
        return found;
    }

    private static boolean allPresent(List<String> group, String self, List<String> present) {
        return group.stream().allMatch(pattern -> isPresent(pattern, self, present));
    }

    private static boolean isPresent(String pattern, String self, List<String> present) {
        return present.stream().anyMatch(code -> !code.equals(self) && matches(pattern, code));
    }

    private static boolean matches(String pattern, String code) {
        if (pattern.length() != code.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
