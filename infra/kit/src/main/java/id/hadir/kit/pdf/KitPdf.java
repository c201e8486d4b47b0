package id.hadir.kit.pdf;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import it to print {@link PrintSheet}s by the service's own templates. */
@Configuration(proxyBeanMethods = false)
public class KitPdf {

    @Bean
    PdfPrinter pdfPrinter(BeanFactory beans) {
        return new PdfPrinter(AutoConfigurationPackages.get(beans).getFirst() + ".templates");
    }
}
