package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.site.CutOffTime;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server warehouse}. */
@Command(
        name = "warehouse",
        description = "Lists the warehouses of a company, makes one, or changes how it works.",
        mixinStandardHelpOptions = true)
final class WarehouseCommand {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Pattern CUT_OFF = Pattern.compile(
            "(?<carrier>[^/=]+)(/(?<service>[^=]*))?=(?<from>[A-Za-z]+)(-(?<to>[A-Za-z]+))?@(?<at>\\d{1,2}:\\d{2})");

    private static final Pattern ALLOWED = Pattern.compile("(?<percent>\\d{1,3})/(?<grams>\\d{1,6})");

    @Spec
    private CommandSpec spec;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    WarehouseCommand() {}

    @Command(name = "list", description = "Lists the warehouses of a company.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminClient client) throws IOException, InterruptedException {
        AdminClient.print(spec, client.list(client.companyPath() + "/warehouses", "warehouses"));
        return 0;
    }

    @Command(
            name = "put",
            description = "Makes a warehouse, or changes it; what is not named stays as it is. Its stations are told.",
            mixinStandardHelpOptions = true)
    int put(
            @Mixin AdminClient client,
            @Parameters(paramLabel = "WAREHOUSE", description = "its key") String warehouse,
            @Mixin Wishes wishes)
            throws IOException, InterruptedException {
        String path = client.companyPath() + "/warehouses/" + AdminClient.part(warehouse);
        AdminClient.print(spec, client.put(path, wishes.told()));
        return 0;
    }

    /** What may be told of a warehouse. */
    static final class Wishes {

        @Option(names = "--name", description = "as people call it")
        private @Nullable String name;

        @Option(names = "--zone", description = "its time zone, for instance Asia/Seoul")
        private @Nullable String zone;

        @Option(names = "--currency", description = "ISO code, for instance KRW")
        private @Nullable String currency;

        @Option(names = "--gs1-prefix", description = "GS1 company prefix of its license plates, seven digits")
        private @Nullable String prefix;

        @Option(names = "--label-dpi", description = "resolution of its label printers: 203, 300 or 600")
        private @Nullable Integer dpi;

        @Option(names = "--packaging-grams", description = "usual weight of box and filling")
        private @Nullable Integer packaging;

        @Option(
                names = "--tolerance",
                paramLabel = "PERCENT/GRAMS",
                description = "how far a parcel's weight may be off, and never less than so many grams")
        private @Nullable String tolerance;

        @Option(
                names = "--approval",
                paramLabel = "PERCENT/GRAMS",
                description = "how far off it may be without a supervisor's word")
        private @Nullable String approval;

        @Option(
                names = "--cut-off",
                paramLabel = "CARRIER[/SERVICE]=MON[-FRI]@HH:MM",
                description = "when a carrier leaves; all cut-offs are told together")
        private @Nullable List<String> cutOffs;

        @Option(
                names = "--holiday",
                split = ",",
                paramLabel = "DATE",
                description = "days on which no carrier leaves; all are told together")
        private @Nullable List<String> holidays;

        ObjectNode told() throws IOException {
            ObjectNode told = MAPPER.createObjectNode();
            put(told, "name", name);
            put(told, "zone", zone);
            put(told, "currency", currency);
            put(told, "companyPrefix", prefix);
            if (dpi != null) {
                told.put("labelDpi", dpi);
            }
            ObjectNode weighing = MAPPER.createObjectNode();
            if (packaging != null) {
                weighing.put("packaging", packaging);
            }
            allowed(weighing, "tolerance", tolerance);
            allowed(weighing, "approval", approval);
            if (!weighing.isEmpty()) {
                told.set("weighing", weighing);
            }
            if (cutOffs != null) {
                List<CutOffTime> times = new ArrayList<>();
                for (String cutOff : cutOffs) {
                    times.add(cutOff(cutOff));
                }
                told.set("cutOffs", MAPPER.valueToTree(times));
            }
            if (holidays != null) {
                told.set("holidays", MAPPER.valueToTree(holidays));
            }
            return told;
        }

        private static void allowed(ObjectNode weighing, String option, @Nullable String value) throws IOException {
            if (value == null) {
                return;
            }
            Matcher parts = ALLOWED.matcher(value);
            if (!parts.matches()) {
                throw new IOException(
                        "--%s is PERCENT/GRAMS, for instance 5/30; this is none: %s".formatted(option, value));
            }
            weighing.put(option + "Percent", Integer.parseInt(parts.group("percent")));
            weighing.put(option + "AtLeast", Integer.parseInt(parts.group("grams")));
        }

        private static void put(ObjectNode told, String field, @Nullable String value) {
            if (value != null) {
                told.put(field, value);
            }
        }

        private static CutOffTime cutOff(String text) throws IOException {
            Matcher parts = CUT_OFF.matcher(text);
            if (!parts.matches()) {
                throw new IOException(
                        "--cut-off is CARRIER[/SERVICE]=MON[-FRI]@HH:MM, for instance CJ=MON-FRI@16:00; this is none: "
                                + text);
            }
            String service = parts.group("service");
            DayOfWeek from = day(parts.group("from"));
            DayOfWeek to = parts.group("to") == null ? from : day(parts.group("to"));
            try {
                return new CutOffTime(
                        new CarrierCode(parts.group("carrier")),
                        service == null ? "" : service,
                        days(from, to),
                        LocalTime.parse(parts.group("at").length() < 5 ? "0" + parts.group("at") : parts.group("at")));
            } catch (DateTimeException e) {
                throw new IOException("--cut-off has no time of day: " + text, e);
            }
        }

        private static Set<DayOfWeek> days(DayOfWeek from, DayOfWeek to) {
            Set<DayOfWeek> days = EnumSet.of(from);
            for (DayOfWeek day = from; day != to; ) {
                day = day.plus(1);
                days.add(day);
            }
            return days;
        }

        private static DayOfWeek day(String text) throws IOException {
            String wanted = text.toUpperCase(Locale.ROOT);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (wanted.length() >= 3 && day.name().startsWith(wanted)) {
                    return day;
                }
            }
            throw new IOException("a weekday is MON to SUN, not " + text);
        }
    }
}
