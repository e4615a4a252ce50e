package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.printer.PrinterLanguage;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices sent in public bug reports, through {@code weigh}, {@code print} and {@code replay}. */
class DeviceReportsTest {

    @TempDir
    private Path folder;

    private static byte[] input(String name) throws IOException {
        try (InputStream in = DeviceReportsTest.class.getResourceAsStream("/device-reports/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static byte[] hex(String name) throws IOException {
        return HexFormat.of().parseHex(new String(input(name), StandardCharsets.US_ASCII).strip());
    }

    /** Says the same again and again, in pieces with pauses before them: asked or unasked. */
    private record Speaker(String question, List<byte[]> pieces, Duration apart, StringBuffer got)
            implements VirtualDevice {

        static Speaker unasked(byte[] frame) {
            return new Speaker("", List.of(frame), Duration.ofMillis(60), new StringBuffer());
        }

        static Speaker printer(String language, Duration apart, List<byte[]> pieces) {
            byte[] asked = PrinterLanguage.of(language).talk().orElseThrow().question();
            return new Speaker(new String(asked, StandardCharsets.ISO_8859_1), pieces, apart, new StringBuffer());
        }

        @Override
        public void serve(Wire line) throws PortException, InterruptedException {
            while (true) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                got.append(new String(line.read(Duration.ofMillis(5)), StandardCharsets.ISO_8859_1));
                int at = got.indexOf(question);
                if (at >= 0) {
                    got.delete(at, at + question.length());
                    for (byte[] piece : pieces) {
                        TimeUnit.NANOSECONDS.sleep(apart.toNanos());
                        line.write(piece, Duration.ofSeconds(1));
                    }
                }
            }
        }
    }

    private static Ran weigh(VirtualDevice scale, String profile) {
        try (FarEnd end = FarEnd.socket()) {
            end.serve(scale);
            String port = end.address().uri();
            return Ran.run("weigh", "--port", port, "--profile", profile, "--count", "5", "--json");
        }
    }

    private Ran print(Speaker printer, String language, String... more) throws IOException {
        Path data = Files.writeString(folder.resolve("location.json"), "{\"code\": \"A-01-2\"}");
        try (FarEnd end = FarEnd.socket()) {
            end.serve(printer);
            List<String> arguments = new ArrayList<>(
                    List.of("print", "--printer", end.address().uri(), "--language", language, "--label", "location"));
            arguments.addAll(List.of("--data", data.toString(), "--json"));
            arguments.addAll(List.of(more));
            return Ran.run(arguments.toArray(String[]::new));
        }
    }

    private static void assertAll(Ran ran, String state, String grams) {
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.fields("state")).hasSize(5).containsOnly(state);
        assertThat(ran.fields("grams"))
                .allSatisfy(each -> assertThat(new BigDecimal(each)
                                .subtract(new BigDecimal(grams))
                                .abs())
                        .isLessThan(new BigDecimal("0.01")));
    }

    @Test
    void aStatusOfNciWithAnSIsRead() throws IOException {
        byte[] frame = hex("30-nci-stable.hex");
        Speaker scale = new Speaker("W\r", List.of(frame), Duration.ZERO, new StringBuffer());
        assertAll(weigh(scale, "nci"), "STABLE", "1133.98");
        Ran moving = weigh(new Speaker("W\r", List.of(moving(frame)), Duration.ZERO, new StringBuffer()), "nci");
        assertAll(moving, "MOTION", "1133.98");
    }

    private static byte[] moving(byte[] frame) {
        String text = new String(frame, StandardCharsets.ISO_8859_1).replace("S00", "S10");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 64})
    void aReportIsReadHoweverLongTheReadIs(int length) throws IOException {
        byte[] read = Arrays.copyOf(hex("35-hid-7-bytes.hex"), length);
        assertAll(weigh(Speaker.unasked(read), "hid-scale"), "STABLE", "3560.70");
    }

    @Test
    void aPrinterThatNeverAnswersPrintsWhenThatIsSaid() throws IOException {
        String language = Json.mapper()
                .readTree(input("44-tspl-silent.json"))
                .path("language")
                .asText();
        Speaker asked = Speaker.printer(language, Duration.ZERO, List.of());
        Ran refused = print(asked, language);
        assertThat(refused.code()).isEqualTo(Common.NOT_DONE);
        assertThat(refused.fields("reason")).containsExactly("SILENT");
        assertThat(refused.fields("hint")).singleElement().asString().contains("--no-status");
        assertThat(asked.got()).doesNotContain("PRINT");
        Speaker taken = Speaker.printer(language, Duration.ZERO, List.of());
        Ran sent = print(taken, language, "--no-status");
        assertThat(sent.code()).as(sent.out()).isZero();
        assertThat(sent.fields("state")).containsExactly("ACCEPTED");
        assertThat(taken.got().toString().split("PRINT 1", -1)).hasSize(2);
    }

    @Test
    void aHostStatusWithAModeThatNobodyKnowsIsReady() throws IOException {
        byte[] answer = input("46-hs-mode-k.bin");
        Speaker printer = Speaker.printer("zpl", Duration.ZERO, List.of(answer));
        Ran sent = print(printer, "zpl", "--trace", folder.resolve("trace").toString());
        assertThat(sent.fields("state")).as(sent.out()).containsExactly("CONFIRMED");
        assertThat(printer.got().toString()).contains("^XZ");
        Ran again = Ran.run("replay", folder.resolve("trace").toString(), "--json");
        assertThat(again.fields("severity")).isNotEmpty().containsOnly("INFO");
        Path bare = Files.writeString(
                folder.resolve("bare"), """
                    # dockhand trace 1
                    # profile zpl
                    2026-11-23T09:00:00.120Z IN %s
                    """.formatted(HexFormat.of().formatHex(withoutThird(answer))));
        assertThat(Ran.run("replay", bare.toString(), "--json").fields("flags")).hasSize(1);
    }

    private static byte[] withoutThird(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("1234")).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aHostStatusInSlowPacketsIsReady() throws IOException {
        Duration apart = Duration.ofMillis(Json.mapper()
                .readTree(input("48-hs-slow.json"))
                .path("packets_ms_apart")
                .asLong());
        List<byte[]> packets = Arrays.stream(new String(input("46-hs-mode-k.bin"), StandardCharsets.ISO_8859_1)
                        .replace(",K,", ",2,")
                        .split("(?<=\n)"))
                .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        Speaker printer = Speaker.printer("zpl", apart, packets);
        Ran sent = print(printer, "zpl");
        assertThat(sent.fields("state")).as(sent.out()).containsExactly("CONFIRMED");
        assertThat(printer.got().toString()).contains("^XZ");
    }
}
