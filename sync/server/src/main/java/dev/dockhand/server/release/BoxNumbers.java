package dev.dockhand.server.release;

import dev.dockhand.model.id.WaybillNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The numbers on the boxes of a shipment, from the first box on. */
public final class BoxNumbers {

    private BoxNumbers() {}

    /** With a number on a box; one that comes after a box without a number is not told of. */
    public static List<WaybillNumber> with(List<WaybillNumber> numbers, int box, WaybillNumber number) {
        List<WaybillNumber> after = new ArrayList<>(numbers);
        if (box <= after.size()) {
            after.set(box - 1, number);
        } else if (box == after.size() + 1) {
            after.add(number);
        }
        return after;
    }

    /** Without that of a box that was not begun after all. */
    public static List<WaybillNumber> without(List<WaybillNumber> numbers, WaybillNumber number) {
        return numbers.stream().filter(one -> !one.equals(number)).toList();
    }

    /** Those that it was closed with, by box; the first box keeps its own where it carries that of another shipment. */
    public static List<WaybillNumber> packed(List<WaybillNumber> numbers, int boxes, Map<Integer, WaybillNumber> with) {
        List<WaybillNumber> after = new ArrayList<>(numbers.subList(0, Math.min(1, numbers.size())));
        for (int box = 1; box <= boxes; box++) {
            WaybillNumber number = with.get(box);
            if (number != null && box == 1) {
                after = new ArrayList<>(List.of(number));
            } else if (number != null && !after.isEmpty()) {
                after.add(number);
            }
        }
        return after;
    }
}
