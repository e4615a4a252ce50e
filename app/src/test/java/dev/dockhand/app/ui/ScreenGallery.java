package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.devices.DevicesViewModel;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.settings.WindowSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import javafx.application.Platform;

/**
 * Pictures of every sample screen. Run with {@code -Dglass.platform=Headless -Dprism.order=sw} where there is no display;
 * arguments: folder, then any of {@code ko en light dark 1280x800 1024x768 1920x1080} and names of screens to narrow it.
 */
final class ScreenGallery {

    static final List<String> SIZES = List.of("1280x800", "1024x768", "1920x1080");

    private ScreenGallery() {}

    static void main(String[] arguments) throws InterruptedException {
        List<String> only = List.of(arguments).subList(1, arguments.length);
        Path folder = Path.of(arguments[0]);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                draw(folder, only);
            } catch (RuntimeException e) {
                e.printStackTrace();
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static void draw(Path folder, List<String> only) {
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            for (String theme : List.of("light", "dark")) {
                for (String size : SIZES) {
                    if (wanted(only, List.of("ko", "en"), language.getLanguage())
                            && wanted(only, List.of("light", "dark"), theme)
                            && wanted(only, SIZES, size)) {
                        draw(folder, only, language, theme, size);
                    }
                }
            }
        }
    }

    private static boolean wanted(List<String> only, List<String> all, String value) {
        return only.stream().noneMatch(all::contains) || only.contains(value);
    }

    private static void draw(Path folder, List<String> only, Locale language, String theme, String size) {
        Path into = folder.resolve(language.getLanguage() + "-" + theme + "-" + size);
        Map<String, BenchView> views = SampleScreens.in(language);
        List<String> names = List.copyOf(views.keySet());
        views.forEach((name, view) -> {
            if (wanted(only, names, name) || only.contains(name)) {
                picture(into.resolve(name + ".png"), view, PageId.WORK, language, theme, size);
            }
        });
        for (PageId page : Walk.pages()) {
            if (!page.equals(PageId.WORK) && (wanted(only, names, "page") || only.contains("page-" + page.name()))) {
                picture(
                        into.resolve("page-" + page.name().toLowerCase(Locale.ROOT) + ".png"),
                        views.get("packing-scan-item"),
                        page,
                        language,
                        theme,
                        size);
            }
        }
        DeviceScenes.all().forEach((name, scene) -> {
            if (wanted(only, names, "page") || only.contains("page-DEVICES")) {
                Path file = into.resolve("page-devices-" + name + ".png");
                picture(file, views.get("packing-scan-item"), PageId.DEVICES, language, theme, size, scene);
            }
        });
    }

    private static void picture(Path file, BenchView view, PageId page, Locale language, String theme, String size) {
        picture(file, view, page, language, theme, size, (devices, model) -> model.select(1));
    }

    private static void picture(
            Path file,
            BenchView view,
            PageId page,
            Locale language,
            String theme,
            String size,
            BiConsumer<SampleDevices, DevicesViewModel> scene) {
        String[] sides = size.split("x");
        WindowSettings settings = new WindowSettings(language, theme.equals("dark"), true, WindowSettings.USUAL_DPI);
        try (SampleWindow window =
                new SampleWindow(settings, Double.parseDouble(sides[0]), Double.parseDouble(sides[1]))) {
            window.show(view);
            window.window.model().open(page);
            scene.accept(window.devices, window.window.devices());
            Picture.write(window.layout().window.scene(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
