package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Workbooks are read as a person sees them: identifiers with the digits that are shown, formulas as their values. */
class SheetRowsTest {

    private static final List<String> STOCK = List.of("location", "sku", "lot", "expiry", "quantity");

    private static byte[] workbook(Consumer<Workbook> fill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            fill.accept(book);
        }
        return out.toByteArray();
    }

    private static byte[] sheet(Consumer<Worksheet> fill) throws IOException {
        return workbook(book -> {
            Worksheet sheet = book.newWorksheet("재고");
            header(sheet, 0);
            fill.accept(sheet);
        });
    }

    private static void header(Worksheet sheet, int row) {
        for (int i = 0; i < STOCK.size(); i++) {
            sheet.value(row, i, STOCK.get(i));
        }
    }

    private static Reading read(byte[] file) {
        return SheetRows.read(ImportKind.STOCK, file, null);
    }

    private static List<String> values(Reading reading) {
        return reading.rows().stream()
                .map(row -> String.join("|", STOCK.stream().map(row::text).toList()))
                .toList();
    }

    /** The same file with a part of the sheet's XML replaced, as another program writes it. */
    private static byte[] withXml(byte[] file, String part, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.write((entry.getName().endsWith(part) ? text.replace(from, to) : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void numbersKeepTheDigitsThatAreShown() throws IOException {
        Reading reading = read(sheet(sheet -> {
            sheet.value(1, 0, "A-01");
            sheet.value(1, 1, 8809091000430L);
            sheet.value(1, 2, 6236);
            sheet.style(1, 2).format("00000").set();
            sheet.value(1, 4, 10);
            sheet.value(3, 0, "A-02");
            sheet.value(3, 1, 1012345678);
            sheet.style(3, 1).format("000-0000-0000").set();
            sheet.value(3, 4, 2.5);
        }));
        assertThat(values(reading)).containsExactly("A-01|8809091000430|06236||10", "A-02|010-1234-5678|||2.5");
        assertThat(reading.rows())
                .extracting(Row::line)
                .as("rows as Excel counts them")
                .containsExactly(2L, 4L);
    }

    @Test
    void daysAreDaysAndTimesAreTimes() throws IOException {
        Reading reading = read(sheet(sheet -> {
            sheet.value(1, 2, LocalDateTime.of(2026, 12, 1, 16, 0));
            sheet.style(1, 2).format("yyyy/m/d h:mm").set();
            sheet.value(1, 3, LocalDate.of(2026, 12, 1));
            sheet.style(1, 3).format("yyyy\"년\" m\"월\" d\"일\"").set();
            sheet.value(1, 4, 46357);
        }));
        assertThat(values(reading)).containsExactly("||2026-12-01 16:00|2026-12-01|46357");
    }

    @Test
    void aFormulaIsItsValueAndWithoutOneItIsNamed() throws IOException {
        byte[] file = sheet(sheet -> {
            sheet.value(1, 0, "A-01");
            sheet.formula(1, 1, "CONCATENATE(\"GL\",\"-1004\")");
            sheet.formula(1, 4, "5+5");
        });
        assertThat(values(read(withXml(
                        withXml(file, "sheet1.xml", "<f>5+5</f>", "<f>5+5</f><v>10</v>"),
                        "sheet1.xml",
                        "<f>CONCATENATE",
                        "<v>GL-1004</v><f>CONCATENATE"))))
                .singleElement()
                .asString()
                .startsWith("A-01|")
                .endsWith("|10");
        assertThat(values(read(file)).getFirst()).startsWith("A-01|=CONCATENATE");
    }

    @Test
    void moreDigitsThanANumberKeepsAreNotMadeUp() throws IOException {
        Reading reading = read(sheet(sheet -> sheet.value(1, 1, 8809091000430123456L)));
        assertThat(reading.rows().getFirst().text("sku")).matches("8\\.8090910004301\\d*E\\+18");
    }

    @Test
    void theNamedSheetIsReadElseTheFirstThatCanBeSeen() throws IOException {
        byte[] file = workbook(book -> {
            Worksheet hidden = book.newWorksheet("옛날");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            header(hidden, 0);
            Worksheet first = book.newWorksheet("하나");
            header(first, 2);
            first.value(3, 0, "A-01");
            Worksheet second = book.newWorksheet("둘");
            header(second, 0);
            second.value(1, 0, "B-01");
        });
        Reading first = read(file);
        assertThat(values(first)).containsExactly("A-01||||");
        assertThat(first.notices()).extracting(Notice::message).containsExactly("the sheet \"하나\" was read");
        assertThat(values(SheetRows.read(ImportKind.STOCK, file, "둘"))).containsExactly("B-01||||");
        assertThatThrownBy(() -> SheetRows.read(ImportKind.STOCK, file, "셋"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("하나, 둘");
    }

    @Test
    void aWorkbookOfTheFewestPartsIsRead() throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        StringBuilder header = new StringBuilder();
        for (String column : STOCK) {
            header.append("<c t=\"inlineStr\"><is><t>").append(column).append("</t></is></c>");
        }
        byte[] file = zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                        + " PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet.main+xml\"/></Types>",
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(main, relations),
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                                .formatted(relations),
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"%s\"><sheetData><row r=\"1\">%s</row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A-01</t></is></c><c r=\"B2\"><v>8.80909100043E12</v></c><c r=\"E2\"><v>10.0</v></c></row></sheetData></worksheet>"
                        .formatted(main, header)));
        assertThat(values(read(file))).containsExactly("A-01|8809091000430|||10");
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        for (byte[] file : List.of(
                "PK\u0003\u0004 not a zip".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8), 1),
                zip("xl/worksheets/sheet1.xml", new byte[1 << 20], 300),
                withXml(sheet(sheet -> sheet.value(1, 0, "A")), "sheet1.xml", "<sheetData>", "<sheetData"))) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOfSatisfying(
                            ImportRefusedException.class,
                            e -> assertThat(e.code()).isEqualTo("BAD_WORKBOOK"));
        }
    }

    private static byte[] zip(String name, byte[] content, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
        }
        return out.toByteArray();
    }
}
