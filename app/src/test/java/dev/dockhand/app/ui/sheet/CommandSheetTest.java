package dev.dockhand.app.ui.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelPreview;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.LabelWriter;
import dev.dockhand.hardware.label.WrittenLabel;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandSheetTest {

    private static final LabelTemplates TEMPLATES = LabelTemplates.bundled(InstantSource.fixed(Instant.EPOCH));

    @Test
    void everyBarcodeOfTheSheetDoesSomething() {
        for (CommandSheet.Entry entry : CommandSheet.entries(Texts.in(Locale.ENGLISH))) {
            ScannedCode code = ScannedCode.plain(entry.barcode());
            boolean bench =
                    code.command().isPresent() || JobRegistry.named(code).isPresent();
            assertThat(bench || WindowKey.of(entry.barcode()).isPresent())
                    .as(entry.barcode())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"ko, zpl, 203", "en, zpl, 300", "en, tspl, 203", "ko, slcs, 203", "ko, epl, 203", "en, pdf, 300"})
    void everyBarcodeOfThePrintedLabelsScans(String words, String printer, int resolution)
            throws LabelException, ReaderException {
        Texts texts = Texts.in(Locale.of(words));
        LabelLanguage language = LabelLanguages.byId(printer).orElseThrow();
        Dpi dpi = Dpi.of(resolution);
        LabelWriter writer = new LabelWriter(language);
        List<String> read = new ArrayList<>();
        for (Map<String, Object> label : CommandSheet.labels(texts)) {
            WrittenLabel written = writer.written(TEMPLATES.fill(CommandSheet.LABEL, label, language.widestMm()), dpi);
            assertThat(written.notices()).isEmpty();
            read.addAll(
                    rows(new LabelPreview(language, dpi).draw(written.bytes()).image(), dpi));
        }
        assertThat(read)
                .containsExactlyElementsOf(CommandSheet.entries(texts).stream()
                        .map(CommandSheet.Entry::barcode)
                        .toList())
                .containsAll(Stream.of(Command.values()).map(Command::barcode).toList())
                .containsAll(
                        JobRegistry.JOBS.stream().map(JobDefinition::barcode).toList());
    }

    /** What a scanner reads in each of the eight rows; a row that holds nothing is the end. */
    private static List<String> rows(BufferedImage label, Dpi dpi) throws ReaderException {
        List<String> read = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            BufferedImage part = label.getSubimage(0, dpi.dots(12.4 + row * 18), label.getWidth(), dpi.dots(10.4));
            try {
                read.add(new Code128Reader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(part))))
                        .getText());
            } catch (NotFoundException e) {
                return read;
            }
        }
        return read;
    }
}
