package id.hadir.events.unit;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.events.naming.Folded;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * Loads all regions and their units, 91,000 and 91,000 rows, by COPY. Flyway runs it in one
 * transaction with its own mark of having done so: cut off in the middle, it begins anew.
 */
@Component
class FirstLoad implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "load regions and units";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        PGConnection connection = context.getConnection().unwrap(PGConnection.class);
        try (CopyRows regions =
                new CopyRows(connection, "copy region (code, name, level, parent) from stdin")) {
            RegionFiles.forEach(
                    region ->
                            regions.add(
                                    region.code(),
                                    region.name(),
                                    region.level().code(),
                                    region.parent()));
        }
        try (CopyRows units =
                new CopyRows(
                        connection,
                        "copy unit (id, name, kind, region_code, identity, folded_name, head_title,"
                                + " folded_head, parent_id) from stdin")) {
            Map<String, UUID> above = new HashMap<>();
            RegionFiles.forEach(region -> addUnit(units, region, above));
        }
    }

    /**
     * @param above the unit of each region down to districts, which for Jakarta's regencies is the
     *     province's
     */
    private static void addUnit(CopyRows units, Region region, Map<String, UUID> above) {
        @Nullable UUID parent = region.parent() == null ? null : above.get(region.parent());
        TerritorialUnit.of(region)
                .ifPresentOrElse(
                        unit -> {
                            UUID id = UuidCreator.getTimeOrderedEpoch();
                            units.add(
                                    id.toString(),
                                    unit.name(),
                                    unit.kind().code(),
                                    region.code(),
                                    unit.kind().identity(unit.name()),
                                    Folded.of(unit.name()),
                                    unit.headTitle(),
                                    Folded.of(unit.headTitle()),
                                    parent == null ? null : parent.toString());
                            if (region.level() != Region.Level.VILLAGE) {
                                above.put(region.code(), id);
                            }
                        },
                        () -> {
                            if (parent != null) {
                                above.put(region.code(), parent);
                            }
                        });
    }
}
