package id.hadir.materials.content;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param directory where contents are kept; replicas share one
 * @param maxSize the largest content that is taken
 */
@ConfigurationProperties("hadir.materials")
public record ContentSettings(Path directory, @DefaultValue("200MB") DataSize maxSize) {}
