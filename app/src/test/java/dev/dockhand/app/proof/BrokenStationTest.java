package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.cli.StartFailure;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.journal.JournalSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A full disk, a damaged file, a second copy and a server of another version: said in words, and nothing is lost. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class BrokenStationTest {

    private static final int UNITS = 450;
    private static final String IN_MEMORY = "bench.notice.in-memory";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ITEM = "]E0" + GeneratedShop.gtin(1);

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void openWarehouse() throws Exception {
        warehouse = Warehouse.open(folder, new OddShop(UNITS, 0));
    }

    @AfterEach
    void closeWarehouse() throws Exception {
        warehouse.close();
    }

    @Test
    void aFullDiskRefusesTheActInRedAndWorkGoesOnWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = mount(folder.resolve("small"));
                Bench bench = onSmallDisk(16 << 10)) {
            Worker worker = atTheShelf(bench);
            long acts = bench.acts();
            disk.fill();

            BenchView told = worker.scanRaw(ITEM);
            while (told.verdict().tone() == Tone.GOOD) {
                acts++;
                disk.fill();
                told = worker.scanRaw(ITEM);
            }

            new Wording("bench.disk-full", "This scan was NOT recorded", "기록되지 않았습니다").check(told, Tone.STOP);
            assertThat(told.mustAnswer()).isTrue();
            assertThat(bench.acts()).isEqualTo(acts);
            // H2 writes behind the acts, so it finds the disk full a moment later.
            await().atMost(PATIENCE).until(() -> Wording.hasNotice(worker.scanRaw(ITEM), IN_MEMORY));
            new Wording(IN_MEMORY, "Free some space, then start the station again", "공간을 비우고")
                    .checkNotice(worker.view());
            assertThat(worker.scanRaw(ITEM).mustAnswer()).as("still red").isTrue();
            disk.free();
            worker.scanRaw(Command.ACKNOWLEDGE.barcode());
            assertThat(worker.scanRaw(ITEM).verdict().tone()).isEqualTo(Tone.GOOD);
            bench.checkActs(warehouse, acts + 1);
            assertThat(bench.program().memory().awaitApplied()).isTrue();
            bench.restart(folder -> {});
            bench.checkActs(warehouse, acts + 1);
        }
    }

    /** The disk was filled while the station was off: what its journal has room for is done, what is shown is in memory. */
    @Test
    void aStationStartsOnAFullDiskAndWorks() throws Exception {
        try (SmallDisk disk = mount(folder.resolve("small"));
                Bench bench = onSmallDisk(256 << 10)) {
            Worker worker = atTheShelf(bench);
            worker.scanRaw(ITEM);

            bench.restart(station -> disk.fill());

            Worker again = bench.worker("TOTE");
            BenchView view = again.workTo("picking.take");
            assertThat(view.screen().counter().done().units()).isEqualTo(1);
            assertThat(again.scanRaw(ITEM).verdict().tone()).isEqualTo(Tone.GOOD);
            assertThat(again.scanRaw(ITEM).screen().counter().done().units()).isEqualTo(3);
            bench.checkActs(warehouse, bench.acts());
        }
    }

    private Bench onSmallDisk(int segmentBytes) throws Exception {
        JournalSettings journal = new JournalSettings(segmentBytes, 0, 0, JournalSettings.USUAL.keep());
        Path station = folder.resolve("small").resolve("station");
        return Bench.open(station, warehouse, warehouse.throughCable(), "ST-01", 1, Bench.parts(journal));
    }

    private static SmallDisk mount(Path at) {
        try {
            return SmallDisk.mount(at);
        } catch (IOException e) {
            return Assumptions.abort("this machine lets no test mount a file system: " + e.getMessage());
        }
    }

    @Test
    void aDamagedReadModelIsMadeAnewFromTheJournalAndSaidSo() throws Exception {
        try (Bench bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", 1)) {
            Worker worker = atTheShelf(bench);
            worker.scanRaw(ITEM);
            warehouse.cable().pull();
            worker.scanRaw(ITEM);
            long acts = bench.acts();

            bench.restart(BrokenStationTest::damageReadModel);

            Worker again = bench.worker("TOTE");
            new Wording("bench.notice.rebuilt", "rebuilt from the journal. Nothing was lost", "유실된 작업은 없습니다")
                    .checkNotice(again.view());
            assertThat(bench.acts()).isEqualTo(acts);
            BenchView view = again.workTo("picking.take");
            assertThat(view.screen().counter().done().units()).isEqualTo(2);
            long before = bench.acts();
            assertThat(again.scanRaw(ITEM).verdict().tone()).isEqualTo(Tone.GOOD);
            warehouse.cable().plug();
            bench.checkActs(warehouse, before + 1);
        }
    }

    private static void damageReadModel(Path station) throws IOException {
        byte[] garbage = new byte[4096];
        new Random(1).nextBytes(garbage);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(station.resolve("view"), "view-*.mv.db")) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at < bytes.length; at += 2 * garbage.length) {
                    System.arraycopy(garbage, 0, bytes, at, Math.min(garbage.length, bytes.length - at));
                }
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void aSecondCopySaysWhyItDoesNotStartAndLeavesTheFirstAlone() throws Exception {
        Path station = folder.resolve("station");
        try (Bench bench = Bench.open(station, warehouse, "ST-01", 1)) {
            Worker worker = atTheShelf(bench);
            long acts = bench.acts();
            Path said = folder.resolve("said.txt");

            Process second = new ProcessBuilder(secondCopy(station))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String words = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(second.exitValue()).as(words).isEqualTo(1);
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                assertThat(words).contains(new StartFailure("start.in-use", "").words(language));
            }
            assertThat(words)
                    .contains("Dockhand is already running here. Use the window that is open")
                    .contains("이미 실행 중입니다. 열려 있는 창을 사용하세요");
            assertThat(worker.scanRaw(ITEM).verdict().tone()).isEqualTo(Tone.GOOD);
            bench.checkActs(warehouse, acts + 1);
        }
    }

    private static List<String> secondCopy(Path station) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SecondCopy.class.getName(),
                "--home",
                station.toString());
    }

    @Test
    void aServerOfAnotherVersionIsNamedAndWorkGoesOn() throws Exception {
        OtherVersion version = new OtherVersion();
        try (Bench bench = Bench.open(
                folder.resolve("station"),
                warehouse,
                warehouse.throughCable(),
                "ST-01",
                1,
                version.in(Bench.parts()))) {
            Worker worker = atTheShelf(bench);
            bench.awaitInStep();
            long acts = bench.acts();
            version.set(true);

            assertThat(worker.scanRaw(ITEM).verdict().tone()).isEqualTo(Tone.GOOD);

            BenchView view = worker.await(
                    seen -> seen.sync().state() == SyncStatus.State.OTHER_VERSION, "another version is seen");
            assertThat(words(Locale.ENGLISH, view)).isEqualTo("server has another version");
            assertThat(words(Locale.KOREAN, view)).isEqualTo("서버 버전이 다름");
            new Wording("bench.notice.other-version", "Work goes on here and nothing is lost", "유실되지 않습니다")
                    .checkNotice(view);
            for (int more = 0; more < 5; more++) {
                assertThat(worker.scanRaw(ITEM).verdict().tone()).isEqualTo(Tone.GOOD);
            }
            assertThat(warehouse.number("SELECT count(*) FROM event")).isEqualTo(acts);
            assertThat(bench.program().memory().sync().waiting()).isEqualTo(6);
            version.set(false);
            bench.checkActs(warehouse, acts + 6);
            worker.await(seen -> !Wording.hasNotice(seen, "bench.notice.other-version"), "the notice goes away");
        }
    }

    private static String words(Locale language, BenchView view) {
        return Texts.in(language).of("sync", view.sync().state());
    }

    private static Worker atTheShelf(Bench bench) throws InterruptedException {
        bench.awaitInStep();
        Worker worker = bench.worker("TOTE");
        worker.workTo("picking.take");
        return worker;
    }
}
