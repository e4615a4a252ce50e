package dev.dockhand.app.bench;

import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp.Answer;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.flow.BenchRules;
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
import dev.dockhand.model.id.OperatorId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bench with its devices and its memory, where a supervisor may be asked for. */
abstract class SupervisedBench {

    static final Instant START = Instant.parse("2026-11-27T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Operator PICKER = operator("op-1", "B-1", "1111", Operator.Role.PICKER);
    static final Operator BOSS = operator("op-7", "B-7", "777777", Operator.Role.SUPERVISOR);

    @TempDir
    private Path folder;

    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final InstantSource clock = now::get;
    final MemoryInRam memory = new MemoryInRam();
    final List<Reply> replies = new CopyOnWriteArrayList<>();
    StationDevices devices;
    BenchLoop bench;

    private static Operator operator(String id, String badge, String pin, Operator.Role role) {
        return new Operator(
                new OperatorId(id), id, badge, PinHash.of(pin, MemoryInRam.PEPPER, new Random(1)), role, true);
    }

    @BeforeEach
    void open() throws IOException {
        devices = new StationDevices(
                folder, new AnyOpener(), ScaleProfiles.load(), LabelTemplates.bundled(clock), () -> Dpi.DPI_203, clock);
        bench = new BenchLoop(
                memory,
                Map.of(FlowId.SIGN_IN, new SignInFlow(), FlowId.MENU, new MenuFlow()),
                new BenchSettings("S1", new PlateNumbers(1, 1), BenchRules.USUAL, clock),
                devices,
                new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), clock), code -> false));
        devices.start();
        bench.start();
    }

    @AfterEach
    void close() {
        bench.close();
        devices.close();
    }

    void know(Operator... people) {
        memory.operators.addAll(List.of(people));
    }

    void signIn(String badge, String pin) {
        bench.input(new Input.Scanned(ScannedCode.plain(badge)));
        bench.input(new Input.Entered(pin));
    }

    Reply change() {
        choose(500);
        return next(0);
    }

    /** Changes the devices as their page does. */
    void choose(int value) {
        bench.deviceChanges().ask(new SupervisorApproval.Asker() {
            @Override
            public void allowed(@Nullable OperatorId by) {
                devices.setUp()
                        .choose(
                                "scanner",
                                DeviceOption.REPEAT,
                                value,
                                by,
                                answer -> replies.add(new Reply(answer, null)));
            }

            @Override
            public void asks(Question question) {
                replies.add(new Reply(null, question));
            }
        });
    }

    /** What comes of a change: it is over, or a supervisor is asked for first. */
    record Reply(@Nullable Answer answer, @Nullable Question asks) {}

    Reply next(int before) {
        return await().atMost(PATIENCE)
                .until(() -> replies.size() > before ? replies.get(before) : null, Objects::nonNull);
    }

    Reply tell(Reply asked, Input input) {
        int before = replies.size();
        Objects.requireNonNull(asked.asks()).to().accept(input);
        return next(before);
    }

    static Input scan(String badge) {
        return new Input.Scanned(ScannedCode.plain(badge));
    }

    int kept() throws IOException {
        return DeviceFiles.devices(folder).read().getFirst().option(DeviceOption.REPEAT);
    }

    static @Nullable String verdict(Reply asked) {
        Question question = asked.asks();
        return question == null || question.verdict() == null
                ? null
                : question.verdict().text().key();
    }
}
