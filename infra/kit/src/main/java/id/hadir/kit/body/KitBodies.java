package id.hadir.kit.body;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/** Import it to read JSON strictly and to survive any form. */
@Configuration(proxyBeanMethods = false)
public class KitBodies implements WebFluxConfigurer {

    private final JsonMapper json;

    KitBodies(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().jacksonJsonDecoder(new StrictJson(json));
    }

    /**
     * One buffer for each thread: Spring takes one from Jackson's shared pool for each answer that
     * it writes and never brings it back, so that every answer would get new ones of 20 KB.
     */
    @Bean
    static JsonFactoryBuilderCustomizer buffersOfTheThread() {
        return factory -> factory.recyclerPool(JsonRecyclerPools.threadLocalPool());
    }

    /** Before all filters that read forms. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ReadableForms readableForms() {
        return new ReadableForms();
    }
}
