package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.ChoicesView;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.KeypadPane;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Typing;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.WorkShown.Card;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The job: one instruction in the largest type, what it is about below it, the lines at the side. */
public final class WorkView extends HBox {

    private static final double SIDE_SHARE = 0.345;

    private final Measures measures;
    private final FitText instruction;
    private final FitText hint;
    private final TileView tile;
    private final CardView card;
    private final Figures figures;
    private final ChoicesView choices;
    private final KeypadPane keyboard;
    private final KeypadPane keypad;
    private final SideView side;
    private final FontIcon picture;
    private final Label pictureWord = new Label();
    private final StackPane pictureBox;

    /**
     * A view of a job.
     *
     * @param digit told which option was touched
     */
    public WorkView(Measures measures, ItemPictures pictures, Typing typing, IntConsumer digit) {
        this.measures = measures;
        getStyleClass().add("work");
        instruction = new FitText(measures, 3.1, 1.5, 2, FontWeight.BOLD, "instruction").aligned(Pos.TOP_LEFT);
        hint = new FitText(measures, 1.35, 0.95, 2, FontWeight.NORMAL, "hint").aligned(Pos.TOP_LEFT);
        card = new CardView(measures, pictures);
        figures = new Figures(measures);
        choices = new ChoicesView(measures, digit);
        keyboard = new KeypadPane(measures, typing);
        keypad = new KeypadPane(measures, typing);
        side = new SideView(measures);
        picture = measures.icon(Material2RoundMZ.QR_CODE_SCANNER, 9, "picture-icon");
        pictureWord.getStyleClass().add("picture-word");
        pictureWord.setGraphic(measures.icon(Material2RoundMZ.QR_CODE_SCANNER, 2, "picture-scan"));
        VBox target = new VBox(picture, pictureWord);
        target.setAlignment(Pos.CENTER);
        pictureBox = new StackPane(target);
        pictureBox.getStyleClass().add("picture");
        VBox words = new VBox(instruction, hint);
        words.getStyleClass().add("words");
        tile = new TileView(measures, pictures, 2.4);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(tile, words);
        head.getStyleClass().add("head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox main = new VBox(head, card, figures, choices, keyboard, pictureBox);
        main.getStyleClass().add("main");
        main.setMinWidth(0);
        for (Node grows : List.of(choices, keyboard, pictureBox, figures)) {
            VBox.setVgrow(grows, Priority.ALWAYS);
        }
        HBox.setHgrow(main, Priority.ALWAYS);
        getChildren().addAll(main, side, keypad);
        for (Region right : List.of(side, keypad)) {
            right.minWidthProperty().bind(widthProperty().multiply(SIDE_SHARE));
            right.maxWidthProperty().bind(widthProperty().multiply(SIDE_SHARE));
        }
    }

    /**
     * Shows a job.
     *
     * @param narrow whether notices below take height from it
     */
    public void show(WorkShown work, boolean narrow, Texts texts) {
        instruction.set(work.instruction());
        KeypadEntry entry = work.entry();
        boolean letters = entry != null && entry.kind().hasLetters();
        instruction.setMaxHeight(letters && narrow ? measures.em(3.2) : Double.MAX_VALUE);
        String small = work.hint();
        hint.set(small == null ? "" : small);
        // The keyboard needs the whole height, and its field says what to type.
        present(hint, small != null && !(letters && narrow));
        // There is no room for the card beside the keyboard; its picture stands beside the words, which name the item,
        // where
        // no notice takes its room.
        tile.show(letters && !narrow ? work.card() : null);
        Card item = letters ? null : work.card();
        card.show(item);
        figures.show(item == null ? null : item.place(), letters ? null : work.count(), work.weight());
        choices.show(work.choices(), texts.of("choices.more"), entry == null ? "" : texts.of("choices.alt"));
        present(keyboard, letters);
        present(keypad, entry != null && !letters);
        present(side, entry == null && !work.side().isEmpty());
        side.show(work.side(), texts);
        if (entry != null) {
            show(letters ? keyboard : keypad, entry, texts);
        }
        picture(work, entry, item, texts);
    }

    private static void show(KeypadPane pane, KeypadEntry entry, Texts texts) {
        boolean letters = entry.kind().hasLetters();
        boolean waits = entry.isEmpty() && entry.kind() != Screen.Keypad.Kind.DATE;
        pane.show(
                letters ? KeypadPane.Layout.CODE : KeypadPane.Layout.FIGURES,
                waits ? "" : entry.typed(),
                entry.unit(),
                texts.of("keypad", entry.kind()));
    }

    /** On a page without goods: what is to be scanned, and where it is found; else the job. */
    private void picture(WorkShown work, @Nullable KeypadEntry entry, @Nullable Card item, Texts texts) {
        boolean empty = entry == null
                && item == null
                && work.weight() == null
                && work.count() == null
                && work.choices().list().isEmpty();
        boolean pin = entry != null
                && item == null
                && work.choices().list().isEmpty()
                && !entry.kind().hasLetters();
        present(pictureBox, empty || pin);
        Optional<Target> target = entry == null ? Target.of(work.step()) : Optional.empty();
        picture.setIconCode(target.map(WorkIcons::of).orElseGet(() -> WorkIcons.of(work.flow())));
        present(pictureWord, target.isPresent());
        target.ifPresent(wanted -> pictureWord.setText(texts.of("Target", wanted)));
    }

    /** Shows other lines of the list at the side. */
    public void scroll(int pages) {
        side.scroll(pages);
    }

    static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    /** The page on which a damaged code is typed. */
    public static WorkShown typing(WorkShown work, Texts texts) {
        return new WorkShown(
                work.flow(),
                "window.code",
                texts.of("code.instruction"),
                texts.of("code.hint"),
                null,
                null,
                new WorkShown.Side("", null, List.of(), List.of()),
                work.entry(),
                Choices.NONE,
                null);
    }
}
