package dev.dockhand.app.cli;

import dev.dockhand.app.cli.LabelOptions.Unusable;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.Label;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelPreview;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.LabelWriter;
import dev.dockhand.hardware.label.WrittenLabel;
import java.util.ArrayList;
import java.util.List;

/** Labels that were all checked before the first of them is made. Counted from 1. */
final class LabelBatch {

    private final LabelWriter writer;
    private final LabelPreview preview;
    private final Dpi dpi;
    private final List<Checked> labels;

    private LabelBatch(LabelWriter writer, Dpi dpi, List<Checked> labels) {
        this.writer = writer;
        this.preview = new LabelPreview(writer.language(), dpi);
        this.dpi = dpi;
        this.labels = List.copyOf(labels);
    }

    /**
     * A label that can be made.
     *
     * @param line where it stands in the file
     * @param label what it holds
     */
    private record Checked(long line, Label label) {}

    /**
     * A row that no label can be made of.
     *
     * @param line where it stands in the file
     * @param why what is wrong with it
     */
    record Wrong(long line, String why) {}

    /** Rows are wrong, and nothing was made. */
    static final class WrongRows extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Wrong> rows;
        private final int of;

        WrongRows(List<Wrong> rows, int of) {
            super("%d of %d rows are wrong".formatted(rows.size(), of));
            this.rows = List.copyOf(rows);
            this.of = of;
        }

        List<Wrong> rows() {
            return rows;
        }

        int of() {
            return of;
        }
    }

    /**
     * Checks every row.
     *
     * @param template which label
     * @throws Unusable when the options make no sense
     * @throws WrongRows when a label cannot be made, or something of a field would not be on it
     */
    static LabelBatch of(LabelOptions options, LabelTemplates templates, String template, List<LabelRows.Row> rows)
            throws Unusable, WrongRows {
        LabelLanguage language = options.language();
        Dpi dpi = options.dpi();
        LabelWriter writer = new LabelWriter(language);
        List<Checked> labels = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        for (LabelRows.Row row : rows) {
            String why = row.wrong();
            if (why.isEmpty()) {
                try {
                    Label label = templates.fill(template, row.fields(), language.widestMm());
                    why = options.incomplete()
                            ? ""
                            : LabelOptions.words(writer.written(label, dpi).notices())
                                    .map(words -> words + "; nothing was made, --incomplete makes it all the same")
                                    .orElse("");
                    labels.add(new Checked(row.line(), label));
                } catch (LabelException | IllegalArgumentException e) {
                    why = String.valueOf(e.getMessage());
                }
            }
            if (!why.isEmpty()) {
                wrong.add(new Wrong(row.line(), why));
            }
        }
        if (!wrong.isEmpty()) {
            throw new WrongRows(wrong, rows.size());
        }
        return new LabelBatch(writer, dpi, labels);
    }

    int size() {
        return labels.size();
    }

    LabelLanguage language() {
        return writer.language();
    }

    Dpi dpi() {
        return dpi;
    }

    /** Where a label stands in the file. */
    long line(int number) {
        return labels.get(number - 1).line();
    }

    /** The bytes of a label. */
    WrittenLabel written(int number) throws LabelException {
        return writer.written(labels.get(number - 1).label(), dpi);
    }

    /** What a printer would make of a label's bytes, drawn from nothing else. */
    LabelPreview.Drawn drawn(int number) throws LabelException {
        return preview.draw(written(number).bytes());
    }
}
