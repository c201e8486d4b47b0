package id.hadir.kit.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param part the service's name in the addresses of its audit, such as {@code kegiatan}
 * @param atTheEdge clients connect here; elsewhere the gateway tells their address
 */
@ConfigurationProperties("hadir.audit")
record AuditSettings(String part, boolean atTheEdge) {}
