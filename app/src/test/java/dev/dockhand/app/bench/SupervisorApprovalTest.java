package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.device.DeviceTests;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may change the devices, through the bench and its memory; which anybody may look at and test. */
class SupervisorApprovalTest extends SupervisedBench {

    @Test
    void whileNobodyIsKnownAnInstallerSetsTheDevicesUp() throws IOException {
        Reply reply = change();
        assertThat(Objects.requireNonNull(reply.answer()).good()).isTrue();
        assertThat(kept()).isEqualTo(500);
    }

    @Test
    void aSupervisorWhoIsSignedInIsNotAsked() throws IOException {
        know(PICKER, BOSS);
        signIn("B-7", "777777");
        assertThat(change().answer()).isNotNull();
        assertThat(kept()).isEqualTo(500);
    }

    @Test
    void aPickerChangesNothingUntilASupervisorVouchesAndStaysSignedIn() throws IOException {
        know(PICKER, BOSS);
        signIn("B-1", "1111");
        Reply asked = change();
        assertThat(asked.asks()).isNotNull();
        Reply refused = tell(asked, scan("B-1"));
        assertThat(verdict(refused)).isEqualTo("signin.no-supervisor");
        assertThat(kept()).isZero();
        Reply hello = tell(refused, scan("B-7"));
        Reply wrong = tell(hello, new Input.Entered("1111"));
        assertThat(verdict(wrong)).isEqualTo("signin.wrong-pin");
        assertThat(kept()).isZero();
        assertThat(tell(wrong, new Input.Entered("777777")).answer()).isNotNull();
        assertThat(kept()).isEqualTo(500);
        assertThat(memory.events)
                .extracting(FloorEvent::act)
                .endsWith(new Act.SignInRefused("B-7"), new Act.Approved("signin.devices"));
    }

    private Reply vouched() {
        Reply hello = tell(change(), scan("B-7"));
        return tell(hello, new Input.Entered("777777"));
    }

    private Reply changeAgain(int value) {
        int before = replies.size();
        choose(value);
        return next(before);
    }

    private @Nullable Instant until() {
        List<BenchView> views = new CopyOnWriteArrayList<>();
        bench.onView(views::add);
        return await().atMost(PATIENCE)
                .until(() -> views.isEmpty() ? null : views.getLast(), Objects::nonNull)
                .devicesUntil();
    }

    @Test
    void oneWordCoversTheChangesOfTenMinutesAndTheViewSaysUntilWhen() throws IOException {
        know(PICKER, BOSS);
        signIn("B-1", "1111");
        assertThat(until()).isNull();
        assertThat(vouched().answer()).isNotNull();
        assertThat(until()).isEqualTo(START.plusSeconds(600));
        now.set(START.plusSeconds(599));
        assertThat(changeAgain(250).answer()).isNotNull();
        assertThat(kept()).isEqualTo(250);
        now.set(START.plusSeconds(600));
        assertThat(changeAgain(1000).asks()).isNotNull();
        assertThat(kept()).isEqualTo(250);
        assertThat(memory.events)
                .extracting(FloorEvent::act)
                .filteredOn(Act.Approved.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theWordEndsWhenSomebodySignsOutOrIn() {
        know(PICKER, BOSS);
        assertThat(vouched().answer()).isNotNull();
        signIn("B-1", "1111");
        assertThat(changeAgain(250).asks()).isNotNull();
        replies.clear();
        assertThat(vouched().answer()).isNotNull();
        bench.input(new Input.Pressed(Command.SIGN_OUT));
        assertThat(until()).isNull();
        assertThat(changeAgain(1000).asks()).isNotNull();
    }

    @Test
    void whenNobodyIsSignedInASupervisorIsAskedToo() {
        know(PICKER, BOSS);
        assertThat(change().asks()).isNotNull();
    }

    @Test
    void aWordThatIsNotRecordedChangesNothing() throws IOException {
        know(BOSS);
        Reply hello = tell(change(), scan("B-7"));
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FULL, "full", null);
        assertThat(verdict(tell(hello, new Input.Entered("777777")))).isEqualTo("bench.disk-full");
        assertThat(kept()).isZero();
    }

    @Test
    void anybodyTestsTheDevices() {
        know(PICKER, BOSS);
        List<DeviceTests.TestRun> tests = new CopyOnWriteArrayList<>();
        devices.setUp().tests().onRun(tests::add);
        devices.setUp().tests().test("scanner");
        await().atMost(PATIENCE).until(() -> !tests.getLast().list().isEmpty());
    }

    @Test
    void aKioskClosesByASupervisorsWordOnly() {
        know(PICKER, BOSS);
        List<Question> asked = new CopyOnWriteArrayList<>();
        AtomicBoolean closed = new AtomicBoolean();
        signIn("B-1", "1111");
        bench.closing().ask(new SupervisorApproval.Asker() {
            @Override
            public void allowed(@Nullable OperatorId by) {
                closed.set(true);
            }

            @Override
            public void asks(Question question) {
                asked.add(question);
            }
        });
        await().atMost(PATIENCE).until(() -> asked.size() == 1);
        asked.getLast().to().accept(new Input.Scanned(ScannedCode.plain("B-1")));
        await().atMost(PATIENCE).until(() -> asked.size() == 2);
        asked.getLast().to().accept(new Input.Scanned(ScannedCode.plain("B-7")));
        await().atMost(PATIENCE).until(() -> asked.size() == 3);
        asked.getLast().to().accept(new Input.Entered("7770"));
        await().atMost(PATIENCE).until(() -> asked.size() == 4);
        assertThat(closed).isFalse();
        asked.getLast().to().accept(new Input.Entered("777777"));
        await().atMost(PATIENCE).untilTrue(closed);
    }
}
