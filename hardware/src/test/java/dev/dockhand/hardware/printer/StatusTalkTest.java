package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.rules.Drawn;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTalkTest {

    private static Optional<PrinterStatus> read(String language, byte[] bytes) {
        StatusReader reader = PrinterLanguage.of(language).talk().orElseThrow().reader();
        reader.accept(bytes);
        return reader.status();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "tspl,00,''",
                "tspl,01,HEAD_OPEN",
                "tspl,02,JAM",
                "tspl,04,PAPER_OUT",
                "tspl,08,RIBBON_OUT",
                "tspl,10,PAUSED",
                "tspl,20,BUSY",
                "tspl,40,HEAD_OPEN",
                "tspl,80,TOO_HOT",
                "tspl,24,BUSY PAPER_OUT",
                "tspl,0000,none",
                "slcs,0000,''",
                "slcs,8000,PAPER_OUT",
                "slcs,4000,HEAD_OPEN",
                "slcs,2000,JAM",
                "slcs,1000,TOO_HOT",
                "slcs,0800,PAPER_OUT",
                "slcs,0400,RIBBON_OUT",
                "slcs,0080,BUSY",
                "slcs,0040,BUSY",
                "slcs,0020,LABEL_WAITING",
                "slcs,8040,BUSY PAPER_OUT",
                "slcs,00,none",
                "slcs,0100,none",
                "slcs,0001,none",
                "slcs,000000,none",
                "slcs,1380114000,none",
                "slcs,13801140,BUSY PAPER_OUT",
                "epl,30300d0a,''",
                "epl,30370d0a,PAPER_OUT",
                "epl,31310d0a,HEAD_OPEN",
                "epl,31320d0a,PAUSED",
                "epl,30312c31310d0a,HEAD_OPEN ERROR",
                "epl,133131110d0a,HEAD_OPEN",
                "epl,30300d,''",
                "epl,30300a,''",
                "epl,0d0a30370d0a,PAPER_OUT",
                "epl,3030,none",
                "epl,30780d0a,none",
                "escpos,12121212,''",
                "escpos,131212111212,''",
                "escpos,1a121212,ERROR",
                "escpos,1a1a1212,ERROR",
                "escpos,1a161212,HEAD_OPEN",
                "escpos,1a321212,PAPER_OUT",
                "escpos,1a52121a,ERROR PAPER_LOW",
                "escpos,1a521a12,JAM",
                "escpos,1212121e,PAPER_LOW",
                "escpos,1a321272,PAPER_OUT",
                "escpos,121212,none",
                "escpos,1212121212,none",
                "escpos,12ff121212,none"
            })
    void everyBitIsReadByItselfAndWhatCannotBeIsNoAnswer(String language, String hex, String flags) {
        Optional<PrinterStatus> status = read(language, HexFormat.of().parseHex(hex));
        if (flags == null) {
            assertThat(status).isEmpty();
        } else {
            assertThat(status.orElseThrow().flags().stream()
                            .map(Enum::name)
                            .sorted()
                            .toList())
                    .isEqualTo(List.of(flags.split(" ")).stream()
                            .filter(f -> !f.isEmpty())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void noBytesAreWorseThanNoAnswer() {
        Drawn.each(500, drawn -> {
            byte[] noise = drawn.bytes(255);
            for (PrinterLanguage language : PrinterLanguage.all()) {
                language.talk().ifPresent(talk -> {
                    StatusReader reader = talk.reader();
                    reader.accept(noise);
                    reader.status();
                    reader.reset();
                    assertThat(reader.status()).isEmpty();
                });
            }
        });
    }

    @Test
    void theGravestStateDecides() {
        assertThat(PrinterStatus.uncounted(Set.of()).severity()).isEqualTo(Severity.INFO);
        assertThat(PrinterStatus.uncounted(Set.of(PrinterFlag.BUSY, PrinterFlag.PAPER_LOW))
                        .severity())
                .isEqualTo(Severity.SOON);
        assertThat(PrinterStatus.uncounted(Set.of(PrinterFlag.PAPER_LOW, PrinterFlag.PAPER_OUT))
                        .severity())
                .isEqualTo(Severity.STOP);
        for (PrinterFlag flag : PrinterFlag.values()) {
            assertThat(flag.stops().isPresent()).isEqualTo(flag.severity() == Severity.STOP);
        }
    }

    @Test
    void theAnswerInTurnIsToldFromTheOthers() {
        StatusReader reader = new EscPosStatus().reader();
        reader.turn();
        reader.accept(new byte[] {0x12, 0x12, 0x12, 0x12});
        assertThat(reader.reached()).isFalse();
        reader.accept(new byte[] {0});
        assertThat(reader.reached()).isTrue();
        reader.reset();
        assertThat(reader.reached()).isTrue();
        reader.turn();
        assertThat(reader.reached()).isFalse();
    }

    @Test
    void theLateAnswerOfTheSlipBeforeProvesNothingOfThisOne() {
        StatusReader reader = new EscPosStatus().reader();
        reader.turn();
        reader.turn();
        reader.accept(new byte[] {0});
        assertThat(reader.reached()).isFalse();
        reader.accept(new byte[] {0});
        assertThat(reader.reached()).isTrue();
    }

    @Test
    void afterASilenceNoAnswerInTurnIsOwedAnyMore() {
        StatusReader reader = new EscPosStatus().reader();
        reader.turn();
        reader.silent();
        assertThat(reader.reached()).isFalse();
        reader.turn();
        reader.accept(new byte[] {0});
        assertThat(reader.reached()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slcs", "epl", "escpos", "zpl"})
    void aPrinterThatStopsTheLineIsWaitedFor(String language) {
        StatusReader reader = PrinterLanguage.of(language).talk().orElseThrow().reader();
        assertThat(reader.held()).isFalse();
        reader.accept(new byte[] {0x13});
        reader.reset();
        assertThat(reader.held()).isTrue();
        reader.accept(new byte[] {0x11});
        assertThat(reader.held()).isFalse();
    }
}
