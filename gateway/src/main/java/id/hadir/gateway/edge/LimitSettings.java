package id.hadir.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The largest bodies that pass.
 *
 * @param normal of a JSON request or a form
 * @param importFile of a list of units or participants
 * @param material of a file to hand out
 */
@ConfigurationProperties("hadir.limits")
record LimitSettings(DataSize normal, DataSize importFile, DataSize material) {}
