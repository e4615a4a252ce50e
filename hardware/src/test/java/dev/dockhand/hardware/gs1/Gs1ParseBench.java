package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.CheckDigit;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many element strings one thread reads in a second; run by {@code -Pbench}. */
class Gs1ParseBench {

    private static final int STRINGS = 1_000;
    private static final long SECOND = 1_000_000_000L;

    private final Gs1Parser parser = new Gs1Parser(ApplicationIdentifiers.load(), InstantSource.system());

    @Test
    void elementStringsASecond() {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < STRINGS; i++) {
            String body = "0880%09d".formatted(i * 977L);
            strings.add("01%s%s10LOT%05d\u001d17261231".formatted(body, CheckDigit.of(body), i));
        }
        measure(strings, 2 * SECOND);
        System.out.printf("GS1 parse, (01)(10)(17): %,d a second%n", measure(strings, 5 * SECOND));
        List<String> any = new ArrayList<>();
        for (int i = 0; i < STRINGS; i++) {
            StringBuilder all = new StringBuilder();
            RandomGs1.fields(i, 3)
                    .forEach((code, value) -> all.append(code).append(value).append('\u001d'));
            any.add(all.toString());
        }
        measure(any, 2 * SECOND);
        System.out.printf("GS1 parse, three random fields: %,d a second%n", measure(any, 5 * SECOND));
    }

    private long measure(List<String> strings, long nanos) {
        long start = System.nanoTime();
        long read = 0;
        while (System.nanoTime() - start < nanos) {
            for (String string : strings) {
                if (parser.parse(string) instanceof Gs1) {
                    read++;
                }
            }
        }
        assertThat(read % strings.size()).as("every string is right").isZero();
        return read * SECOND / (System.nanoTime() - start);
    }
}
