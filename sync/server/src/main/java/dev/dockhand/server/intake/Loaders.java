package dev.dockhand.server.intake;

import dev.dockhand.server.feed.FeedWriter;
import java.util.EnumMap;
import java.util.Map;

/**
 * What loads each kind of thing.
 *
 * @param all by kind
 */
record Loaders(Map<ImportKind, Together<?>> all) {

    static Loaders of(FeedWriter feed, Map<ImportKind, Loader<?>> loaders) {
        Map<ImportKind, Together<?>> all = new EnumMap<>(ImportKind.class);
        loaders.forEach((kind, loader) -> all.put(kind, new Together<>(loader, feed)));
        return new Loaders(all);
    }

    Together<?> of(ImportKind kind) {
        Together<?> loader = all.get(kind);
        if (loader == null) {
            throw new IllegalStateException("nothing loads " + kind);
        }
        return loader;
    }
}
