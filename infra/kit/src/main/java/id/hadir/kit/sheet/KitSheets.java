package id.hadir.kit.sheet;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import it to send {@link TableFile}s. */
@Configuration(proxyBeanMethods = false)
public class KitSheets {

    @Bean
    TableExports tableExports(@Value("${java.io.tmpdir}") Path directory) {
        return new TableExports(directory);
    }
}
