package dev.dockhand.app.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Screen.Row.State;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.ui.SampleScreens;
import dev.dockhand.app.ui.keys.KeyAction;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.RowKey;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Target;
import dev.dockhand.app.ui.work.WorkShown.Side;
import dev.dockhand.app.ui.work.WorkWords;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkWordsTest {

    private static final Texts KOREAN = Texts.in(Locale.KOREAN);
    /** Between two parcels, and where nothing but an answer leads on. */
    private static final Set<String> WITHOUT_PARCEL =
            Set.of("packing.choose-work", "packing.cancelled", "packing.problem-shelf");

    private static Side side(State... states) {
        Screen screen = Screen.of(PackingFlow.ID, "packing.weigh", Text.of("packing.weigh"))
                .withRows(
                        Stream.of(states)
                                .map(state -> new Screen.Row(
                                        state,
                                        Text.of("plain", "x"),
                                        new Screen.Counter(Quantity.of(1_200), Quantity.of(99_999))))
                                .toList(),
                        List.of());
        return new WorkWords(KOREAN).side(screen);
    }

    @Test
    void whatIsShortIsSettledButNotToldAsDone() {
        assertThat(side(State.DONE, State.DONE, State.SHORT).heading()).isEqualTo("3/3 품목 · 결품 1");
        assertThat(side(State.DONE, State.OPEN, State.OVER).heading()).isEqualTo("2/3 품목 · 초과 1");
        assertThat(side(State.CURRENT, State.OPEN, State.OPEN).heading()).isEqualTo("0/3 품목");
        assertThat(side(State.OPEN).lines().getFirst().count()).isEqualTo("1,200 / 99,999");
    }

    @Test
    void placesThatAreSuggestedAreNoLinesToBeDone() {
        Screen screen = Screen.of(PutawayFlow.ID, "putaway.scan-location", Text.of("putaway.any-location"))
                .withRows(List.of(new Screen.Row(State.CURRENT, Text.of("plain", "A-01"), null)), List.of());
        Side side = new WorkWords(KOREAN).side(screen);
        assertThat(side.heading()).isEqualTo("추천 로케이션");
        assertThat(side.share()).isNull();
    }

    /** Pages that wait for a printer or the server, and for no scan. */
    private static final Set<String> WAITING = Set.of("labels.printing", "packing.asked");

    @Test
    void anEmptyPageThatAsksForAScanSaysOfWhat() {
        assertThat(SampleScreens.in(Locale.KOREAN).values())
                .extracting(BenchView::screen)
                .filteredOn(screen -> !WAITING.contains(screen.step())
                        && screen.item() == null
                        && screen.keypad() == null
                        && screen.options().isEmpty()
                        && !screen.scale()
                        && !screen.commands().contains(Command.CONFIRM)
                        && !screen.commands().contains(Command.FINISH))
                .isNotEmpty()
                .allSatisfy(screen -> assertThat(Target.of(screen.step()))
                        .as(screen.step())
                        .isPresent()
                        .get()
                        .satisfies(target ->
                                assertThat(KOREAN.has("Target." + target)).isTrue()));
    }

    @Test
    void everyPageOfAJobHasAWayOutAndAParcelInHandCanBeSetAside() {
        assertThat(SampleScreens.in(Locale.KOREAN).values())
                .filteredOn(view ->
                        !view.flow().equals(FlowId.SIGN_IN) && !view.flow().equals(FlowId.MENU))
                .isNotEmpty()
                .allSatisfy(view -> {
                    assertThat(new KeyWords(KOREAN).of(view, Page.plain(PageId.WORK)))
                            .extracting(RowKey::action)
                            .as(view.screen().step())
                            .contains(new KeyAction.Press(Command.MENU));
                    if (view.flow().equals(PackingFlow.ID)
                            && !WITHOUT_PARCEL.contains(view.screen().step())) {
                        assertThat(view.screen().commands())
                                .as(view.screen().step())
                                .contains(Command.BACK);
                    }
                });
    }
}
