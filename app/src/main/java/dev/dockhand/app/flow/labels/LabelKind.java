package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen.Option;
import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What labels can be printed of, and which of them belong together. */
enum LabelKind {
    /** A badge each: whoever has one signs in with it and a PIN. */
    BADGE {
        @Override
        List<OneLabel> all(Lookup lookup) {
            return lookup.operators().stream()
                    .filter(Operator::active)
                    .map(LabelKind::badge)
                    .toList();
        }

        @Override
        Option option(List<OneLabel> one) {
            OneLabel badge = one.getFirst();
            return new Option(
                    badge.group(), Text.of("common.note", badge.name()), Text.of("common.note", badge.code()));
        }
    },
    /** Locations, in walking order. */
    LOCATION {
        @Override
        List<OneLabel> all(Lookup lookup) {
            return lookup.locations().stream().map(LabelKind::location).toList();
        }

        @Override
        Option option(List<OneLabel> zone) {
            String name = zone.getFirst().group();
            return new Option(name, Text.of("labels.group.LOCATION", name), Text.of("labels.count", zone.size()));
        }
    };

    /** Every label of the kind. */
    abstract List<OneLabel> all(Lookup lookup);

    /** How labels that belong together are offered. */
    abstract Option option(List<OneLabel> group);

    /** The kind with this name. */
    static Optional<LabelKind> of(String name) {
        return List.of(values()).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** The label of a person. */
    static OneLabel badge(Operator person) {
        return new OneLabel(
                OneLabel.BADGE,
                person.badge(),
                person.name(),
                person.badge(),
                Map.of(
                        "code",
                        person.badge(),
                        "name",
                        person.name(),
                        "role",
                        person.role().name().toLowerCase(Locale.ROOT)));
    }

    /** The label of a location. */
    static OneLabel location(Location location) {
        String code = location.code().value();
        return new OneLabel("location", code, code, location.zone(), Map.of("code", code, "zone", location.zone()));
    }

    /** Its labels by what they are chosen by: a badge by its code, since people share names, locations by their zone. */
    Map<String, List<OneLabel>> groups(Lookup lookup) {
        Map<String, List<OneLabel>> groups = new LinkedHashMap<>();
        for (OneLabel label : all(lookup)) {
            groups.computeIfAbsent(label.group(), group -> new ArrayList<>()).add(label);
        }
        return groups;
    }

    /** How the kind is offered. */
    Option option(Lookup lookup) {
        return new Option(
                name(),
                Text.of("labels.kind." + name()),
                Text.of("labels.count", all(lookup).size()));
    }
}
