package dev.dockhand.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Names that are a brand's own. */
class BrandedIdTest {

    @Test
    void bothPartsAreInTheirNormalFormAndTheFirstSlashPartsThem() {
        ItemId item = new ItemId(" glow /GL\u2010\uff10101/A ");

        assertThat(item.value()).isEqualTo("glow/GL-0101/A");
        assertThat(item.brand()).isEqualTo(new BrandId("glow"));
        assertThat(item.sku()).isEqualTo(new Sku("GL-0101/A"));
        assertThat(item.name()).isEqualTo("GL-0101/A");
        assertThat(ItemId.of(new BrandId("glow"), new Sku("GL-0101/A"))).isEqualTo(item);
    }

    @Test
    void theSameNameOfTwoBrandsIsTwoThings() {
        assertThat(new OrderId("glow/1")).isNotEqualTo(new OrderId("mori/1"));
        assertThat(new AsnId("glow/1").number()).isEqualTo(new AsnId("mori/1").number());
    }

    @Test
    void whatLacksAPartIsRefused() {
        assertThatThrownBy(() -> new ItemId("GL-0101")).hasMessage("item is written BRAND/NAME");
        assertThatThrownBy(() -> new ItemId("/GL-0101")).hasMessage("brand is empty");
        assertThatThrownBy(() -> new OrderId("glow/ ")).hasMessage("order number is empty");
        assertThatThrownBy(() -> new BrandId("a/b")).hasMessage("brand cannot hold a slash");
    }
}
