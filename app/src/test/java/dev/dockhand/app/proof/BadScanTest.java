package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.id.CheckDigit;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scans that cannot be right: refused in clear words, nothing is recorded, and the next good one counts. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class BadScanTest {

    private static final String DIGITS = "880999999999";
    private static final int RIGHT = Character.digit(CheckDigit.of(DIGITS), 10);
    private static final String UNKNOWN = DIGITS + RIGHT;
    private static final String WRONG_DIGIT = DIGITS + (RIGHT + 1) % 10;
    private static final Wording NOT_KNOWN =
            new Wording("common.unknown-code", "Nothing counted. Scan another barcode", "반영 안 됨. 다른 바코드를 스캔");
    private static final Wording CHECK_DIGIT =
            new Wording("code.check-digit", "The check digit is wrong", "검증번호가 맞지 않습니다");
    private static final Wording CONTROL =
            new Wording("code.control-character", "The scanner sent garbage", "스캐너가 알 수 없는 값을 보냈습니다");

    private Warehouse warehouse;
    private Bench bench;
    private Worker worker;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        warehouse = Warehouse.open(folder, new OddShop(40, 0));
        bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", 1);
        bench.awaitInStep();
        worker = bench.worker("TOTE");
        worker.workTo("picking.take");
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
        warehouse.close();
    }

    record Bad(String name, String scan, Wording said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(
                new Bad("unknown barcode", "]E0" + UNKNOWN, NOT_KNOWN),
                new Bad("unknown word", "HELLO", NOT_KNOWN),
                new Bad("wrong check digit", "]E0" + WRONG_DIGIT, CHECK_DIGIT),
                new Bad("wrong check digit, no identifier", WRONG_DIGIT, CHECK_DIGIT),
                new Bad(
                        "missing separator",
                        "]C101" + "0" + GeneratedShop.gtin(1) + "10ABCDEFGHIJ" + "17261231" + "21SERIAL",
                        new Wording(
                                "code.separator-missing", "The separator after (10) is missing", "(10) 다음 구분자가 없습니다")),
                new Bad("4 KB", "A".repeat(4096), NOT_KNOWN),
                new Bad(
                        "more than 4 KB",
                        "A".repeat(5000),
                        new Wording("code.too-long", "more than 4,096 characters", "4,096자를 넘습니다")),
                new Bad("control bytes", "\u0001" + GeneratedShop.gtin(1) + "\u0007", CONTROL),
                new Bad("escape sequence", "\u001b[2J" + GeneratedShop.gtin(1), CONTROL),
                new Bad("printer commands", "^XZ~JA", NOT_KNOWN),
                new Bad("SQL", "'; DROP TABLE item; --", NOT_KNOWN));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedInWordsAndTheNextGoodScanCounts(Bad bad) throws Exception {
        BenchView before = worker.view();
        long acts = bench.acts();

        BenchView told = worker.scanRaw(bad.scan());

        bad.said().check(told, Tone.WARN);
        assertThat(told.screen()).isEqualTo(before.screen());
        bench.checkActs(warehouse, acts);
        BenchView after = worker.scanRaw("]E0" + GeneratedShop.gtin(1));
        assertThat(after.verdict().tone()).isEqualTo(Tone.GOOD);
        bench.checkActs(warehouse, acts + 1);
        assertThat(bench.devices().printer().labels()).isEmpty();
    }
}
