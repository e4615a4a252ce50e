package dev.dockhand.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What a settings file may say of a keyboard scanner. */
class DeviceOptionTest {

    @Test
    void aPrefixIsOneThatNobodyTypesAndAGapIsOneThatTellsAScannerFromAPerson() {
        DeviceSettings keyboard = DeviceSettings.KEYBOARD;
        assertThat(keyboard.with(DeviceOption.GAP, 120).option(DeviceOption.GAP))
                .isEqualTo(120);
        assertThatIllegalArgumentException().isThrownBy(() -> keyboard.with(DeviceOption.GAP, 301));
        assertThatIllegalArgumentException().isThrownBy(() -> keyboard.with(DeviceOption.GAP, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> keyboard.with(DeviceOption.PREFIX, 'A'));
        assertThatIllegalArgumentException().isThrownBy(() -> keyboard.with(DeviceOption.PREFIX, '\r'));
    }

    @Test
    void everyOfferedValueIsAllowed() {
        for (DeviceOption option : DeviceOption.values()) {
            assertThat(option.offered()).contains(option.usual()).allSatisfy(option::proved);
        }
    }
}
