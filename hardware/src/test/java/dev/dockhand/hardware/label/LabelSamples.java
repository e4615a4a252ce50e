package dev.dockhand.hardware.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Data of each template, and a reader of what was drawn. */
public final class LabelSamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static final LabelTemplates TEMPLATES =
            LabelTemplates.bundled(InstantSource.fixed(Instant.parse("2026-11-23T03:00:00Z")));
    public static final LabelWriter ZPL = new LabelWriter(new ZplLanguage());
    public static final LabelPreview PREVIEW = new LabelPreview(new ZplLanguage(), Dpi.DPI_203);

    private LabelSamples() {}

    private static final Map<String, String> DATA =
            Map.of("waybill", """
                {"waybill":"632912345678","carrier":"CJ","service":"standard","routing":"A12-3",
                 "orderNumber":"2026112300017","parcel":{"number":1,"of":1,"grams":1234},
                 "recipient":{"name":"김민준","phone":"010-1234-5678","postcode":"06236",
                  "address":"서울특별시 강남구 테헤란로 152, 12층"},
                 "sender":{"name":"데모 스토어","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시 문발로 100"},
                 "items":[{"name":"수분크림 50ml","quantity":1},{"name":"Toner pad, 70 sheets","quantity":2}],
                 "message":"부재 시 문 앞에 놓아 주세요"}\
                """, "license-plate", """
                {"sscc":"388012345678901230","item":{"sku":"TP-070","name":"토너 패드 70매"},"quantity":240,"unit":"개",
                 "lot":"2611A","expiry":"2028-11-30","owner":"데모 스토어","receipt":"ASN-2026-0012"}\
                """, "location", """
                {"code":"A-01-02-3","zone":"A 구역"}\
                """, "badge", """
                {"code":"OP-0004","name":"김민지","role":"packer"}\
                """, "command", """
                {"code":"CMD-FINISH","title":"완료","subtitle":"Finish"}\
                """, "sheet", """
                {"title":"명령 바코드 11 / 11","commands":[{"words":"완료","code":"DH-FINISH"}]}\
                """);

    /** A fresh copy of the sample data of a template. */
    public static ObjectNode data(String id) {
        try {
            return (ObjectNode) JSON.readTree(DATA.get(id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] zpl(String id) throws LabelException {
        return ZPL.write(TEMPLATES.fill(id, data(id)), Dpi.DPI_203);
    }

    /** A sample as it is filled for a language. */
    public static Label label(String id, LabelLanguage language) throws LabelException {
        return TEMPLATES.fill(id, data(id), language.widestMm());
    }

    /** What a scanner reads of one kind of code. */
    public static String read(BufferedImage image, BarcodeFormat format) throws NotFoundException {
        return read(image, format, false);
    }

    /** The same with the AIM identifier and separators of GS1. */
    public static String readGs1(BufferedImage image) throws NotFoundException {
        return read(image, BarcodeFormat.CODE_128, true);
    }

    private static String read(BufferedImage image, BarcodeFormat format, boolean gs1) throws NotFoundException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(format));
        hints.put(DecodeHintType.TRY_HARDER, true);
        if (gs1) {
            // ZXing shows a check character of the value of FNC1 as a separator then
            hints.put(DecodeHintType.ASSUME_GS1, true);
        }
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
        try {
            return new MultiFormatReader().decode(bitmap, hints).getText();
        } catch (NotFoundException e) {
            // ZXing's search for the corners misses a few square codes of a drawing that it reads when told to skip it
            hints.put(DecodeHintType.PURE_BARCODE, true);
            return new MultiFormatReader().decode(bitmap, hints).getText();
        }
    }
}
