package dev.dockhand.server.http;

import dev.dockhand.server.accept.Events;
import dev.dockhand.server.accept.Quarantine;
import dev.dockhand.server.access.AccessKeys;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Enrolments;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.access.Stations;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedReader;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.order.Holds;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.release.HandOver;
import dev.dockhand.server.release.Orders;
import dev.dockhand.server.release.Settling;
import dev.dockhand.server.release.WorkDesk;
import dev.dockhand.server.snapshot.Snapshot;
import dev.dockhand.server.store.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the doors lead to.
 *
 * @param version version of the server, for people
 * @param time the clock
 * @param database the database
 * @param companies companies and brands
 * @param warehouses warehouses
 * @param keys keys of programs and people
 * @param enrolments gives stations their keys
 * @param stations the stations
 * @param peppers what stations check PINs with
 * @param proxies whose word on network addresses counts
 * @param events takes events
 * @param quarantine keeps events that are not taken
 * @param feed what stations are told
 * @param snapshot everything at once
 * @param desk leases
 * @param intake imports
 * @param orders promising and cancelling
 * @param holds keeping work back
 * @param handOver parcels to carriers
 * @param settling answers of supervisors
 * @param exceptions exceptions
 * @param shipments closed parcels
 * @param waybills pool of numbers
 * @param pictures pictures of items
 * @param spool keeps large answers while they are sent
 * @param meters what is counted and timed
 */
public record Api(
        String version,
        InstantSource time,
        Database database,
        Companies companies,
        Warehouses warehouses,
        AccessKeys keys,
        Enrolments enrolments,
        Stations stations,
        Peppers peppers,
        TrustedProxies proxies,
        Events events,
        Quarantine quarantine,
        FeedReader feed,
        Snapshot snapshot,
        WorkDesk desk,
        Intake intake,
        Orders orders,
        Holds holds,
        HandOver handOver,
        Settling settling,
        Exceptions exceptions,
        Shipments shipments,
        WaybillPool waybills,
        Pictures pictures,
        Spool spool,
        Meters meters) {

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(new StationRoutes(this).all());
        routes.addAll(new CompanyRoutes(companies, warehouses, keys).all());
        routes.addAll(new AdminRoutes(this).all());
        routes.addAll(new OrderRoutes(this).all());
        routes.addAll(new ImportRoutes(intake).all());
        routes.addAll(new ViewRoutes(this).all());
        routes.addAll(new PictureRoutes(pictures).all());
        return routes;
    }
}
