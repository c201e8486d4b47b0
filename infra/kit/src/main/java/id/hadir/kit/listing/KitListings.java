package id.hadir.kit.listing;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Import it to take {@link PageRequest} as a parameter of handler methods. */
@Configuration(proxyBeanMethods = false)
public class KitListings implements WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new PageRequestArgument());
    }
}
