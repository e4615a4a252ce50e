package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.ShiftPlan.Incident;
import dev.dockhand.app.demo.ShiftPlan.Surroundings;
import dev.dockhand.app.ui.Picture;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.model.id.OrderId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javax.imageio.ImageIO;

/** A whole shift by the scripted operator through the real screens, with pictures and a report. */
final class ScriptedRun implements Surroundings {

    private final DemoWorld world;
    private final Path folder;
    private final Gallery gallery;
    private long pulledNanos;
    private long plugged;
    private long mostWaiting;
    private boolean pulled;

    private ScriptedRun(DemoWorld world, Path folder, Gallery gallery) {
        this.world = world;
        this.folder = folder;
        this.gallery = gallery;
    }

    /**
     * Works the shift.
     *
     * @param folder where report and pictures go
     * @param orders how many parcels
     * @param readySeconds how long the start took
     * @return the report, written already
     */
    static Report work(
            DemoWorld world,
            Path folder,
            int orders,
            Locale language,
            String readySeconds,
            About about,
            InstantSource clock)
            throws IOException, InterruptedException {
        CompletableFuture<Gallery> opened = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                opened.complete(Gallery.open(folder.resolve("screens"), world.program(), language, about, clock));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        Gallery gallery = opened.join();
        ScriptedRun run = new ScriptedRun(world, folder, gallery);
        Report report = run.shift(orders, readySeconds);
        Gallery.onScreen(gallery::close);
        return report;
    }

    private Report shift(int orders, String readySeconds) throws IOException, InterruptedException {
        SampleData.Badge badge = world.badges().getFirst();
        ShiftPlan plan = new ShiftPlan(badge.badge(), badge.pin(), 1, orders, 4, EnumSet.allOf(Incident.class));
        ScriptedShift shift = new ScriptedShift(
                world.program().bench(),
                world.bench(),
                () -> world.program().memory().view(),
                this);
        long start = System.nanoTime();
        ShiftResult result = shift.run(plan);
        double minutes = (System.nanoTime() - start) / 60e9;
        Audit audit = new Audit(world.administrator(), world.program().memory(), world.bench());
        List<Audit.Check> checks = audit.of(result);
        gallery.pages();
        benchPictures();
        labels();
        Report report = new Report(
                checks.stream().allMatch(Audit.Check::agrees),
                checks,
                figures(result, readySeconds, minutes, audit.exceptions()),
                result.happened().stream().map(Enum::name).sorted().toList(),
                world.loaded().stream()
                        .flatMap(each -> each.rejected().stream())
                        .toList());
        report.write(folder);
        return report;
    }

    private Map<String, String> figures(
            ShiftResult result, String readySeconds, double minutes, List<String> exceptions)
            throws IOException, InterruptedException {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("Ready to scan", readySeconds + " s");
        world.orders().forEach((place, orders) -> figures.put("Orders at " + place, String.valueOf(orders)));
        figures.put("Shift", number(minutes) + " min, pictures included");
        figures.put("Acts called good", String.valueOf(result.goods().size()));
        figures.put("Parcels closed", String.valueOf(result.parcels().size()));
        figures.put(
                "Orders called off at the bench",
                String.valueOf(result.cancelled().size()));
        figures.put("Scan to verdict, p50", number(ShiftResult.millis(result.scanNanos(), 50)) + " ms");
        figures.put("Scan to verdict, p99", number(ShiftResult.millis(result.scanNanos(), 99)) + " ms");
        figures.put("Weight to label in hand, p50", number(ShiftResult.millis(result.labelNanos(), 50)) + " ms");
        figures.put("Cable out", number(pulledNanos / 1e9) + " s");
        figures.put("Most acts that waited for the network", String.valueOf(mostWaiting));
        figures.put("Different screens seen", String.valueOf(gallery.count()));
        figures.put("Exceptions for a supervisor", exceptions.isEmpty() ? "none" : String.join(", ", exceptions));
        return figures;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The virtual bench itself, in both languages and themes. */
    private void benchPictures() {
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            for (boolean dark : List.of(false, true)) {
                String name = "virtual-bench-" + language.getLanguage() + (dark ? "-dark" : "-light") + ".png";
                Gallery.onScreen(() ->
                        benchPicture(language, dark, folder.resolve("screens").resolve(name)));
            }
        }
    }

    private void benchPicture(Locale language, boolean dark, Path file) {
        try (VirtualBenchWindow window = new VirtualBenchWindow(world.benchParts(language, dark))) {
            window.fill();
            Picture.write(window.scene(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void labels() throws IOException {
        Path labels = folder.resolve("labels");
        Files.createDirectories(labels);
        for (BenchLabel label : world.bench().labels()) {
            BufferedImage image = label.image();
            if (image != null) {
                String name = String.format(
                        Locale.ROOT,
                        "%03d-%s.png",
                        label.paper().number(),
                        label.paper().condition().name().toLowerCase(Locale.ROOT));
                ImageIO.write(image, "png", labels.resolve(name).toFile());
            }
        }
    }

    @Override
    public void pullCable() {
        world.cable().pull();
        pulled = true;
        plugged = System.nanoTime();
    }

    @Override
    public void plugCable() {
        world.cable().plug();
        if (pulled) {
            pulled = false;
            pulledNanos += System.nanoTime() - plugged;
        }
    }

    @Override
    public void cancel(OrderId order) throws IOException, InterruptedException {
        world.administrator().cancel(order);
    }

    @Override
    public void seen(BenchView view) {
        mostWaiting = Math.max(mostWaiting, view.sync().waiting());
        gallery.seen(view);
    }
}
