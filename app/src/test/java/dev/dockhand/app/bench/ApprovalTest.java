package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.station.MemoryException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job asks for a supervisor's word, and the bench gets it beside the job. */
class ApprovalTest {

    private static final Text PURPOSE = Text.of("test.purpose");
    private static final Operator PICKER = operator("op-1", "B-1", "1111", Operator.Role.PICKER);
    private static final Operator BOSS = operator("op-7", "B-7", "777777", Operator.Role.SUPERVISOR);

    private Instant now = Instant.EPOCH;
    private final MemoryInRam memory = new MemoryInRam();
    private final List<Input> heard = new ArrayList<>();
    private final Bench bench = new Bench(
            memory,
            Map.of(
                    FlowId.SIGN_IN, new SignInFlow(),
                    FlowId.MENU, new MenuFlow(),
                    ReceivingFlow.ID, new Asking()),
            new ReadModelLookup(memory, new BenchSettings("S1", new PlateNumbers(1, 1), BenchRules.USUAL, () -> now)),
            new NoOutput());

    /** Asks for a word at "close"; a late cancel ends the step that asked. */
    private final class Asking implements Flow<String> {
        @Override
        public FlowId id() {
            return ReceivingFlow.ID;
        }

        @Override
        public String start(Lookup lookup) {
            return "open";
        }

        @Override
        public Decision<String> on(String state, Input input, Lookup lookup) {
            heard.add(input);
            return switch (input) {
                case Input.Scanned(var code)
                when code.text().equals("close") ->
                    Decision.show(state, Verdict.note("test.not-clear")).with(new Effect.AskSupervisor(PURPOSE));
                case Input.Approved(var supervisor) -> Decision.show("closed", Verdict.done("test.closed"));
                case Input.NotApproved ignored -> Decision.quiet(state);
                case Input.NotGranted ignored -> Decision.quiet(state);
                case Input.Cancelled ignored -> Decision.show("gone", Verdict.stop("test.gone"));
                case Input.Changed ignored -> Decision.show(state, Verdict.note("test.changed"));
                default -> Decision.show(state, Verdict.warn("test.other"));
            };
        }

        @Override
        public Screen screen(String state, Lookup lookup) {
            return Screen.of(id(), "test." + state, Text.of("test.step"), Command.FINISH);
        }
    }

    private static final class NoOutput implements Bench.Output {
        @Override
        public void print(Effect.Print print) {}

        @Override
        public void weigh() {}

        @Override
        public void forgetWeight() {}
    }

    private static Operator operator(String id, String badge, String pin, Operator.Role role) {
        return new Operator(
                new OperatorId(id), id, badge, PinHash.of(pin, MemoryInRam.PEPPER, new Random(1)), role, true);
    }

    @BeforeEach
    void knowPeople() {
        memory.operators.addAll(List.of(PICKER, BOSS));
    }

    private void scan(String... codes) {
        for (String code : codes) {
            bench.take(new Input.Scanned(ScannedCode.plain(code)));
        }
    }

    private void enter(String text) {
        bench.take(new Input.Entered(text));
    }

    private void press(Command command) {
        bench.take(new Input.Pressed(command));
    }

    private void ask() {
        scan("B-1");
        enter("1111");
        scan("DH-RECEIVE");
        scan("close");
        heard.clear();
    }

    private String told() {
        return bench.verdict() == null ? "" : bench.verdict().text().key();
    }

    private List<Act> acts() {
        return memory.events.stream().map(FloorEvent::act).toList();
    }

    @Test
    void theJobGetsTheWordOfASupervisorAndTheOperatorStaysSignedIn() {
        ask();
        assertThat(told()).isEqualTo("test.not-clear");
        assertThat(bench.screen().step()).isEqualTo("signin.ask-supervisor");
        assertThat(bench.screen().hint()).isEqualTo(PURPOSE);
        assertThat(bench.flow()).isEqualTo(ReceivingFlow.ID);
        scan("B-7");
        assertThat(bench.screen().step()).isEqualTo("signin.supervisor-pin");
        assertThat(heard).isEmpty();
        enter("777777");
        assertThat(heard).containsExactly(new Input.Approved(BOSS.id()));
        assertThat(told()).isEqualTo("test.closed");
        assertThat(bench.screen().step()).isEqualTo("test.closed");
        assertThat(bench.operator()).isEqualTo(PICKER);
        assertThat(memory.events.getLast().act()).isEqualTo(new Act.Approved("test.purpose"));
        assertThat(memory.events.getLast().operator()).isEqualTo(BOSS.id());
    }

    @Test
    void aSupervisorWhoIsSignedInGivesTheWordAtOnceAndItIsRecorded() {
        scan("B-7");
        enter("777777");
        scan("DH-RECEIVE");
        heard.clear();
        scan("close");
        assertThat(heard).last().isEqualTo(new Input.Approved(BOSS.id()));
        assertThat(told()).isEqualTo("test.closed");
        assertThat(memory.events.getLast().act()).isEqualTo(new Act.Approved("test.purpose"));
    }

    @Test
    void whoeverLeavesByKeyOrByBarcodeGaveNoWordAndTheJobGoesOn() {
        ask();
        press(Command.BACK);
        assertThat(heard).containsExactly(new Input.NotApproved());
        assertThat(told()).isEqualTo("signin.not-approved");
        assertThat(bench.screen().step()).isEqualTo("test.open");
        scan("close", "B-7", "DH-BACK");
        assertThat(heard).last().isEqualTo(new Input.NotApproved());
        assertThat(acts()).noneMatch(Act.Approved.class::isInstance);
    }

    @Test
    void fiveWrongPinsLockTheSupervisorAndTheVerdictMustBeAnswered() {
        ask();
        scan("B-7");
        for (int i = 0; i < 5; i++) {
            enter("0000");
        }
        assertThat(told()).isEqualTo("signin.locked");
        assertThat(bench.mustAnswer()).isTrue();
        press(Command.ACKNOWLEDGE);
        scan("B-7");
        assertThat(told()).isEqualTo("signin.locked");
        assertThat(acts()).filteredOn(new Act.SignInRefused("B-7")::equals).hasSize(5);
        assertThat(heard).doesNotContain(new Input.Approved(BOSS.id()));
    }

    @Test
    void whatChangesMeanwhileReachesTheJobAndTheQuestionStays() {
        ask();
        scan("B-7");
        bench.refresh();
        assertThat(heard).containsExactly(new Input.Changed());
        assertThat(bench.screen().step()).isEqualTo("signin.supervisor-pin");
        enter("777777");
        assertThat(told()).isEqualTo("test.closed");
    }

    @Test
    void whenTheStepThatAskedIsGoneNobodyIsAskedAnyMore() {
        ask();
        scan("B-7");
        bench.take(new Input.Cancelled(new TaskId("t")));
        assertThat(told()).isEqualTo("test.gone");
        assertThat(bench.screen().step()).isEqualTo("test.gone");
        press(Command.ACKNOWLEDGE);
        enter("777777");
        assertThat(heard).doesNotContain(new Input.Approved(BOSS.id()), new Input.NotApproved());
        assertThat(acts()).noneMatch(Act.Approved.class::isInstance);
    }

    @Test
    void leavingTheJobLeavesTheQuestion() {
        ask();
        press(Command.MENU);
        assertThat(bench.screen().step()).isEqualTo("menu.choose");
        scan("B-7");
        assertThat(bench.screen().step()).isEqualTo("menu.choose");
    }

    @Test
    void nothingIsTakenBackUnderTheQuestion() {
        ask();
        assertThat(bench.canUndo()).isFalse();
        press(Command.UNDO);
        assertThat(told()).isEqualTo("bench.nothing-to-undo");
        assertThat(bench.screen().step()).isEqualTo("signin.ask-supervisor");
    }

    @Test
    void aWordThatIsNotRecordedDoesNotCount() {
        ask();
        scan("B-7");
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FULL, "full", null);
        enter("777777");
        assertThat(told()).isEqualTo("bench.disk-full");
        assertThat(heard).isEmpty();
        memory.broken = null;
        press(Command.ACKNOWLEDGE);
        heard.clear();
        enter("777777");
        assertThat(heard).containsExactly(new Input.Approved(BOSS.id()));
    }

    @Test
    void justAfterSignInAPinThatIsTypedOnIsNotRepeatedButOtherCodesAre() {
        scan("B-1");
        enter("1111");
        scan("246810");
        assertThat(told()).isEqualTo("bench.unsaid");
        assertThat(String.valueOf(bench.verdict())).doesNotContain("246810");
        scan("NO-SUCH");
        assertThat(told()).isEqualTo("common.unknown-code");
        now = now.plusSeconds(11);
        scan("246810");
        assertThat(told()).isEqualTo("common.unknown-code");
    }

    @Test
    void justAfterASupervisorsWordAPinThatIsTypedOnIsNotRepeated() {
        ask();
        scan("B-7");
        now = now.plusSeconds(60);
        enter("777777");
        press(Command.MENU);
        scan("777777");
        assertThat(told()).isEqualTo("bench.unsaid");
    }

    @Test
    void aSupervisorUnlocksABadgeAndItsOwnerSignsInAfterwards() {
        scan("B-1");
        for (int i = 0; i < 5; i++) {
            enter("0000");
        }
        press(Command.ACKNOWLEDGE);
        assertThat(bench.screen().step()).isEqualTo("signin.ask-supervisor");
        scan("B-7");
        enter("777777");
        assertThat(told()).isEqualTo("signin.unlocked");
        assertThat(bench.operator()).isNull();
        assertThat(bench.screen().step()).isEqualTo("signin.badge");
        assertThat(acts())
                .endsWith(new Act.Approved("signin.unlock"), new Act.BadgeUnlocked(PICKER.id()))
                .noneMatch(Act.SignedIn.class::isInstance);
        scan("B-1");
        enter("1111");
        assertThat(bench.operator()).isEqualTo(PICKER);
    }
}
