package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Paged;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** Asks for the profile of a device; of a scale it can be found out instead. */
final class ProfileEdit implements Dialogue {

    private final DeviceDraft draft;
    private final Runnable over;
    private final Runnable findOut;
    private final int first;
    private int page;

    /**
     * Begins.
     *
     * @param over a profile was chosen
     * @param findOut that it be found out was chosen
     */
    ProfileEdit(DeviceDraft draft, Runnable over, Runnable findOut) {
        this.draft = draft;
        this.over = over;
        this.findOut = findOut;
        this.first = draft.isScale() ? 1 : 0;
    }

    @Override
    public void digit(int digit) {
        int options = draft.profiles().size() + first;
        int index = page * Paged.SIZE + digit - 1;
        if (digit == 0) {
            page = (page + 1) % Paged.pages(options);
        } else if (index < first) {
            findOut.run();
        } else if (index < options) {
            draft.profile(draft.profiles().get(index - first).id());
            over.run();
        }
    }

    @Override
    public Choices choices(Texts texts) {
        List<Paged.Words> words = new ArrayList<>();
        if (first == 1) {
            words.add(new Paged.Words(texts.of("setup.find"), texts.of("setup.find.detail")));
        }
        draft.profiles().forEach(each -> words.add(new Paged.Words(DeviceDraft.name(each, texts), "")));
        return Paged.of(words, page, each -> each);
    }
}
