package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.rules.Drawn;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GraphicFieldTest {

    @Test
    void whatIsCompressedIsReadBack() {
        Drawn.each(300, drawn -> {
            int width = drawn.between(1, 900);
            int height = drawn.between(1, 20);
            int kind = drawn.between(0, 3);
            RandomGenerator random = drawn.random();
            byte[] rows = new byte[height * Bitmap.stride(width)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = switch (kind) {
                    case 0 -> (byte) random.nextInt();
                    case 1 -> (byte) 0xFF;
                    case 2 -> 0;
                    default -> (byte) (random.nextInt(20) == 0 ? random.nextInt() : 0);
                };
            }
            Bitmap bitmap = Bitmap.ofRows(width, height, rows);
            assertThat(GraphicField.decode(GraphicField.encode(bitmap)).rows()).isEqualTo(rows);
        });
    }

    @Test
    void theManualsExamplesAreRead() throws LabelException {
        // ZPL II guide, "Alternative data compression": M is 7 times, gives 66 66 66 6
        assertThat(GraphicField.decode("A,4,4,4,M6,").rows()).containsExactly(0x66, 0x66, 0x66, 0x60);
        assertThat(GraphicField.decode("A,4,4,4,!").rows()).containsExactly(0xFF, 0xFF, 0xFF, 0xFF);
        assertThat(GraphicField.decode("A,4,4,2,F0,:").rows()).containsExactly(0xF0, 0, 0xF0, 0);
    }

    @Test
    void nonsenseIsRefused() {
        for (String bad :
                new String[] {"", "A,1,1,1", "B,1,1,1,FF", "A,1,x,1,FF", "A,4,4,2,:", "A,1,1,1,?", "A,9,9,0,"}) {
            assertThatThrownBy(() -> GraphicField.decode(bad)).as(bad).isInstanceOf(LabelException.class);
        }
    }
}
