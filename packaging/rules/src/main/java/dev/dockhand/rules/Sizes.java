package dev.dockhand.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** No file over 500 lines, no method over 70, and 95 % of the files under 250 lines. */
final class Sizes {

    static final int MAX_FILE_LINES = 500;
    static final int MAX_METHOD_LINES = 70;
    static final int USUAL_FILE_LINES = 250;
    private static final double USUAL_SHARE = 0.95;

    private Sizes() {}

    static List<String> violations(Path module) {
        List<Path> files = Sources.endingWith(module, ".java");
        List<String> found = new ArrayList<>();
        int large = 0;
        for (Path file : files) {
            long lines = Sources.read(file).lines().count();
            if (lines > MAX_FILE_LINES) {
                found.add("%s has %d lines, the limit is %d".formatted(module.relativize(file), lines, MAX_FILE_LINES));
            }
            if (lines >= USUAL_FILE_LINES) {
                large++;
            }
        }
        // A handful of files makes a share meaningless.
        if (files.size() >= 20 && large > files.size() * (1 - USUAL_SHARE)) {
            found.add(String.format(
                    Locale.ROOT, "%d of %d files have %d lines or more", large, files.size(), USUAL_FILE_LINES));
        }
        found.addAll(longMethods(module, files));
        return found;
    }

    private static List<String> longMethods(Path module, List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(module, unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class MethodLengths extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Path module;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        MethodLengths(Path module, CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.module = module;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                long length = last - first + 1;
                if (length > MAX_METHOD_LINES) {
                    Path file = module.toAbsolutePath()
                            .relativize(Path.of(unit.getSourceFile().toUri()));
                    found.add("%s:%d %s has %d lines, the limit is %d"
                            .formatted(file, first, method.getName(), length, MAX_METHOD_LINES));
                }
            }
            return super.visitMethod(method, unused);
        }
    }
}
