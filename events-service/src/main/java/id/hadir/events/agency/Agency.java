package id.hadir.events.agency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who organises events.
 *
 * @param kind such as {@code bawaslu}, {@code kpu}, {@code bakesbangpol}, {@code setda}
 * @param regionCode null for the whole country
 */
public record Agency(UUID id, String name, String kind, @Nullable String regionCode) {}
