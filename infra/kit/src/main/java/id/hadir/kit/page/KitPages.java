package id.hadir.kit.page;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Import it to answer {@link Page}s, drawn by the templates in the package {@code templates} beside
 * the service's application class.
 */
@Configuration(proxyBeanMethods = false)
public class KitPages {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    PageWriter pageWriter(
            BeanFactory beans,
            Assets assets,
            MessageSource messages,
            @Value("${hadir.public-url}") String publicUrl) {
        String servicePackage = AutoConfigurationPackages.get(beans).getFirst();
        Templates templates = new Templates(servicePackage + ".templates");
        return new PageWriter(templates, assets, withLayoutTexts(messages), publicUrl);
    }

    @Bean
    WebFluxConfigurer wordsForHandlers(PageWriter writer) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new WordsArgument(writer));
            }
        };
    }

    @Bean
    ErrorPages errorPages(PageWriter writer) {
        return new ErrorPages(writer);
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        return new PageLanguage();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    AssetFilter assetFilter(Assets assets) {
        return new AssetFilter(assets);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    LanguageSwitch languageSwitch() {
        return new LanguageSwitch();
    }

    /** Behind the security filters. */
    @Bean
    @Order(0)
    ReaderFilter readerFilter() {
        return new ReaderFilter();
    }

    /** The texts of the layout first, then the service's own. */
    private static MessageSource withLayoutTexts(MessageSource service) {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("kit/page");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setParentMessageSource(service);
        return texts;
    }
}
