package dev.dockhand.server.http;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.server.intake.ImportFile;
import dev.dockhand.server.intake.ImportKind;
import dev.dockhand.server.intake.ImportRow;
import dev.dockhand.server.intake.ImportTurns;
import dev.dockhand.server.intake.ImportViews;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Files and JSON that are taken in, small ones at once and large ones behind the request. */
final class ImportRoutes {

    private final Intake intake;
    private final ImportViews views;

    ImportRoutes(Intake intake) {
        this.intake = intake;
        this.views = intake.views();
    }

    List<Route> all() {
        return List.of(
                Route.post("/v1/admin/imports/{kind}", Access.BRAND, this::take),
                Route.get("/v1/admin/imports", Access.BRAND, this::list),
                Route.get("/v1/admin/imports/{import}", Access.BRAND, call -> Reply.json(view(call, id(call)))),
                Route.get("/v1/admin/imports/{import}/rows", Access.BRAND, this::rows));
    }

    private Reply take(Call call) throws IOException {
        ImportKind kind = ImportKind.of(call.path("kind", text -> text))
                .orElseThrow(() -> HttpError.notFound("this kind cannot be imported; see /openapi.json"));
        ImportFile.Format format = switch (call.contentType()) {
            case "text/csv", "text/tab-separated-values", "text/plain" -> ImportFile.Format.CSV;
            case "application/json" -> ImportFile.Format.JSON;
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ImportFile.Format.XLSX;
            default ->
                throw new HttpError(
                        415,
                        "TYPE_UNSUPPORTED",
                        "Content-Type must be text/csv, application/json or that of an .xlsx workbook,"
                                + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        };
        try (ImportTurns.Turn turn = intake.turn()) {
            byte[] file = call.body(Intake.LARGEST, ImportTurns.SMALL, turn::large);
            turn.begin();
            ImportFile told = new ImportFile(
                    format,
                    file,
                    call.query("charset").orElse(null),
                    call.query("sheet").orElse(null),
                    call.query("brand", BrandId::new).orElse(null));
            return switch (intake.take(sites(call), kind, told, call.onlyBrand())) {
                case Intake.Taken.Loaded loaded -> Reply.json(loaded.result());
                case Intake.Taken.Stored stored -> Reply.json(202, view(call, stored.id()));
            };
        }
    }

    private ImportViews.View view(Call call, String id) {
        return views.find(scopes(call), id).orElseThrow(() -> HttpError.notFound("there is no import " + id));
    }

    private Reply list(Call call) {
        List<Scope> scopes = scopes(call);
        return Listing.part(
                call, "imports", "", (before, limit) -> views.list(scopes, before, limit), ImportViews.View::id);
    }

    private Reply rows(Call call) {
        List<Scope> scopes = scopes(call);
        String id = view(call, id(call)).id();
        return Listing.part(
                call,
                "rows",
                ImportRow.Key.START,
                (after, limit) -> views.rows(scopes, id, after, limit),
                ImportRow.Key::of);
    }

    private static String id(Call call) {
        return call.path("import", text -> UUID.fromString(text).toString());
    }

    private static List<Scope> scopes(Call call) {
        return sites(call).stream()
                .map(site -> Scope.of(site, call.onlyBrand()))
                .toList();
    }

    /** One warehouse, or all of one company. */
    private static List<Site> sites(Call call) {
        List<Site> sites = call.sites();
        if (sites.stream().map(Site::company).distinct().count() != 1) {
            throw HttpError.badRequest(
                    "WAREHOUSE_NEEDED",
                    "name the warehouse by the header %s: company/warehouse".formatted(Reach.WAREHOUSE_HEADER));
        }
        return sites;
    }
}
