package dev.dockhand.app.flow.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.OperatorId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsFlowTest {

    private final Floor floor = Floors.empty();
    private final Desk<LabelsState> desk = Desk.open(new LabelsFlow(), floor);

    private void cameOut() {
        desk.printed(desk.print().job(), Outcome.CONFIRMED);
    }

    @Test
    void theLabelsOfAZoneComeOutOneAfterTheOther() {
        desk.choose("LOCATION").choose("A").at("labels.ready").wants();
        desk.press(Command.CONFIRM)
                .wants(new Effect.Print("location:A-01", "location", Map.of("code", "A-01", "zone", "A"), true));
        cameOut();
        assertThat(desk.print().data()).containsEntry("code", "A-02");
        cameOut();
        desk.wants().says(Tone.DONE, "labels.all-printed").naming(2).at("labels.choose-kind");
    }

    @Test
    void everybodyWhoMaySignInHasABadge() {
        desk.choose("BADGE").at("labels.choose-labels");
        assertThat(desk.screen().options())
                .extracting(Screen.Option::id)
                .containsExactly("*", Floors.MINJI.badge(), Floors.BOSS.badge());
        desk.choose(Floors.BOSS.badge()).press(Command.CONFIRM).notApproved().at("labels.ready");
        desk.press(Command.CONFIRM).approved(Floors.BOSS.id());
        assertThat(desk.print())
                .isEqualTo(new Effect.Print(
                        "badge:B-7", "badge", Map.of("code", "B-7", "name", "이정은", "role", "supervisor"), true));
    }

    @Test
    void twoPeopleOfOneNameAreChosenByTheirBadges() {
        floor.with(new Operator(
                new OperatorId("minji-2"), Floors.MINJI.name(), "B-2", "hash", Operator.Role.PICKER, true));
        desk.choose("BADGE");
        assertThat(desk.screen().options())
                .contains(
                        new Screen.Option("B-1", Text.of("common.note", "김민지"), Text.of("common.note", "B-1")),
                        new Screen.Option("B-2", Text.of("common.note", "김민지"), Text.of("common.note", "B-2")));
        desk.choose("B-2").press(Command.CONFIRM).approved(Floors.BOSS.id());
        assertThat(desk.print().data()).containsEntry("code", "B-2");
        assertThat(desk.screen().instruction())
                .isEqualTo(Text.of("labels.printing", Text.of("labels.row", "김민지", "B-2"), 1, 1));
    }

    @Test
    void aScannedLocationGetsANewLabelAtOnce() {
        desk.scan("a-01").at("labels.printing");
        assertThat(desk.print().data()).containsEntry("code", "A-01");
        desk.scan("A-02").says(Tone.WARN, "labels.wait").wants();
        desk.press(Command.BACK).says(Tone.NOTE, "labels.stopped").at("labels.choose-kind");
        desk.scan("Z-99").says(Tone.WARN, "common.unknown-code");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means");
    }

    @Test
    void theCommandSheetIsPrintedLikeAnyBatchAndStopsNone() {
        var labels = List.<Map<String, Object>>of(Map.of("title", "Commands 1 / 2"), Map.of("title", "Commands 2 / 2"));
        desk.give(new Input.Sheet(labels)).at("labels.ready").wants();
        assertThat(desk.screen().hint()).isEqualTo(Text.of("labels.ready.hint.sheet"));
        desk.press(Command.CONFIRM).wants(new Effect.Print("sheet:Commands 1 / 2", "sheet", labels.getFirst(), true));
        String job = desk.print().job();
        desk.give(new Input.Sheet(labels)).says(Tone.WARN, "labels.wait").at("labels.printing");
        desk.printed(job, Outcome.CONFIRMED);
        desk.printed(desk.print().job(), Outcome.UNKNOWN)
                .naming(Text.of("common.note", "Commands 2 / 2"))
                .at("labels.not-printed");
        desk.give(new Input.Sheet(labels)).at("labels.not-printed");
    }

    @Test
    void nothingIsPrintedTwiceByItself() {
        desk.choose("LOCATION").choose("*").press(Command.CONFIRM);
        desk.printed(desk.print().job(), Outcome.UNKNOWN)
                .says(Tone.STOP, "labels.not-printed")
                .naming(Text.of("common.note", "A-01"))
                .wants();
        desk.choose("NEXT");
        assertThat(desk.print().data()).containsEntry("code", "A-02");
        desk.printed(desk.print().job(), Outcome.FAILED).press(Command.PRINT_AGAIN);
        assertThat(desk.print().data()).containsEntry("code", "A-02");
        desk.printed("location:A-01", Outcome.FAILED).wants().at("labels.printing");
        desk.press(Command.BACK).says(Tone.NOTE, "labels.stopped").at("labels.choose-labels");
    }
}
