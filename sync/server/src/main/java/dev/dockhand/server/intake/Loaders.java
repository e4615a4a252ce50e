package dev.dockhand.server.intake;

import java.util.Map;

/**
 * What loads each kind of thing.
 *
 * @param all loaders by kind
 */
record Loaders(Map<ImportKind, Loader<?>> all) {

    Loader<?> of(ImportKind kind) {
        Loader<?> loader = all.get(kind);
        if (loader == null) {
            throw new IllegalStateException("nothing loads " + kind);
        }
        return loader;
    }
}
