package dev.dockhand.app.ui.sheet;

import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.page.Page;
import java.util.List;

/** The command barcodes on the screen; a key has them printed. */
public final class CommandSheetPage implements Page {

    @Override
    public PageId id() {
        return PageId.SHEET;
    }

    @Override
    public List<PageKey> keys() {
        return List.of(PageKey.BACK, PageKey.PRINT);
    }
}
