package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.DevicesDoor.Answer;
import dev.dockhand.app.bench.DevicesDoor.Asks;
import dev.dockhand.app.bench.DevicesDoor.Reply;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may change the devices, through the bench and its memory; which anybody may look at and test. */
class SupervisionTest {

    private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Operator PICKER = operator("op-1", "B-1", "1111", Operator.Role.PICKER);
    private static final Operator BOSS = operator("op-7", "B-7", "7777", Operator.Role.SUPERVISOR);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final MemoryInRam memory = new MemoryInRam();
    private final List<Reply> replies = new CopyOnWriteArrayList<>();
    private DeviceDesk desk;
    private BenchLoop bench;

    private static Operator operator(String id, String badge, String pin, Operator.Role role) {
        return new Operator(new OperatorId(id), id, badge, PinHash.of(pin, new Random(1)), role, true);
    }

    @BeforeEach
    void open() throws IOException {
        desk = new DeviceDesk(
                folder, new AnyOpener(), ScaleProfiles.load(), LabelTemplates.bundled(clock), Dpi.of(203), clock);
        bench = new BenchLoop(
                memory,
                Map.of(FlowId.SIGN_IN, new SignInFlow(), FlowId.MENU, new MenuFlow()),
                new BenchSettings(
                        "S1",
                        new PlateNumbers(PlateNumbers.IN_HOUSE_PREFIX, 1, 1),
                        BenchRules.USUAL,
                        clock,
                        ZoneOffset.UTC),
                desk,
                new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), clock), code -> false));
        desk.supervisedBy(bench);
        desk.start();
        bench.start();
    }

    @AfterEach
    void close() {
        bench.close();
        desk.close();
    }

    private void know(Operator... people) {
        memory.operators.addAll(List.of(people));
    }

    private void signIn(String badge, String pin) {
        bench.input(new Input.Scanned(ScannedCode.plain(badge)));
        bench.input(new Input.Entered(pin));
    }

    private Reply change() {
        desk.page().choose("scanner", DeviceOption.REPEAT, 500, replies::add);
        return next(0);
    }

    private Reply next(int before) {
        return await().atMost(PATIENCE)
                .until(() -> replies.size() > before ? replies.get(before) : null, Objects::nonNull);
    }

    private Reply tell(Reply asked, Input input) {
        int before = replies.size();
        ((Asks) asked).to().accept(input);
        return next(before);
    }

    private static Input scan(String badge) {
        return new Input.Scanned(ScannedCode.plain(badge));
    }

    private int kept() throws IOException {
        return StationFiles.devices(folder).read().getFirst().option(DeviceOption.REPEAT);
    }

    private static @Nullable String verdict(Reply asked) {
        return asked instanceof Asks(var screen, var verdict, var to) && verdict != null
                ? verdict.text().key()
                : null;
    }

    @Test
    void whileNobodyIsKnownAnInstallerSetsTheDevicesUp() throws IOException {
        assertThat(change())
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.good()).isTrue());
        assertThat(kept()).isEqualTo(500);
    }

    @Test
    void aSupervisorWhoIsSignedInIsNotAsked() throws IOException {
        know(PICKER, BOSS);
        signIn("B-7", "7777");
        assertThat(change()).isInstanceOf(Answer.class);
        assertThat(kept()).isEqualTo(500);
    }

    @Test
    void aPickerChangesNothingUntilASupervisorVouchesAndStaysSignedIn() throws IOException {
        know(PICKER, BOSS);
        signIn("B-1", "1111");
        Reply asked = change();
        assertThat(asked).isInstanceOf(Asks.class);
        Reply refused = tell(asked, scan("B-1"));
        assertThat(verdict(refused)).isEqualTo("signin.no-supervisor");
        assertThat(kept()).isZero();
        Reply hello = tell(refused, scan("B-7"));
        Reply wrong = tell(hello, new Input.Entered("1111"));
        assertThat(verdict(wrong)).isEqualTo("signin.wrong-pin");
        assertThat(kept()).isZero();
        assertThat(tell(wrong, new Input.Entered("7777"))).isInstanceOf(Answer.class);
        assertThat(kept()).isEqualTo(500);
        assertThat(memory.events)
                .extracting(FloorEvent::act)
                .endsWith(new Act.SignInRefused("B-7"), new Act.Approved("signin.devices"));
    }

    private Reply vouched() {
        Reply hello = tell(change(), scan("B-7"));
        return tell(hello, new Input.Entered("7777"));
    }

    private Reply changeAgain(int value) {
        int before = replies.size();
        desk.page().choose("scanner", DeviceOption.REPEAT, value, replies::add);
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
        assertThat(vouched()).isInstanceOf(Answer.class);
        assertThat(until()).isEqualTo(START.plusSeconds(600));
        now.set(START.plusSeconds(599));
        assertThat(changeAgain(250)).isInstanceOf(Answer.class);
        assertThat(kept()).isEqualTo(250);
        now.set(START.plusSeconds(600));
        assertThat(changeAgain(1000)).isInstanceOf(Asks.class);
        assertThat(kept()).isEqualTo(250);
        assertThat(memory.events)
                .extracting(FloorEvent::act)
                .filteredOn(Act.Approved.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theWordEndsWhenSomebodySignsOutOrIn() {
        know(PICKER, BOSS);
        assertThat(vouched()).isInstanceOf(Answer.class);
        signIn("B-1", "1111");
        assertThat(changeAgain(250)).isInstanceOf(Asks.class);
        replies.clear();
        assertThat(vouched()).isInstanceOf(Answer.class);
        bench.input(new Input.Pressed(Command.SIGN_OUT));
        assertThat(until()).isNull();
        assertThat(changeAgain(1000)).isInstanceOf(Asks.class);
    }

    @Test
    void whenNobodyIsSignedInASupervisorIsAskedToo() {
        know(PICKER, BOSS);
        assertThat(change()).isInstanceOf(Asks.class);
    }

    @Test
    void aWordThatIsNotRecordedChangesNothing() throws IOException {
        know(BOSS);
        Reply hello = tell(change(), scan("B-7"));
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FULL, "full", null);
        assertThat(verdict(tell(hello, new Input.Entered("7777")))).isEqualTo("bench.not-recorded");
        assertThat(kept()).isZero();
    }

    @Test
    void anybodyTestsTheDevices() {
        know(PICKER, BOSS);
        List<ChecksDoor.Checks> checks = new CopyOnWriteArrayList<>();
        desk.page().checks().onChecks(checks::add);
        desk.page().checks().test("scanner");
        await().atMost(PATIENCE).until(() -> !checks.getLast().list().isEmpty());
    }

    @Test
    void aKioskClosesByASupervisorsWordOnly() {
        know(PICKER, BOSS);
        List<Asks> asked = new CopyOnWriteArrayList<>();
        AtomicBoolean closed = new AtomicBoolean();
        signIn("B-1", "1111");
        bench.mayClose(asked::add, () -> closed.set(true));
        await().atMost(PATIENCE).until(() -> asked.size() == 1);
        asked.getLast().to().accept(new Input.Scanned(ScannedCode.plain("B-1")));
        await().atMost(PATIENCE).until(() -> asked.size() == 2);
        asked.getLast().to().accept(new Input.Scanned(ScannedCode.plain("B-7")));
        await().atMost(PATIENCE).until(() -> asked.size() == 3);
        asked.getLast().to().accept(new Input.Entered("7770"));
        await().atMost(PATIENCE).until(() -> asked.size() == 4);
        assertThat(closed).isFalse();
        asked.getLast().to().accept(new Input.Entered("7777"));
        await().atMost(PATIENCE).untilTrue(closed);
    }
}
