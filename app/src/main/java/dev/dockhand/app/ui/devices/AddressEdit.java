package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Paged;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.FoundPort;
import java.util.ArrayList;
import java.util.List;

/** Asks for the address of a device: one of the ports of this machine, or else typed or scanned. */
final class AddressEdit implements Dialogue {

    /** The longest path of a Linux port with its settings is far from it. */
    private static final int LONGEST = 200;

    private final DeviceDraft draft;
    private final Runnable over;
    private final String before;
    private boolean typing;
    private int page;

    /** Begins with the ports, where there are any. */
    AddressEdit(DeviceDraft draft, Runnable over) {
        this.draft = draft;
        this.over = over;
        this.before = draft.address();
        this.typing = draft.ports().isEmpty();
    }

    /** Whether the address is typed now, not chosen. */
    boolean isTyping() {
        return typing;
    }

    @Override
    public void digit(int digit) {
        if (typing) {
            return;
        }
        List<FoundPort> ports = draft.ports();
        int index = page * Paged.SIZE + digit - 1;
        if (digit == 0) {
            page = (page + 1) % Paged.pages(ports.size() + 1);
        } else if (index < ports.size()) {
            draft.address(ports.get(index).address().uri());
            over.run();
        } else if (index == ports.size()) {
            typing = true;
        }
    }

    @Override
    public void type(char character) {
        boolean digit = character >= '0' && character <= '9';
        if (!typing && digit) {
            digit(character - '0');
            return;
        }
        if (!typing) {
            clear();
        }
        if (character > ' ' && character < 127 && draft.address().length() < LONGEST) {
            draft.address(draft.address() + character);
        }
    }

    @Override
    public void erase() {
        String address = draft.address();
        if (typing && !address.isEmpty()) {
            draft.address(address.substring(0, address.length() - 1));
        }
    }

    @Override
    public void clear() {
        typing = true;
        draft.address("");
    }

    @Override
    public void enter() {
        if (typing) {
            over.run();
        }
    }

    /** A scanned code is the whole address. */
    @Override
    public boolean scanned(String code) {
        typing = true;
        draft.address(code);
        return true;
    }

    @Override
    public boolean back() {
        draft.address(before);
        return false;
    }

    @Override
    public Choices choices(Texts texts) {
        if (typing) {
            return Choices.NONE;
        }
        List<Paged.Words> words = new ArrayList<>();
        draft.ports()
                .forEach(port -> words.add(new Paged.Words(
                        Texts.shown(port.description()),
                        Texts.shown(DeviceDraft.path(port.address().uri())))));
        words.add(new Paged.Words(texts.of("devices.type"), texts.of("devices.address.hint")));
        return Paged.of(words, page, each -> each);
    }

    @Override
    public List<PageKey> keys() {
        return typing ? List.of(PageKey.BACK, PageKey.of(Shortcut.F5)) : List.of(PageKey.BACK);
    }
}
