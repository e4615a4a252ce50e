package dev.dockhand.app.ui.settings;

import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.ui.page.PageView;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Choices.Choice;
import dev.dockhand.app.ui.parts.ChoicesView;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Titled;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;

/** Pages and switches to choose from: devices, language, theme, sound, command sheet, status. */
public final class MoreView implements PageView {

    private final SettingsViewModel settings;
    private final ChoicesView choices;
    private final Titled node;

    /**
     * A page of a window.
     *
     * @param touched told the number of the entry that was touched
     */
    public MoreView(SettingsViewModel settings, IntConsumer touched, Measures measures) {
        this.settings = settings;
        this.choices = new ChoicesView(measures, touched);
        this.node = new Titled(measures, choices);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Texts texts) {
        node.title(texts.of("page.MORE"));
        List<Choice> list = new ArrayList<>();
        for (WindowKey.Page.Name name : settings.entries()) {
            list.add(new Choice(list.size() + 1, settings.words(name), texts.of("more." + name.name() + ".detail")));
        }
        choices.show(new Choices(List.copyOf(list), 0, 1), "");
    }
}
