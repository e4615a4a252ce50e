package dev.dockhand.server.http;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.picture.BadPictureException;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.picture.PictureSources;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.util.List;

/** Pictures of items: up from an administrator, down to the stations. */
final class PictureRoutes {

    private final Pictures pictures;

    PictureRoutes(Pictures pictures) {
        this.pictures = pictures;
    }

    List<Route> all() {
        return List.of(
                Route.get("/v1/pictures/{picture}", Access.STATION, this::send),
                Route.put("/v1/admin/pictures/{name}", Access.WAREHOUSE, this::upload),
                Route.get("/v1/admin/pictures", Access.WAREHOUSE, this::missing));
    }

    private Reply missing(Call call) {
        Site site = call.site();
        return Listing.part(
                call,
                "missing",
                PictureSources.MissingKey.START,
                (after, limit) -> pictures.sources().missing(site, after, limit),
                PictureSources.Missing::key);
    }

    private Reply send(Call call) {
        PictureId picture = call.path("picture", PictureId::new);
        return pictures.find(call.site(), picture)
                .map(stored -> Reply.stream(stored.mediaType(), out -> out.write(stored.bytes())))
                .orElseThrow(() -> HttpError.notFound("there is no such picture"));
    }

    private Reply upload(Call call) throws IOException {
        PictureSource name = call.path("name", PictureSource::new);
        if (name.isAddress()) {
            throw HttpError.badRequest("BAD_PARAMETER", "name: must be the name of a file");
        }
        byte[] bytes = call.body(PictureId.LARGEST);
        try {
            return Reply.json(pictures.upload(call.site(), name, bytes));
        } catch (BadPictureException e) {
            throw HttpError.badRequest(e.reason().name(), String.valueOf(e.getMessage()));
        }
    }
}
