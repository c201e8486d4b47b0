package id.hadir.kit.audit;

import id.hadir.kit.sheet.KitSheets;
import id.hadir.kit.sheet.TableExports;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import it to have an {@link Audit}, and to show it to admins at {@code /api/audit/PART} and
 * {@code /admin/jejak/PART}; its tables come from the Flyway location {@code
 * classpath:kit/db/service}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AuditSettings.class)
@Import({AuditApi.class, AuditPages.class, KitSheets.class})
public class KitAudit {

    @Bean
    Audit audit(DatabaseClient database, JsonMapper json, AuditSettings settings) {
        return new Audit(new AuditStore(database), json, settings.atTheEdge());
    }

    @Bean
    AuditQueries auditQueries(DatabaseClient database) {
        return new AuditQueries(database);
    }

    @Bean
    AuditSeal auditSeal(DatabaseClient database, Clock clock) {
        return new AuditSeal(new SealQueries(database), new AuditStore(database), clock);
    }

    @Bean
    AuditExport auditExport(
            DatabaseClient database,
            AuditQueries entries,
            Audit audit,
            TableExports workbooks,
            AuditSettings settings) {
        return new AuditExport(
                entries, new SealQueries(database), audit, workbooks, settings.part());
    }

    @Bean
    AuditVerification auditVerification(DatabaseClient database, AuditQueries entries) {
        return new AuditVerification(new SealQueries(database), entries);
    }

    /** So that an entry knows which request it is written for. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServerWebExchangeContextFilter exchangeContext() {
        return new ServerWebExchangeContextFilter();
    }
}
