package id.hadir.attendance.registration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.boot.r2dbc.metrics.ConnectionPoolMetrics;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The connections that registrations are decided on, and nothing else: a slow report cannot take
 * them from a rush. Their plans are made once, and never with a full scan: a plan that the planner
 * made for a table it took for tiny would be kept while the rush fills it.
 */
@Component
class DeskConnections implements DisposableBean {

    private static final Option<String> SERVER_SETTINGS = Option.valueOf("options");
    private static final String PLANS =
            ";enable_seqscan=off;plan_cache_mode=force_generic_plan;jit=off";

    private final ConnectionPool pool;

    DeskConnections(
            R2dbcConnectionDetails database,
            R2dbcProperties properties,
            WritePathSettings settings,
            MeterRegistry meters) {
        R2dbcProperties.Pool like = properties.getPool();
        this.pool =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(connections(database))
                                .name("desk")
                                .initialSize(1)
                                .maxSize(settings.parallel())
                                .maxAcquireTime(like.getMaxAcquireTime())
                                .maxCreateConnectionTime(like.getMaxCreateConnectionTime())
                                .maxLifeTime(like.getMaxLifeTime())
                                .maxIdleTime(like.getMaxIdleTime())
                                .validationDepth(like.getValidationDepth())
                                .build());
        new ConnectionPoolMetrics(pool, "desk", Tags.empty()).bindTo(meters);
    }

    private static ConnectionFactory connections(R2dbcConnectionDetails database) {
        ConnectionFactoryOptions options = database.getConnectionFactoryOptions();
        Object given = options.getValue(SERVER_SETTINGS);
        return ConnectionFactories.get(
                options.mutate()
                        .option(SERVER_SETTINGS, (given == null ? "" : given) + PLANS)
                        .build());
    }

    DatabaseClient client() {
        return DatabaseClient.create(pool);
    }

    TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
