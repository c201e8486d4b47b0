package id.hadir.events.registry;

import id.hadir.events.organise.RegionChoice;
import id.hadir.events.unit.UnitTemplate;
import java.util.Optional;
import java.util.Set;

/**
 * The usual offices of a region, to be chosen from.
 *
 * @param template empty until a province, regency or city is chosen
 * @param existing codes of those that the region has already
 */
public record TemplateView(
        RegionChoice region, Optional<UnitTemplate> template, Set<String> existing) {}
