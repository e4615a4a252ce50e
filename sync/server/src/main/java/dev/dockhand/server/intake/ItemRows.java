package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads items. */
record ItemRows(Items items) implements Loader<Items.Told> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2000;
    private static final String NO_PICTURE = "-";

    @Override
    public Items.Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        String ko = row.optionalText("name_ko", LONGEST_NAME);
        String en = row.optionalText("name_en", LONGEST_NAME);
        if (ko.isEmpty() && en.isEmpty()) {
            throw row.bad("name_en", "MISSING", "a Korean or an English name is needed");
        }
        Item item = new Item(
                row.item(row.brand()),
                ko,
                en,
                ItemBarcodes.of(row),
                row.yes("lot_tracked"),
                row.yes("expiry_tracked"),
                row.optionalGrams("unit_grams"),
                row.optionalText("note", LONGEST_NAME));
        return new Items.Told(item, source(row));
    }

    private static @Nullable String source(Fields row) throws BadFieldException {
        String text = row.optionalText("picture", LONGEST_ADDRESS);
        if (text.isEmpty() || text.equals(NO_PICTURE)) {
            return text.isEmpty() ? null : "";
        }
        try {
            return new PictureSource(text).value();
        } catch (IllegalArgumentException e) {
            throw row.wrong("picture", "BAD_PICTURE", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String key(Items.Told told) {
        return told.item().id().value();
    }

    @Override
    public List<Admission> put(Tx tx, List<Items.Told> things) {
        return items.put(tx, things);
    }
}
