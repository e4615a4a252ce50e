package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.TaskStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tote is scanned whose shipment another station holds. */
class PackingElsewhereTest {

    private static final ToteCode TOTE = new ToteCode("TOTE-8");
    private static final StationId OTHER = new StationId("ST-2");
    private static final OrderId ORDER = new OrderId("b/O-8");

    private final Floor floor = Floors.empty().with(Floors.elsewhere(8, TaskStage.PICKED, OTHER, TOTE.value()));
    private final Desk<PackState> desk = Desk.open(new PackingFlow(), floor);

    private static Input refused(Leases.Why why) {
        return new Input.NotGranted(new Leases.Refusal(why, ORDER, TOTE, OTHER, Floors.MINJI.id(), Floors.NOW));
    }

    private void granted() {
        floor.withdraw(TOTE);
        floor.with(Floors.shipment(8));
        Picked.all(floor, Floors.shipment(8), TOTE.value());
    }

    @Test
    void itIsAskedOfTheServerAndBeginsByItselfWhenItIsGranted() {
        desk.scan("tote-8")
                .says(Tone.NOTE, "packing.asked")
                .wants(new Effect.WantWork(null, TOTE, null))
                .at("packing.asked");
        desk.give(new Input.Changed()).at("packing.asked");
        granted();
        desk.give(new Input.Changed()).says(Tone.NOTE, "packing.opened").at("packing.scan-item");
    }

    @Test
    void withoutANetworkItSaysWhereItIsHeld() {
        floor.offline();
        desk.scan("TOTE-8")
                .says(Tone.WARN, "packing.needs-network")
                .naming(ORDER, TOTE, OTHER)
                .wants()
                .at("packing.choose-work");
    }

    @ParameterizedTest
    @CsvSource({"BEING_PICKED, packing.being-picked", "BEING_PACKED, packing.being-packed"})
    void aRefusalSaysWhoHasItInHandAndASupervisorsWordTakesItOver(Leases.Why why, String words) {
        desk.scan("TOTE-8").give(refused(why));
        desk.says(Tone.WARN, words)
                .naming(ORDER, OTHER, Floors.MINJI.name(), "14:02")
                .at(words);
        desk.press(Command.CONFIRM);
        assertThat(desk.asksSupervisor()).isEqualTo(Text.of("packing.adopt", ORDER, OTHER));
        desk.notApproved().says(Tone.NOTE, "packing.not-adopted").at(words);
        desk.press(Command.CONFIRM)
                .approved(Floors.BOSS.id())
                .wants(new Effect.WantWork(null, TOTE, Floors.BOSS.id()))
                .at("packing.asked");
        desk.give(refused(Leases.Why.NO_SUPERVISOR)).says(Tone.WARN, "packing.no-supervisor");
    }

    @ParameterizedTest
    @CsvSource({
        "WAITS, known.problem-shelf",
        "NOT_OPEN, packing.not-open",
        "NO_NUMBER, packing.asked-no-number",
        "UNKNOWN, packing.not-granted"
    })
    void whatNobodyHasInHandIsToldAndThatIsAll(Leases.Why why, String words) {
        desk.scan("TOTE-8").give(refused(why)).says(Tone.WARN, words).at("packing.choose-work");
    }

    @Test
    void whatIsTakenOverHalfPickedIsPickedOn() {
        desk.scan("TOTE-8");
        floor.withdraw(TOTE);
        floor.with(Floors.shipment(8));
        desk.give(new Input.Changed())
                .says(Tone.NOTE, "packing.granted-to-pick")
                .at("packing.choose-work");
    }

    @Test
    void anotherToteMayBeScannedMeanwhileAndALateAnswerOfTheFirstIsLeftOut() {
        floor.with(Floors.shipment(1));
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        desk.scan("TOTE-8").scan("TOTE-1").at("packing.scan-item");
        desk.give(refused(Leases.Why.BEING_PACKED)).at("packing.scan-item");
        desk.press(Command.BACK).scan("TOTE-8").press(Command.BACK).at("packing.choose-work");
    }

    @Test
    void theMenuOpensPackingByIt() {
        Desk.open(new MenuFlow(), floor)
                .scan("TOTE-8")
                .wants(new Effect.GoTo(PackingFlow.ID, new Input.Scanned(ScannedCode.plain("TOTE-8"))));
    }
}
